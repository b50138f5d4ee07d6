import * as vscode from 'vscode';
import type { DocumentSnapshot, MigrationPlan } from '../../core/language-service';
import { toWorkspaceEdit } from '../convert';
import type { PlanWords } from '../plan-words';
import { migrationReport, migrationSummary, vocabularyOf, type FileOutcome } from '../report';
import type { Session } from '../session';
import { showReport } from './show-report';

/** Makes the edits of a plan, as one step to undo. The document as it is then; nothing, and a message, where it failed. */
export async function applyPlan(
  session: Session,
  document: vscode.TextDocument,
  { edits }: MigrationPlan,
  { done }: PlanWords,
): Promise<DocumentSnapshot | undefined> {
  const applied = await vscode.workspace.applyEdit(toWorkspaceEdit(document.uri, edits));
  const after = session.snapshots.of(document);
  if (!applied || !after) {
    const name = vscode.workspace.asRelativePath(document.uri);
    void vscode.window.showErrorMessage(
      `${name} was not ${done}: it changed meanwhile, or cannot be edited. Try again.`,
    );
    return undefined;
  }
  if (!vscode.window.visibleTextEditors.some((editor) => editor.document === document))
    await vscode.window.showTextDocument(document);
  return after;
}

/** Says in one line what was done to a file, and offers the whole report. */
export function tellOutcome(session: Session, outcome: FileOutcome, words: PlanWords): void {
  const summary = migrationSummary([outcome], words);
  session.output.info(`${outcome.name}: ${summary}`);
  // Not waited for: all is done, and the message may stand for long.
  void offerReport(`${outcome.name}: ${summary}`, outcome, words);
}

async function offerReport(message: string, outcome: FileOutcome, words: PlanWords): Promise<void> {
  const showIt = 'Show Report';
  const answer =
    outcome.manual.length === 0
      ? await vscode.window.showInformationMessage(`${message} ${words.reminder(vocabularyOf([outcome]))}`, showIt)
      : await vscode.window.showWarningMessage(message, showIt);
  if (answer === showIt) await showReport(migrationReport([outcome], words));
}
