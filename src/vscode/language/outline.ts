import * as vscode from 'vscode';
import type { OutlineKind, OutlineNode } from '../../core/reading-service';
import { toRange } from '../convert';
import type { Session } from '../session';
import { jsonSelector } from '../workflow-documents';

const kinds: Record<OutlineKind, vscode.SymbolKind> = {
  workflow: vscode.SymbolKind.Class,
  activity: vscode.SymbolKind.Method,
  branch: vscode.SymbolKind.Enum,
  loop: vscode.SymbolKind.Operator,
  call: vscode.SymbolKind.Function,
  variable: vscode.SymbolKind.Variable,
  target: vscode.SymbolKind.Interface,
  trigger: vscode.SymbolKind.Event,
  group: vscode.SymbolKind.Package,
};

/** The workflow as a tree: for the outline, the breadcrumbs and "Go to Symbol in Editor". */
export function registerOutline({ service, snapshots }: Session): vscode.Disposable {
  const label = vscode.l10n.t('Workflow');
  const provider: vscode.DocumentSymbolProvider = {
    async provideDocumentSymbols(document) {
      const snapshot = await snapshots.current(document);
      return snapshot ? service.outline(snapshot).map(toSymbol) : [];
    },
  };
  return vscode.languages.registerDocumentSymbolProvider(jsonSelector, provider, { label });
}

function toSymbol({ name, detail, kind, range, selection, children }: OutlineNode): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(name, detail, kinds[kind], toRange(range), toRange(selection));
  symbol.children = children.map(toSymbol);
  return symbol;
}
