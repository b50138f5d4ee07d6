import * as vscode from 'vscode';
import { toRange } from '../convert';
import type { Session } from '../session';
import { jsonSelector } from '../workflow-documents';

/** From a workflow or an atomic that is called to the file that defines it. */
export function registerLinks({ service, snapshots }: Session): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(jsonSelector, {
    async provideDocumentLinks(document) {
      const snapshot = await snapshots.current(document);
      const links = snapshot ? service.links(snapshot) : [];
      return links.map(({ range, target, tooltip }) => {
        const link = new vscode.DocumentLink(toRange(range), vscode.Uri.parse(target, true));
        link.tooltip = tooltip;
        return link;
      });
    },
  });
}
