import * as vscode from 'vscode';
import { previewUri } from '../preview-uri';
import type { Session } from '../session';
import { findMigration } from './find-migration';

/** Compares a document with what the migration would make of it. */
export function registerPreviewMigration(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand('sxo.previewMigration', async (uri?: vscode.Uri) => {
    const found = await findMigration(session, uri);
    if (!found) return;
    const { document } = found;
    // Beside the page that asked, if it was one such as the first steps, and not in its place.
    const viewColumn = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    await vscode.commands.executeCommand(
      'vscode.diff',
      document.uri,
      previewUri(document.uri),
      vscode.l10n.t('{0} (Migration Preview)', name),
      { viewColumn },
    );
  });
}
