import * as vscode from 'vscode';

/** The folder of the suite's own files, a fresh copy for each run of the suite. */
export function workspaceFolder(): vscode.Uri {
  return vscode.workspace.workspaceFolders![0]!.uri;
}

let copies = 0;

/** A fresh copy of a file or folder of the workspace, so that no test finds what another one left. */
export async function copyOf(name: string): Promise<vscode.Uri> {
  copies += 1;
  const copy = vscode.Uri.joinPath(workspaceFolder(), `copy-${copies}`, name);
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(workspaceFolder(), name), copy);
  return copy;
}

/** A new file with a given content. */
export async function newFile(name: string, text: string): Promise<vscode.Uri> {
  copies += 1;
  const uri = vscode.Uri.joinPath(workspaceFolder(), `copy-${copies}`, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  return (await vscode.window.showTextDocument(uri)).document;
}

export async function textOnDisk(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Closes all editors without a question: files are saved, new documents thrown away. */
export async function closeEverything(): Promise<void> {
  await vscode.workspace.saveAll(false);
  for (const document of vscode.workspace.textDocuments.filter(({ isUntitled, isClosed }) => isUntitled && !isClosed)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand('notifications.clearAll');
}
