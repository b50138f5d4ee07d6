import * as vscode from 'vscode';
import type { OffsetEdit } from '../plan-edits';
import { addForConfirmation } from '../refactor-preview';
import { confirmedOf, isGroup, isPartial, namesOf, type ChangingFile, type ChangeUnit } from './change-unit';

/** Asks in the Refactor Preview which units to change, and leaves none of them half done. */
export async function confirmUnits(units: readonly ChangeUnit[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const unit of units) {
    const together = isGroup(unit) ? vscode.l10n.t('Together or not at all: {0}', namesOf(unit.members)) : undefined;
    for (const { document, plan } of unit.changing) addForConfirmation(edit, document.uri, plan, together);
  }
  const confirmed = vscode.workspace.applyEdit(edit, { isRefactoring: true });
  const hints = [
    vscode.l10n.t('Choose in the Refactor Preview which files to change, then apply.'),
    ...(units.some(isGroup) ? [vscode.l10n.t('A definition and its callers change together or not at all.')] : []),
  ];
  vscode.window.setStatusBarMessage(`$(checklist) ${hints.join(' ')}`, confirmed);
  await confirmed;
  const partial = units.filter(isPartial);
  for (const unit of partial.filter(isGroup)) await putBack(unit);
  await finish(partial.filter((unit) => !isGroup(unit)).flatMap(({ changing }) => changing));
  for (const unit of partial.filter(isGroup)) await offerWhole(unit);
}

/** The preview lets single files and edits through, which no label and no default of it can prevent. */
async function putBack({ changing }: ChangeUnit): Promise<void> {
  await applyTo(changing, (file) => confirmedOf(file)?.undo ?? []);
  // What was confirmed may have been saved at once.
  for (const { document, wasDirty } of changing) if (document.isDirty && !wasDirty) await document.save();
}

async function offerWhole(unit: ChangeUnit): Promise<void> {
  const { changing, members } = unit;
  const isBack = changing.every(({ document, before }) => document.getText() === before.text);
  const names = namesOf(members);
  if (!isBack) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        '{0} are changed only in part, because a file changed meanwhile or cannot be edited. Undo that in each of them, and try again.',
        names,
      ),
    );
    return;
  }
  const all = vscode.l10n.t('Change All {0} Files', members.length);
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      '{0} change together or not at all. Only a part of it was confirmed, so nothing in them was changed.',
      names,
    ),
    all,
  );
  if (answer === all) await applyTo(changing, (file) => confirmedOf(file)?.open ?? []);
}

/** A part of what a plan does to a file may be wanted, and seldom makes sense. */
async function finish(partial: readonly ChangingFile[]): Promise<void> {
  if (partial.length === 0) return;
  const finishIt = vscode.l10n.t('Finish These Files');
  const answer = await vscode.window.showWarningMessage(
    partial.length === 1
      ? vscode.l10n.t('1 file was changed only in part.')
      : vscode.l10n.t('{0} files were changed only in part.', partial.length),
    {
      modal: true,
      detail: vscode.l10n.t('A part of the changes can leave references that lead nowhere. Apply the rest as well?'),
    },
    finishIt,
  );
  if (answer === finishIt) await applyTo(partial, (file) => confirmedOf(file)?.open ?? []);
}

async function applyTo(
  files: readonly ChangingFile[],
  editsOf: (file: ChangingFile) => readonly OffsetEdit[],
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const file of files) {
    const { document } = file;
    for (const { offset, length, newText } of editsOf(file)) {
      const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
      edit.replace(document.uri, range, newText);
    }
  }
  if (edit.size > 0) await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}
