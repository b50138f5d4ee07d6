import * as vscode from 'vscode';
import type { JsonPath } from '../../core/document/json-path';
import type { Suppression } from '../../core/host';
import { addSuppression, newProjectFile, scopeOf } from '../../core/project/edit-suppressions';
import { projectFileName, readProjectFile } from '../../core/project/project-file';
import { isDay } from '../../core/project/project-schema';
import { tenantRuleCodes } from '../../tenant/tenant-rule-code';
import { plainMessage } from '../../tenant/explorer/plain-message';
import { toWorkspaceEdit } from '../convert';
import { reasonOf } from '../file-problem';
import type { Session } from '../session';
import { readSnapshot } from '../workflow-files';
import { pathFrom, today } from './project-files';

/** Asks why a finding is left as it is, and writes that into the nearest project file. */
export function registerSuppressFinding(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand(
    'sxo.suppressFinding',
    /** @param reason asked for unless it is handed in. */
    async (uri: vscode.Uri, rule: string, path: JsonPath, reason?: string) => {
      const { snapshot, problem = '' } = await readSnapshot(uri, session.snapshots);
      const root = session.projects.of(uri)?.folder ?? vscode.workspace.getWorkspaceFolder(uri)?.uri;
      if (!snapshot || !root) {
        const why = snapshot
          ? vscode.l10n.t('It lies in no folder of the workspace, where the project file would be.')
          : problem;
        const name = vscode.workspace.asRelativePath(uri);
        const message = vscode.l10n.t('Nothing in {0} was suppressed. {1}', name, why);
        void vscode.window.showErrorMessage(plainMessage(message));
        return;
      }
      // Before somebody has thought of a reason.
      if (!(await insistOnSound(vscode.Uri.joinPath(root, projectFileName)))) return;
      const answer = reason === undefined ? await ask(rule) : { reason };
      if (!answer) return;
      const scope = scopeOf(rule, pathFrom(root, uri), session.service.ownerOf(snapshot, path));
      const written = vscode.Uri.joinPath(root, projectFileName);
      await write(written, { ...scope, ...answer });
      await session.projects.reload(written);
    },
  );
}

/** Nothing where the user changes their mind. */
async function ask(rule: string): Promise<Pick<Suppression, 'reason' | 'expires'> | undefined> {
  const title = vscode.l10n.t('Suppress {0}', rule);
  const reason = await vscode.window.showInputBox({
    title: `${title} (1/2)`,
    prompt: vscode.l10n.t('Why is it left as it is? The reason goes into {0}.', projectFileName),
    placeHolder: vscode.l10n.t('Keeps a token of its own on purpose.'),
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' ? vscode.l10n.t('Say why: without a reason it cannot be suppressed.') : undefined,
  });
  if (reason === undefined) return undefined;
  const expires = await vscode.window.showInputBox({
    title: `${title} (2/2)`,
    prompt: vscode.l10n.t('The last day on which this holds, as 2027-01-31. Leave it empty if it holds for good.'),
    ignoreFocusOut: true,
    validateInput: problemOfDay,
  });
  if (expires === undefined) return undefined;
  return { reason: reason.trim(), expires: expires === '' ? undefined : expires };
}

function problemOfDay(text: string): string | undefined {
  if (text === '') return undefined;
  if (!isDay(text)) return vscode.l10n.t('This is no day such as 2027-01-31.');
  return text < today() ? vscode.l10n.t('This day is over: nothing would be suppressed.') : undefined;
}

/** Nothing can be added to a file with errors, which is said. One that is not there yet will do. */
async function insistOnSound(uri: vscode.Uri): Promise<boolean> {
  if (!(await exists(uri))) return true;
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    if (readProjectFile(document.getText(), tenantRuleCodes).configuration) return true;
    await tellErrors(document);
  } catch (error) {
    const message = vscode.l10n.t('{0} cannot be opened. {1}', projectFileName, reasonOf(error));
    void vscode.window.showErrorMessage(plainMessage(message));
  }
  return false;
}

async function tellErrors(document: vscode.TextDocument): Promise<void> {
  const open = vscode.l10n.t('Open');
  const message = vscode.l10n.t('{0} has errors. Correct them first.', projectFileName);
  if ((await vscode.window.showErrorMessage(message, open)) === open) await vscode.window.showTextDocument(document);
}

async function write(uri: vscode.Uri, suppression: Suppression): Promise<void> {
  const { workspace, window } = vscode;
  if (!(await exists(uri))) {
    const creation = new vscode.WorkspaceEdit();
    creation.createFile(uri, { contents: new TextEncoder().encode(newProjectFile(suppression)) });
    if (await workspace.applyEdit(creation)) return;
    void window.showErrorMessage(vscode.l10n.t('{0} cannot be created. Is the folder writable?', projectFileName));
    return;
  }
  const document = await workspace.openTextDocument(uri);
  const wasDirty = document.isDirty;
  const edits = addSuppression(readProjectFile(document.getText(), tenantRuleCodes), suppression);
  if (edits && (await workspace.applyEdit(toWorkspaceEdit(uri, edits)))) {
    // What somebody is still working on is theirs to save.
    if (!wasDirty && (await document.save())) return;
    const message = vscode.l10n.t('Save {0}: what is suppressed counts from then on.', projectFileName);
    void window.showInformationMessage(message);
    return;
  }
  await tellErrors(document);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
