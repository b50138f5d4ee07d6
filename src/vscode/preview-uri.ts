import * as vscode from 'vscode';

/** Virtual documents that show what a migration would make of another document. */
export const previewScheme = 'sxo-preview';

/** The address of the migrated twin of a document. It ends in `.json`, so that the editor colours it as JSON. */
export function previewUri(original: vscode.Uri): vscode.Uri {
  const path = original.path.endsWith('.json') ? original.path : `${original.path}.json`;
  return vscode.Uri.from({ scheme: previewScheme, path, query: original.toString() });
}

/** The document itself, for its own address as for that of its preview. */
export function originalUri(uri: vscode.Uri): vscode.Uri {
  return uri.scheme === previewScheme ? vscode.Uri.parse(uri.query, true) : uri;
}
