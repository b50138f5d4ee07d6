import * as vscode from 'vscode';
import { toRange, toWorkspaceEdit } from '../convert';
import type { Session } from '../session';
import { jsonSelector } from '../workflow-documents';

/** Another name for a variable or an activity. The editor shows why there is none, where there is none. */
export function registerRename({ service, snapshots }: Session): vscode.Disposable {
  return vscode.languages.registerRenameProvider(jsonSelector, {
    async prepareRename(document, position) {
      const snapshot = await snapshots.current(document);
      const renamed = snapshot ? service.renamed(snapshot, position) : notRead;
      if ('problem' in renamed) throw new Error(renamed.problem);
      return { range: toRange(renamed.range), placeholder: renamed.name };
    },
    async provideRenameEdits(document, position, name) {
      const snapshot = await snapshots.current(document);
      const rename = snapshot ? service.rename(snapshot, position, name) : notRead;
      if ('problem' in rename) throw new Error(rename.problem);
      return toWorkspaceEdit(document.uri, rename.edits);
    },
  });
}

const notRead = { problem: vscode.l10n.t('This file cannot be changed here.') };
