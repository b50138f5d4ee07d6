import * as vscode from 'vscode';
import type { Session } from '../session';
import type { GraphPanel } from './graph-panel';
import { documentOf } from './page-message';

const viewType = 'sxo.graph';

/** Shows workflows as pictures beside their text, one panel for each document. */
export function registerGraph(session: Session): vscode.Disposable {
  const panels = new Map<string, GraphPanel>();
  const keep = async (panel: vscode.WebviewPanel, document: vscode.TextDocument): Promise<void> => {
    const { GraphPanel } = await import('./graph-panel.js');
    const key = document.uri.toString();
    const graph = new GraphPanel(session, panel, document);
    panels.set(key, graph);
    panel.onDidDispose(() => {
      graph.dispose();
      if (panels.get(key) === graph) panels.delete(key);
    });
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('sxo.openGraph', async (uri?: vscode.Uri) => {
      const { findTargetDocument } = await import('../commands/target-document.js');
      const target = await findTargetDocument(session, uri);
      if (!target) return;
      const { document, snapshot } = target;
      const open = panels.get(document.uri.toString());
      if (open) {
        open.reveal();
        return;
      }
      const name = vscode.workspace.asRelativePath(document.uri);
      if (session.service.graph(snapshot).nodes.length === 0) {
        const message = vscode.l10n.t('{0} is no workflow export, so there is nothing to draw.', name);
        void vscode.window.showInformationMessage(message);
        return;
      }
      const title = vscode.l10n.t('Graph: {0}', name.slice(name.lastIndexOf('/') + 1));
      const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      await keep(vscode.window.createWebviewPanel(viewType, title, where), document);
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      /** The page keeps its own state; the panel only needs to know whose picture it was. */
      async deserializeWebviewPanel(panel, state: unknown) {
        const uri = documentOf(state);
        try {
          if (uri !== undefined) {
            await keep(panel, await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)));
            return;
          }
        } catch {
          // The document is gone, and its picture goes, too.
        }
        panel.dispose();
      },
    }),
    {
      dispose: () => {
        for (const panel of panels.values()) panel.dispose();
      },
    },
  );
}
