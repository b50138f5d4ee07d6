import * as vscode from 'vscode';
import type { Session } from '../session';

export function registerShowOutput({ output }: Session): vscode.Disposable {
  return vscode.commands.registerCommand('sxo.showOutput', () => {
    output.show();
  });
}
