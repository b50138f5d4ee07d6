import type * as vscode from 'vscode';
import { migrationWords } from '../plan-words';
import type { Session } from '../session';
import { registerFolderCommand } from './folder-command';

/** Migrates all workflows of folders, those together that hang together. */
export function registerMigrateFolder(session: Session): vscode.Disposable {
  const { service } = session;
  return registerFolderCommand(session, 'sxo.migrateFolder', () =>
    Promise.resolve({
      words: migrationWords,
      plan: (snapshots) => service.planMigrations(snapshots),
      passes: (snapshot) => service.passes(snapshot),
      isToldAnew: true,
    }),
  );
}
