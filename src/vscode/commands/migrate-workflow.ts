import * as vscode from 'vscode';
import { beforeImport } from '../../core/before-import';
import { toWorkspaceEdit } from '../convert';
import { migrationOutcome } from '../migration-outcome';
import { migrationReport, migrationSummary, type FileOutcome } from '../report';
import type { Session } from '../session';
import { tellNothingToMigrate } from './nothing-to-migrate';
import { showReport } from './show-report';
import { findTargetDocument } from './target-document';

/** Migrates one document, as one step to undo. */
export function registerMigrateWorkflow(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand('sxo.migrateWorkflow', async (uri?: vscode.Uri) => {
    const target = await findTargetDocument(session, uri);
    if (target) await migrate(session, target.document);
  });
}

async function migrate(session: Session, document: vscode.TextDocument): Promise<void> {
  const before = session.snapshots.of(document);
  const plan = before && session.service.planMigration(before);
  if (!plan) return;
  if (plan.edits.length === 0) return tellNothingToMigrate(document, plan);

  const name = vscode.workspace.asRelativePath(document.uri);
  const applied = await vscode.workspace.applyEdit(toWorkspaceEdit(document.uri, plan.edits));
  const after = session.snapshots.of(document);
  if (!applied || !after) {
    void vscode.window.showErrorMessage(
      `${name} was not migrated: it changed meanwhile, or cannot be edited. Try again.`,
    );
    return;
  }
  if (!vscode.window.visibleTextEditors.some((editor) => editor.document === document))
    await vscode.window.showTextDocument(document);

  const outcome = migrationOutcome(name, before, after, session.service);
  const summary = migrationSummary([outcome]);
  session.output.info(`${name}: ${summary}`);
  // Not waited for: the migration is done, and the message may stand for long.
  void offerReport(`${name}: ${summary}`, outcome);
}

async function offerReport(message: string, outcome: FileOutcome): Promise<void> {
  const showIt = 'Show Report';
  const answer =
    outcome.manual.length === 0
      ? await vscode.window.showInformationMessage(`${message} ${beforeImport}`, showIt)
      : await vscode.window.showWarningMessage(message, showIt);
  if (answer === showIt) await showReport(migrationReport([outcome]));
}
