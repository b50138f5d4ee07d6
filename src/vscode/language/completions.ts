import * as vscode from 'vscode';
import type { Completion, CompletionKind } from '../../core/reading-service';
import { toRange } from '../convert';
import type { Session } from '../session';
import { jsonSelector } from '../workflow-documents';

const kinds: Record<CompletionKind, vscode.CompletionItemKind> = {
  activity: vscode.CompletionItemKind.Event,
  variable: vscode.CompletionItemKind.Variable,
  target: vscode.CompletionItemKind.Interface,
  value: vscode.CompletionItemKind.Value,
};

/** References, names of targets and known values, in the strings of workflow exports. */
export function registerCompletions(session: Session): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    jsonSelector,
    {
      async provideCompletionItems(document, position) {
        await session.snapshots.ready(document.uri);
        const snapshot = session.snapshots.of(document);
        if (!snapshot) return [];
        return session.service.completions(snapshot, position).map((completion) => toItem(completion, position));
      },
    },
    '$',
    '"',
    '.',
  );
}

function toItem(completion: Completion, position: vscode.Position): vscode.CompletionItem {
  const { label, detail, markdown, kind, insertText, filterText, sortText, range } = completion;
  const item = new vscode.CompletionItem({ label, description: detail }, kinds[kind]);
  const replacing = toRange(range);
  item.insertText = insertText;
  item.filterText = filterText;
  item.sortText = sortText;
  item.range = { inserting: replacing.with({ end: position }), replacing };
  if (markdown !== undefined) item.documentation = new vscode.MarkdownString(markdown);
  return item;
}
