import * as vscode from 'vscode';
import { pageWords } from './page-words';

export const pageFolder = (extension: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(extension, 'dist', 'webview');

/** The page around the picture. It may run its own script and take its own style, and nothing else from anywhere. */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extension), name)).toString();
  const words = pageWords();
  const nonce = newNonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${attribute(vscode.env.language)}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width">
    <link rel="stylesheet" href="${file('graph-page.css')}">
    <title>${attribute(words.page)}</title>
  </head>
  <body data-words="${attribute(JSON.stringify(words))}">
    <script nonce="${nonce}" src="${file('graph-page.js')}"></script>
  </body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/[&"<]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** For one page; no text of a file ever stands in the page's source, so nobody gets to guess it. */
function newNonce(): string {
  return Array.from({ length: 32 }, () => letters.charAt(Math.floor(Math.random() * letters.length))).join('');
}
