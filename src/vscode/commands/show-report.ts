import * as vscode from 'vscode';

/** Opens a report as a new document, to be read, saved or thrown away. */
export async function showReport(markdown: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown });
  await vscode.window.showTextDocument(document, { preview: false });
}
