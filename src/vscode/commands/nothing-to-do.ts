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
    void vscode.window.showInformationMessage(plainMessage(vscode.l10n.t('{0} is no workflow export.', name)));
  } else if (plan.status === 'failed') {
    void vscode.window.showErrorMessage(plainMessage(words.refused(name, plan.error ?? '')));
  } else if (together) {
    const answer = await vscode.window.showWarningMessage(
      plainMessage(`${words.notAlone(name)} ${together.sentence}`),
      together.button,
    );
    if (answer !== undefined) await migrateAll(together.uris);
  } else if (plan.manual.length === 0) {
    void vscode.window.showInformationMessage(plainMessage(words.nothing(name)));
  } else {
    const outcome: FileOutcome = { name, uri: document.uri.toString(), done: [], declined: [], manual: plan.manual };
    const showIt = vscode.l10n.t('Show Report');
    const answer = await vscode.window.showWarningMessage(plainMessage(words.notSafely(name)), showIt);
    if (answer === showIt) await showReport(migrationReport([outcome], words));
  }
}
