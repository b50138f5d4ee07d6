import * as vscode from 'vscode';
import type { Session } from '../session';

/** One that keeps its token in variables: it shows most of what a migration takes away. */
const sample = ['samples', 'local-variable.json'];

/** Opens a sample as a new document, which can be migrated like any other and is saved nowhere by itself. */
export function registerOpenSample({ extensionUri }: Session): vscode.Disposable {
  return vscode.commands.registerCommand('sxo.openSample', async () => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, ...sample));
    const content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'json', content }));
  });
}
