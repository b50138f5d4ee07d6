import * as vscode from 'vscode';
import { problemOfSuffix, usualSuffixes } from '../../core/catalog/target-sets';
import type { DocumentSnapshot, RetargetingOptions } from '../../core/language-service';
import { changes } from '../counts';
import { retargetingWords } from '../plan-words';
import type { Session } from '../session';
import { applyPlan, tellOutcome } from './apply-plan';
import { tellNothingToDo } from './nothing-to-do';
import { findTargetDocument } from './target-document';

interface Choice extends vscode.QuickPickItem {
  /** Without it, a person is asked for the suffix. */
  readonly options?: RetargetingOptions;
  readonly isUndo: boolean;
}

/** Moves one document to another set of targets, as one step to undo. Who gives options is not asked. */
export function registerRetargetWorkflow(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand(
    'sxo.retargetWorkflow',
    async (uri?: vscode.Uri, given?: RetargetingOptions) => {
      const target = await findTargetDocument(session, uri);
      const options = target && (given ?? (await choose(session, target.snapshot)));
      if (target && options) await retarget(session, target.document, options);
    },
  );
}

/** Of the usual sets, those that would change something. */
async function choose({ service }: Session, snapshot: DocumentSnapshot): Promise<RetargetingOptions | undefined> {
  const items = [false, true].flatMap((isUndo): Choice[] => {
    const usual = usualSuffixes.flatMap((suffix): Choice[] => {
      const { length } = service.planRetargeting(snapshot, { suffix, isUndo }).changes;
      const label = isUndo
        ? vscode.l10n.t('Back from {0} to the usual names', suffix)
        : vscode.l10n.t('To the targets with {0}', suffix);
      return length > 0 ? [{ label, description: changes(length), options: { suffix, isUndo }, isUndo }] : [];
    });
    const label = isUndo ? vscode.l10n.t('Back from another suffix...') : vscode.l10n.t('To another suffix...');
    return [...usual, { label, isUndo }];
  });
  const placeHolder = vscode.l10n.t('To which set of targets is the workflow to move?');
  const choice = await vscode.window.showQuickPick(items, { placeHolder });
  if (!choice || choice.options) return choice?.options;
  const suffix = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('What do the names of the second set of targets end with?'),
    placeHolder: usualSuffixes.join(', '),
    validateInput: problemOfSuffix,
  });
  return suffix === undefined ? undefined : { suffix, isUndo: choice.isUndo };
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
