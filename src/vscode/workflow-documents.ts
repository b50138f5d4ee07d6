import * as vscode from 'vscode';

/** Larger files are neither checked nor migrated; the core is linear up to here. */
export const maximumMegabytes = 16;
export const maximumBytes = maximumMegabytes * 1024 * 1024;

/** Any JSON, wherever it lives and whatever its name: only its content tells whether it is a workflow export. */
export const jsonSelector: vscode.DocumentSelector = [{ language: 'json' }, { language: 'jsonc' }];

export function mayHoldWorkflow({ languageId, uri }: vscode.TextDocument): boolean {
  return (languageId === 'json' || languageId === 'jsonc') && isOwn(uri);
}

/**
 * Editors open more documents than people do: the sides of a diff, versions from the past, previews, ours among them.
 * Those live in no file system, or in one for reading only that is not the workspace.
 */
function isOwn(uri: vscode.Uri): boolean {
  const { fs, getWorkspaceFolder } = vscode.workspace;
  return (
    uri.scheme === 'untitled' || fs.isWritableFileSystem(uri.scheme) === true || getWorkspaceFolder(uri) !== undefined
  );
}
