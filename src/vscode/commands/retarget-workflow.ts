import * as vscode from 'vscode';
import { problemOfSuffix, usualSuffixes } from '../../core/catalog/target-sets';
import type { DocumentSnapshot, MigrationPlan, RetargetingOptions } from '../../core/language-service';
import { plainMessage } from '../../tenant/explorer/plain-message';
import { retargetingWords } from '../plan-words';
import { toWorkspaceEdit } from '../convert';
import { migrationReport, migrationSummary, vocabularyOf, type FileOutcome } from '../report';
import type { Session } from '../session';
import { countOf } from '../../core/text/wording';
import { showReport } from './show-report';
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
      const { changes } = service.planRetargeting(snapshot, { suffix, isUndo });
      const label = isUndo ? `Back from ${suffix} to the usual names` : `To the targets with ${suffix}`;
      const description = countOf(changes.length, 'change');
      return changes.length > 0 ? [{ label, description, options: { suffix, isUndo }, isUndo }] : [];
    });
    return [...usual, { label: isUndo ? 'Back from another suffix...' : 'To another suffix...', isUndo }];
  });
  const placeHolder = 'To which set of targets is the workflow to move?';
  const choice = await vscode.window.showQuickPick(items, { placeHolder });
  if (!choice || choice.options) return choice?.options;
  const suffix = await vscode.window.showInputBox({
    prompt: 'What do the names of the second set of targets end with?',
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
  const name = vscode.workspace.asRelativePath(document.uri);
  if (plan.edits.length > 0 && !(await vscode.workspace.applyEdit(toWorkspaceEdit(document.uri, plan.edits)))) {
    const message = `${name} was not moved: it changed meanwhile, or cannot be edited. Try again.`;
    void vscode.window.showErrorMessage(plainMessage(message));
    return;
  }
  if (plan.edits.length > 0 && !vscode.window.visibleTextEditors.some((editor) => editor.document === document))
    await vscode.window.showTextDocument(document);
  // A report names lines, and a name keeps its line.
  const { changes: done, manual, error } = plan;
  const problem = error === undefined ? {} : { problem: error };
  const outcome: FileOutcome = { name, uri: document.uri.toString(), done, declined: [], manual, ...problem };
  session.output.info(`${name}: ${migrationSummary([outcome])}`);
  // Not waited for: the move is done, and the message may stand for long.
  void tell(outcome, plan, options);
}

async function tell(outcome: FileOutcome, plan: MigrationPlan, options: RetargetingOptions): Promise<void> {
  const { name, manual } = outcome;
  const words = retargetingWords(options);
  if (plan.status === 'skipped') {
    void vscode.window.showInformationMessage(plainMessage(`${name} is no workflow export.`));
  } else if (plan.status === 'failed') {
    void vscode.window.showErrorMessage(plainMessage(`${name} was not moved. ${plan.error ?? ''}`));
  } else if (plan.status === 'unchanged') {
    void vscode.window.showInformationMessage(plainMessage(`${name} ${words.nothing}`));
  } else {
    const message = plainMessage(`${name}: ${migrationSummary([outcome], words)}`);
    const showIt = 'Show Report';
    const answer =
      manual.length === 0
        ? await vscode.window.showInformationMessage(`${message} ${words.reminder(vocabularyOf([outcome]))}`, showIt)
        : await vscode.window.showWarningMessage(message, showIt);
    if (answer === showIt) await showReport(migrationReport([outcome], words));
  }
}
