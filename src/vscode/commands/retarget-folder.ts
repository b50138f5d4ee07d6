import * as vscode from 'vscode';
import type { RetargetingOptions } from '../../core/language-service';
import type { FolderWork } from '../folder-changes/folder-work';
import { retargetingWords } from '../plan-words';
import type { Session } from '../session';
import { askForSet, askForXdr } from './ask-retargeting';
import { registerFolderCommand } from './folder-command';

/** Moves all workflows of folders to another set of targets, or to those of Cisco XDR. Who gives options is not asked. */
export function registerRetargetFolder(session: Session): vscode.Disposable {
  const moveTo = (options: RetargetingOptions | undefined): FolderWork | undefined =>
    options && {
      words: retargetingWords(options),
      plan: (snapshots) => snapshots.map((snapshot) => session.service.planRetargeting(snapshot, options)),
      isToldAnew: false,
    };
  return vscode.Disposable.from(
    registerFolderCommand(session, 'sxo.retargetFolder', async (given) => moveTo(given ?? (await askForSet()))),
    registerFolderCommand(session, 'sxo.moveFolderToXdrTargets', async (given) => moveTo(given ?? (await askForXdr()))),
  );
}
