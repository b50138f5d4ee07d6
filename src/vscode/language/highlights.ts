import * as vscode from 'vscode';
import type { Highlight } from '../../core/reading-service';
import { toRange } from '../convert';
import type { Session } from '../session';
import { jsonSelector } from '../workflow-documents';

const kinds: Record<Highlight['kind'], vscode.DocumentHighlightKind> = {
  read: vscode.DocumentHighlightKind.Read,
  write: vscode.DocumentHighlightKind.Write,
  text: vscode.DocumentHighlightKind.Text,
};

/** All places of the thing under the cursor light up, those that write it in another colour. */
export function registerHighlights({ service, snapshots }: Session): vscode.Disposable {
  return vscode.languages.registerDocumentHighlightProvider(jsonSelector, {
    async provideDocumentHighlights(document, position) {
      const snapshot = await snapshots.current(document);
      const highlights = snapshot ? service.highlights(snapshot, position) : [];
      return highlights.map(({ range, kind }) => new vscode.DocumentHighlight(toRange(range), kinds[kind]));
    },
  });
}
