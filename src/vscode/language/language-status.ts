import * as vscode from 'vscode';
import { bothVocabularies } from '../../core/vocabulary';
import type { ActiveDocument, ActiveWorkflow } from '../active-workflow';
import { countOf } from '../../core/text/wording';
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
  item.name = 'SecureX & XDR Workflow';
  return item;
}

function statusOf({
  document,
  summary,
  vocabulary = bothVocabularies,
}: ActiveDocument): Pick<vscode.LanguageStatusItem, 'text' | 'detail' | 'severity' | 'command'> {
  const { Information, Warning } = vscode.LanguageStatusSeverity;
  if (!summary) {
    const detail = `The file is larger than ${maximumMegabytes} MB.`;
    return { text: 'Not checked for legacy tokens', detail, severity: Warning, command: undefined };
  }
  if (summary.legacy.length === 0) {
    return {
      text: vocabulary.token,
      detail: 'No access token is passed by hand.',
      severity: Information,
      command: undefined,
    };
  }
  const activities = summary.legacy.reduce((sum, legacy) => sum + legacy.activities, 0);
  const passed =
    activities > 0
      ? `${countOf(activities, 'activity passes', 'activities pass')} it by hand.`
      : 'It is generated for no activity.';
  return {
    text: 'Legacy access token',
    detail: passed,
    severity: Warning,
    command: { title: 'Preview Migration', command: 'sxo.previewMigration', arguments: [document.uri] },
  };
}
