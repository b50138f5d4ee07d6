import * as vscode from 'vscode';
import { toRange } from '../convert';
import type { Session } from '../session';
import { jsonSelector } from '../workflow-documents';

/** What the id under the mouse stands for. */
export function registerHover({ service, snapshots }: Session): vscode.Disposable {
  return vscode.languages.registerHoverProvider(jsonSelector, {
    async provideHover(document, position) {
      const snapshot = await snapshots.current(document);
      const hover = snapshot && service.hover(snapshot, position);
      return hover && new vscode.Hover(new vscode.MarkdownString(hover.markdown), toRange(hover.range));
    },
  });
}
