import * as vscode from 'vscode';
import { migrationOutcome } from '../migration-outcome';
import { confirmationOf } from '../plan-edits';
import { migrationWords } from '../plan-words';
import type { Session } from '../session';
import { applyPlan, tellOutcome } from './apply-plan';
import { findMigration } from './find-migration';
import { findTogether } from './migrate-together';

/** Migrates one document, as one step to undo. */
export function registerMigrateWorkflow(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand('sxo.migrateWorkflow', async (uri?: vscode.Uri) => {
    const found = await findMigration(session, uri);
    if (!found) return;
    const { document, snapshot, plan } = found;
    const after = await applyPlan(session, document, plan, migrationWords);
    if (!after) return;
    const left = session.service.planMigration(after);
    const outcome = migrationOutcome(
      snapshot,
      plan,
      confirmationOf(snapshot.text, plan, after.text),
      left,
      session.service,
    );
    tellOutcome(session, outcome, migrationWords, await findTogether(session, after, left));
  });
}
