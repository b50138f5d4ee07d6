import * as vscode from 'vscode';
import { rangeAfter } from '../plan-edits';
import { conversionWords } from '../plan-words';
import type { Session } from '../session';
import { applyPlan, tellOutcome } from './apply-plan';
import { tellNothingToDo } from './nothing-to-do';
import { findTargetDocument } from './target-document';

/** Converts one document to the legacy method, as one step to undo. */
export function registerConvertWorkflow(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand('sxo.convertWorkflow', async (uri?: vscode.Uri) => {
    const target = await findTargetDocument(session, uri);
    if (!target) return;
    const { document, snapshot } = target;
    const plan = session.service.planConversion(snapshot);
    if (plan.edits.length === 0) return tellNothingToDo(document, plan, conversionWords);
    const after = await applyPlan(session, document, plan, conversionWords);
    if (!after) return;
    // Once it is passed, nobody can tell a token that may not live long enough from one that does: the plan can.
    const manual = plan.manual.map((step) => ({ ...step, range: rangeAfter(plan.edits, step.range) }));
    const name = vscode.workspace.asRelativePath(document.uri);
    const suffixes = session.service.suffixesInUse(snapshot);
    tellOutcome(session, { name, uri: after.uri, done: plan.changes, declined: [], manual, suffixes }, conversionWords);
  });
}
