import * as vscode from 'vscode';
import type { ExplorerNode } from '../../tenant/explorer/explorer-node';
import { migrationNodes } from '../../tenant/explorer/migration-nodes';
import { tenantNodes } from '../../tenant/explorer/tenant-nodes';
import { workspaceNodes } from '../../tenant/explorer/workspace-nodes';
import type { Session } from '../session';
import { explorerCommandIds } from './explorer-command-ids';
import type { ExplorerCommand } from './explorer-commands';
import type { ExplorerModel } from './explorer-model';
import { ExplorerTree } from './explorer-tree';
import { OpenNodes } from './open-nodes';
import type { WorkspaceInventory } from './workspace-inventory';

const minute = 60_000;

/** The side bar with the tenants, the workspace and what is left to do. Reads nothing before it is looked at. */
export function registerExplorer(
  session: Session,
  model: ExplorerModel,
  workspace: WorkspaceInventory,
  memory: vscode.Memento,
): vscode.Disposable {
  const open = new OpenNodes(memory);
  const { index } = workspace;
  const changed = new vscode.EventEmitter<void>();
  const tell = (): void => {
    changed.fire();
  };
  const view = (id: string, roots: () => readonly ExplorerNode[]): vscode.Disposable => {
    const tree = new ExplorerTree(roots, open, changed.event);
    const shown = vscode.window.createTreeView(id, { treeDataProvider: tree, showCollapseAll: true });
    if (shown.visible) void workspace.read();
    return vscode.Disposable.from(
      tree,
      shown,
      shown.onDidChangeVisibility(({ visible }) => {
        if (visible) void workspace.read();
      }),
      shown.onDidExpandElement(({ element }) => {
        open.note(element, true);
      }),
      shown.onDidCollapseElement(({ element }) => {
        open.note(element, false);
      }),
    );
  };
  return vscode.Disposable.from(
    changed,
    model.onDidChange(tell),
    workspace.onDidChange(tell),
    everyMinute(() => {
      if (model.views.length > 0) tell();
    }),
    view('sxo.tenants', () => tenantNodes(model.views, index, Date.now())),
    view('sxo.workspace', () => (index.uris.length > 0 ? workspaceNodes(index) : [])),
    view('sxo.migration', () =>
      index.uris.length > 0 || model.active ? migrationNodes(model.active?.state, index) : [],
    ),
    ...registerCommands(async () => {
      const { explorerCommands } = await import('./explorer-commands.js');
      return explorerCommands(session, model, workspace);
    }),
  );
}

/** Most windows never ask for one, so what they do is loaded with the first that somebody asks for. */
function registerCommands(load: () => Promise<Readonly<Record<string, ExplorerCommand>>>): vscode.Disposable[] {
  let loading: ReturnType<typeof load> | undefined;
  return explorerCommandIds.map((id) =>
    vscode.commands.registerCommand(id, async (...asked: Parameters<ExplorerCommand>) => {
      const commands = await (loading ??= load());
      return commands[id]?.(...asked);
    }),
  );
}

/** Ages of data and waits are told in minutes, and must not stand still. */
function everyMinute(run: () => void): vscode.Disposable {
  const timer = setInterval(run, minute);
  return new vscode.Disposable(() => {
    clearInterval(timer);
  });
}
