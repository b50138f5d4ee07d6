import * as vscode from 'vscode';
import type { DocumentSnapshot } from '../../core/language-service';
import type { Call, CalledKind, CallItem } from '../../core/reading-service';
import { toRange } from '../convert';
import type { Session } from '../session';
import { jsonSelector } from '../workflow-documents';
import { readSnapshot } from '../workflow-files';

export const symbolKinds: Readonly<Record<CalledKind, vscode.SymbolKind>> = {
  workflow: vscode.SymbolKind.Module,
  atomic: vscode.SymbolKind.Function,
  activity: vscode.SymbolKind.Method,
  variable: vscode.SymbolKind.Variable,
};

/** The editor hands back the very objects that it was given. */
class HierarchyItem extends vscode.CallHierarchyItem {
  readonly of: CallItem;

  constructor(item: CallItem) {
    const { uri, name, detail, kind, range, selection } = item;
    super(symbolKinds[kind], name, detail, vscode.Uri.parse(uri, true), toRange(range), toRange(selection));
    this.of = item;
  }
}

/** Who calls what; and the way of an access token. Reads the workspace when somebody first asks for callers. */
export function registerCallHierarchy(session: Session): vscode.Disposable {
  const { service, snapshots } = session;
  return vscode.languages.registerCallHierarchyProvider(jsonSelector, {
    async prepareCallHierarchy(document, position) {
      await snapshots.ready(document.uri);
      const snapshot = snapshots.of(document);
      const item = snapshot && service.prepareCalls(snapshot, position);
      return item && new HierarchyItem(item);
    },
    async provideCallHierarchyIncomingCalls(item, token) {
      if (!(item instanceof HierarchyItem)) return [];
      const { path, workflowId } = item.of;
      const callers = workflowId === undefined ? [] : await readCallers(workflowId, session, token);
      const { snapshot } = await readSnapshot(item.uri, snapshots);
      if (!snapshot || token.isCancellationRequested) return [];
      return service
        .incomingCalls(snapshot, path, callers)
        .map((call) => new vscode.CallHierarchyIncomingCall(new HierarchyItem(call.item), rangesOf(call)));
    },
    async provideCallHierarchyOutgoingCalls(item, token) {
      if (!(item instanceof HierarchyItem)) return [];
      const { snapshot } = await readSnapshot(item.uri, snapshots);
      if (!snapshot || token.isCancellationRequested) return [];
      return service
        .outgoingCalls(snapshot, item.of.path)
        .map((call) => new vscode.CallHierarchyOutgoingCall(new HierarchyItem(call.item), rangesOf(call)));
    },
  });
}

async function readCallers(
  workflowId: string,
  { snapshots, explorer }: Session,
  token: vscode.CancellationToken,
): Promise<DocumentSnapshot[]> {
  const { workspace } = await explorer.load();
  await workspace.read();
  const callers: DocumentSnapshot[] = [];
  for (const uri of workspace.symbols.filesCalling(workflowId)) {
    if (token.isCancellationRequested) break;
    const { snapshot } = await readSnapshot(vscode.Uri.parse(uri, true), snapshots);
    if (snapshot) callers.push(snapshot);
  }
  return callers;
}

function rangesOf({ ranges }: Call): vscode.Range[] {
  return ranges.map(toRange);
}
