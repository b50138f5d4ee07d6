import * as vscode from 'vscode';
import { vocabularyFor } from '../../core/vocabulary';
import { readVocabulary } from '../configuration';
import type { Session } from '../session';

/** Only for the light bulb's menu, where it stands below the fixes. */
export const openDocumentationCommand = 'sxo.openDocumentation';

/** Opens the page on the token key, of the product that the workflow in the active editor speaks of. */
export function registerOpenDocumentation({ service, snapshots }: Session): vscode.Disposable {
  return vscode.commands.registerCommand(openDocumentationCommand, () => {
    const document = vscode.window.activeTextEditor?.document;
    const snapshot = document && snapshots.of(document);
    const vocabulary = snapshot
      ? service.vocabulary(snapshot)
      : vocabularyFor(readVocabulary(document?.uri), () => undefined);
    return vscode.env.openExternal(vscode.Uri.parse(vocabulary.documentation));
  });
}
