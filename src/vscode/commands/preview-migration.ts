import * as vscode from 'vscode';
import { migrationWords } from '../plan-words';
import { previewUri } from '../preview-uri';
import type { Session } from '../session';
import { findTogether } from './migrate-together';
import { tellNothingToDo } from './nothing-to-do';
import { findTargetDocument } from './target-document';

/** Compares a document with what the migration would make of it. */
export function registerPreviewMigration(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand('sxo.previewMigration', async (uri?: vscode.Uri) => {
    const target = await findTargetDocument(session, uri);
    if (!target) return;
    const { document, snapshot } = target;
    const plan = session.service.planMigration(snapshot);
    if (plan.edits.length === 0) {
      return tellNothingToDo(document, plan, migrationWords, await findTogether(session, snapshot, plan));
    }
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
