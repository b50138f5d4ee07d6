import type * as vscode from 'vscode';
import { conversionWords } from '../plan-words';
import type { Session } from '../session';
import { registerFolderCommand } from './folder-command';

/** Converts all workflows of folders to the legacy method. */
export function registerConvertFolder(session: Session): vscode.Disposable {
  return registerFolderCommand(session, 'sxo.convertFolder', () =>
    Promise.resolve({
      words: conversionWords,
      plan: (snapshots) => snapshots.map((snapshot) => session.service.planConversion(snapshot)),
      // Once it is passed, nobody can tell a token that may not live long enough from one that does: the plan can.
      isToldAnew: false,
    }),
  );
}
