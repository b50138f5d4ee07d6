import * as vscode from 'vscode';

// One text for one and another for many, as no translation can be made of a number and a word with an "s".

export function changes(count: number): string {
  return count === 1 ? vscode.l10n.t('1 change') : vscode.l10n.t('{0} changes', count);
}

export function files(count: number): string {
  return count === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', count);
}
