import * as vscode from 'vscode';
import type { TextEdit } from '../core/language-service';
import { toTextEdit } from './convert';
import { isServedBy, type MadePlan } from './plan-edits';

/**
 * Adds a plan's edits to a workspace edit; each says what it is for, and waits to be confirmed.
 * @param together one label for all edits of several files, which are ticked as one then.
 */
export function addForConfirmation(
  edit: vscode.WorkspaceEdit,
  uri: vscode.Uri,
  plan: MadePlan,
  together?: string,
): void {
  const labelled = plan.edits.map((each): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata] => [
    toTextEdit(each),
    { needsConfirmation: true, label: together ?? labelOf(each, plan) },
  ]);
  edit.set(uri, labelled);
}

/** The whole sentence: the Refactor Preview groups by label, and would show one description for all of a group. */
function labelOf(edit: TextEdit, { changes }: MadePlan): string {
  const served = changes.filter((change) => isServedBy(change, edit));
  return served.length > 0
    ? served.map(({ message }) => message).join(' ')
    : vscode.l10n.t('It belongs to the other changes.');
}
