import * as vscode from 'vscode';
import type { RetargetingOptions } from '../../core/language-service';
import { projectFileName } from '../../core/project/project-file';
import type { FolderWork } from '../folder-changes/folder-work';
import { retargetingWords } from '../plan-words';
import type { Session } from '../session';
import { askForSet, askForXdr } from './ask-retargeting';
import { registerFolderCommand } from './folder-command';
import { declaredSuffixes } from './retarget-workflow';

/** Moves all workflows of folders to another set of targets, or to those of Cisco XDR. Who gives options is not asked. */
export function registerRetargetFolder(session: Session): vscode.Disposable {
  const moveTo = (options: RetargetingOptions | undefined): FolderWork | undefined =>
    options && {
      words: retargetingWords(options),
      plan: (snapshots) => snapshots.map((snapshot) => session.service.planRetargeting(snapshot, options)),
      isToldAnew: false,
    };
  return vscode.Disposable.from(
    registerFolderCommand(session, 'sxo.retargetFolder', async (roots, given) =>
      moveTo(given ?? (await askForSet(await suffixesIn(session, roots)))),
    ),
    registerFolderCommand(session, 'sxo.moveFolderToXdrTargets', async (_, given) =>
      moveTo(given ?? (await askForXdr())),
    ),
  );
}

/** Of the project files that count for what lies in the folders. */
async function suffixesIn(session: Session, roots: readonly vscode.Uri[]): Promise<readonly string[]> {
  const inside = roots.map((root) => vscode.Uri.joinPath(root, projectFileName));
  await Promise.all(inside.map((uri) => session.projects.load(uri)));
  return inside.flatMap((uri) => declaredSuffixes(session, uri));
}
