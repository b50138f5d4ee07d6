import * as vscode from 'vscode';
import type { ExplorerNode } from '../../tenant/explorer/explorer-node';
import { migrationNodes } from '../../tenant/explorer/migration-nodes';
import { tenantNodes } from '../../tenant/explorer/tenant-nodes';
import { workspaceNodes } from '../../tenant/explorer/workspace-nodes';
import type { Session } from '../session';
import { registerExplorerCommands } from './explorer-commands';
import type { ExplorerModel } from './explorer-model';
import { ExplorerTree } from './explorer-tree';
import { WorkspaceInventory } from './workspace-inventory';

/** The side bar with the tenants, the workspace and what is left to do. Reads nothing before it is looked at. */
export function registerExplorer(session: Session, model: ExplorerModel): vscode.Disposable {
  const workspace = new WorkspaceInventory(session);
  const { index } = workspace;
  const changed = new vscode.EventEmitter<void>();
  const tell = (): void => {
    changed.fire();
  };
  const view = (id: string, roots: () => readonly ExplorerNode[]): vscode.Disposable => {
    const tree = new ExplorerTree(roots, changed.event);
    const shown = vscode.window.createTreeView(id, { treeDataProvider: tree, showCollapseAll: true });
    const readOnce = shown.onDidChangeVisibility(({ visible }) => {
      if (visible) void workspace.read();
    });
    if (shown.visible) void workspace.read();
    return vscode.Disposable.from(tree, shown, readOnce);
  };
  return vscode.Disposable.from(
    workspace,
    changed,
    model.onDidChange(tell),
    workspace.onDidChange(tell),
    view('sxo.tenants', () => tenantNodes(model.views, index, Date.now())),
    view('sxo.workspace', () => (index.uris.length > 0 ? workspaceNodes(index) : [])),
    view('sxo.migration', () =>
      index.uris.length > 0 || model.active ? migrationNodes(model.active?.state, index) : [],
    ),
    registerExplorerCommands(session, model, workspace),
  );
}
