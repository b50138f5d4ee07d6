import * as vscode from 'vscode';
import { migrationOutcome } from '../migration-outcome';
import { confirmationOf } from '../plan-edits';
import { migrationWords } from '../plan-words';
import type { Session } from '../session';
import { applyPlan, tellOutcome } from './apply-plan';
import { findTogether } from './migrate-together';
import { tellNothingToDo } from './nothing-to-do';
import { findTargetDocument } from './target-document';

/** Migrates one document, as one step to undo. */
export function registerMigrateWorkflow(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand('sxo.migrateWorkflow', async (uri?: vscode.Uri) => {
    const target = await findTargetDocument(session, uri);
    if (!target) return;
    const { document, snapshot } = target;
    const plan = session.service.planMigration(snapshot);
    if (plan.edits.length === 0) {
      return tellNothingToDo(document, plan, migrationWords, await findTogether(session, snapshot, plan));
    }
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
