import * as vscode from 'vscode';

export const pageFolder = (extension: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(extension, 'dist', 'webview');

/** The page around the picture. It may run its own script and take its own style, and nothing else from anywhere. */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extension), name)).toString();
  const nonce = newNonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width">
    <link rel="stylesheet" href="${file('graph-page.css')}">
    <title>Workflow Graph</title>
  </head>
  <body>
    <script nonce="${nonce}" src="${file('graph-page.js')}"></script>
  </body>
</html>`;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** For one page; no text of a file ever stands in the page's source, so nobody gets to guess it. */
function newNonce(): string {
  return Array.from({ length: 32 }, () => letters.charAt(Math.floor(Math.random() * letters.length))).join('');
}
