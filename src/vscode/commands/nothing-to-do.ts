import * as vscode from 'vscode';
import type { MigrationPlan } from '../../core/language-service';
import { plainMessage } from '../../tenant/explorer/plain-message';
import type { PlanWords } from '../plan-words';
import { migrationReport, type FileOutcome } from '../report';
import { migrateAll, type Together } from './migrate-together';
import { showReport } from './show-report';

/** Says why a plan has nothing to change in a document. */
export async function tellNothingToDo(
  document: vscode.TextDocument,
  plan: MigrationPlan,
  words: PlanWords,
  together?: Together,
): Promise<void> {
  const name = vscode.workspace.asRelativePath(document.uri);
  if (plan.status === 'skipped') {
    void vscode.window.showInformationMessage(plainMessage(`${name} is no workflow export.`));
  } else if (plan.status === 'failed') {
    void vscode.window.showErrorMessage(plainMessage(`${name} was not ${words.done}. ${plan.error ?? ''}`));
  } else if (together) {
    const alone = `Nothing in ${name} can be ${words.done} alone.`;
    const answer = await vscode.window.showWarningMessage(
      plainMessage(`${alone} ${together.sentence}`),
      together.button,
    );
    if (answer !== undefined) await migrateAll(together.uris);
  } else if (plan.manual.length === 0) {
    void vscode.window.showInformationMessage(plainMessage(`${name} ${words.nothing}`));
  } else {
    const outcome: FileOutcome = { name, uri: document.uri.toString(), done: [], declined: [], manual: plan.manual };
    const showIt = 'Show Report';
    const answer = await vscode.window.showWarningMessage(
      plainMessage(`Nothing in ${name} can be ${words.done} safely without you.`),
      showIt,
    );
    if (answer === showIt) await showReport(migrationReport([outcome], words));
  }
}
