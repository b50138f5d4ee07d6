import * as vscode from 'vscode';
import type { DocumentSnapshot, RetargetingOptions } from '../../core/language-service';
import { readConfiguration } from '../configuration';
import { retargetingWords } from '../plan-words';
import type { Session } from '../session';
import { applyPlan, tellOutcome } from './apply-plan';
import { askForSet } from './ask-retargeting';
import { tellNothingToDo } from './nothing-to-do';
import { findTargetDocument, type TargetDocument } from './target-document';

/** Moves one document to another set of targets, as one step to undo. Who gives options is not asked. */
export function registerRetargetWorkflow(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand(
    'sxo.retargetWorkflow',
    async (uri?: vscode.Uri, given?: RetargetingOptions) => {
      const target = await findTargetDocument(session, uri);
      const options = target && (given ?? (await ask(session, target)));
      if (target && options) await retarget(session, target.document, options);
    },
  );
}

function ask(session: Session, { document, snapshot }: TargetDocument): Promise<RetargetingOptions | undefined> {
  return askForSet(declaredSuffixes(session, document.uri), changesIn(session, snapshot));
}

/** Of the sets of targets that the project file names. */
export function declaredSuffixes({ projects }: Session, uri: vscode.Uri): readonly string[] {
  return projects.configurationOf(uri, readConfiguration(uri)).suffixes;
}

/** How many changes a move makes in a document. */
export function changesIn({ service }: Session, snapshot: DocumentSnapshot): (options: RetargetingOptions) => number {
  return (options) => service.planRetargeting(snapshot, options).changes.length;
}

export async function retarget(
  session: Session,
  document: vscode.TextDocument,
  options: RetargetingOptions,
): Promise<void> {
  const snapshot = session.snapshots.of(document);
  const plan = snapshot && session.service.planRetargeting(snapshot, options);
  if (!plan) return;
  const words = retargetingWords(options);
  if (plan.edits.length === 0) return tellNothingToDo(document, plan, words);
  const after = await applyPlan(session, document, plan, words);
  if (!after) return;
  // A report names lines, and a name keeps its line.
  const { changes: done, manual } = plan;
  const name = vscode.workspace.asRelativePath(document.uri);
  tellOutcome(session, { name, uri: after.uri, done, declined: [], manual }, words);
}
