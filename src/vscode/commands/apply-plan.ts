import * as vscode from 'vscode';
import type { DocumentSnapshot, MigrationPlan } from '../../core/language-service';
import { plainMessage } from '../../tenant/explorer/plain-message';
import { toWorkspaceEdit } from '../convert';
import type { PlanWords } from '../plan-words';
import { migrationReport, migrationSummary, reminderFor, type FileOutcome } from '../report';
import type { Session } from '../session';
import { migrateAll, type Together } from './migrate-together';
import { showReport } from './show-report';

/** Makes the edits of a plan, as one step to undo. The document as it is then; nothing, and a message, where it failed. */
export async function applyPlan(
  session: Session,
  document: vscode.TextDocument,
  { edits }: MigrationPlan,
  words: PlanWords,
): Promise<DocumentSnapshot | undefined> {
  const applied = await vscode.workspace.applyEdit(toWorkspaceEdit(document.uri, edits));
  const after = session.snapshots.of(document);
  if (!applied || !after) {
    const name = vscode.workspace.asRelativePath(document.uri);
    const why = vscode.l10n.t('It changed meanwhile, or cannot be edited. Try again.');
    void vscode.window.showErrorMessage(plainMessage(words.refused(name, why)));
    return undefined;
  }
  if (!vscode.window.visibleTextEditors.some((editor) => editor.document === document))
    await vscode.window.showTextDocument(document);
  return after;
}

/** Says in one line what was done to a file, and offers the whole report and what is to be done together. */
export function tellOutcome(session: Session, outcome: FileOutcome, words: PlanWords, together?: Together): void {
  const summary = migrationSummary([outcome], words);
  session.output.info(`${outcome.name}: ${summary}`);
  // Not waited for: all is done, and the message may stand for long.
  void offerMore(plainMessage(`${outcome.name}: ${summary}`), outcome, words, together);
}

async function offerMore(
  message: string,
  outcome: FileOutcome,
  words: PlanWords,
  together: Together | undefined,
): Promise<void> {
  const showIt = vscode.l10n.t('Show Report');
  const answer = together
    ? await vscode.window.showWarningMessage(`${message} ${together.sentence}`, together.button, showIt)
    : outcome.manual.length === 0
      ? await vscode.window.showInformationMessage(`${message} ${reminderFor([outcome], words)}`, showIt)
      : await vscode.window.showWarningMessage(message, showIt);
  if (answer === showIt) await showReport(migrationReport([outcome], words));
  else if (together && answer !== undefined) await migrateAll(together.uris);
}
