import * as vscode from 'vscode';
import { bothVocabularies } from '../../core/vocabulary';
import type { ActiveDocument, ActiveWorkflow } from '../active-workflow';
import { jsonSelector, maximumMegabytes } from '../workflow-documents';

/** Says in the status bar how far the workflow in the active editor is; absent beside any other JSON. */
export class WorkflowStatus implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #item: vscode.LanguageStatusItem | undefined;

  constructor(active: ActiveWorkflow) {
    this.#subscription = active.onDidChange((document) => {
      this.#show(document);
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item?.dispose();
  }

  #show(active: ActiveDocument | undefined): void {
    if (!active || active.summary?.isWorkflow === false) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    this.#item ??= createItem();
    Object.assign(this.#item, statusOf(active));
  }
}

function createItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('sxo.workflow', jsonSelector);
  item.name = vscode.l10n.t('SecureX & XDR Workflow');
  return item;
}

function statusOf({
  document,
  summary,
  vocabulary = bothVocabularies,
}: ActiveDocument): Pick<vscode.LanguageStatusItem, 'text' | 'detail' | 'severity' | 'command'> {
  const { Information, Warning } = vscode.LanguageStatusSeverity;
  if (!summary) {
    const detail = vscode.l10n.t('The file is larger than {0} MB.', maximumMegabytes);
    return { text: vscode.l10n.t('Not checked for legacy tokens'), detail, severity: Warning, command: undefined };
  }
  if (summary.legacy.length === 0) {
    return {
      text: vocabulary.token,
      detail: vscode.l10n.t('No access token is passed by hand.'),
      severity: Information,
      command: undefined,
    };
  }
  const activities = summary.legacy.reduce((sum, legacy) => sum + legacy.activities, 0);
  return {
    text: vscode.l10n.t('Legacy access token'),
    detail: passedBy(activities),
    severity: Warning,
    command: { title: vscode.l10n.t('Preview Migration'), command: 'sxo.previewMigration', arguments: [document.uri] },
  };
}

function passedBy(activities: number): string {
  if (activities === 0) return vscode.l10n.t('It is generated for no activity.');
  return activities === 1
    ? vscode.l10n.t('1 activity passes it by hand.')
    : vscode.l10n.t('{0} activities pass it by hand.', activities);
}
