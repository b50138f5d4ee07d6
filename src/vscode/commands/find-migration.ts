import type * as vscode from 'vscode';
import type { MigrationPlan } from '../../core/language-service';
import { migrationWords } from '../plan-words';
import type { Session } from '../session';
import { findTogether } from './migrate-together';
import { tellNothingToDo } from './nothing-to-do';
import { findTargetDocument, type TargetDocument } from './target-document';

/** A document with what the migration makes of it; nothing, and a message, where that changes nothing. */
export async function findMigration(
  session: Session,
  uri: vscode.Uri | undefined,
): Promise<(TargetDocument & { readonly plan: MigrationPlan }) | undefined> {
  const target = await findTargetDocument(session, uri);
  if (!target) return undefined;
  const { document, snapshot } = target;
  const plan = session.service.planMigration(snapshot);
  if (plan.edits.length > 0) return { ...target, plan };
  await tellNothingToDo(document, plan, migrationWords, await findTogether(session, snapshot, plan));
  return undefined;
}
