import * as vscode from 'vscode';
import type { XdrRetargeting } from '../../core/language-service';
import type { Session } from '../session';
import { askForXdr } from './ask-retargeting';
import { changesIn, retarget } from './retarget-workflow';
import { findTargetDocument } from './target-document';

/** Lets one document choose the targets of Cisco XDR, as one step to undo. Who gives options is not asked. */
export function registerMoveToXdr(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand('sxo.moveToXdrTargets', async (uri?: vscode.Uri, given?: XdrRetargeting) => {
    const target = await findTargetDocument(session, uri);
    const options = target && (given ?? (await askForXdr(changesIn(session, target.snapshot))));
    if (target && options) await retarget(session, target.document, options);
  });
}
