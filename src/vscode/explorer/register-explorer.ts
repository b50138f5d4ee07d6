import * as vscode from 'vscode';
import { explorerCommandIds } from './explorer-command-ids';
import type { ExplorerCommand } from './explorer-commands';
import { ExplorerTree } from './explorer-tree';
import { explorerViewIds, type ExplorerViewId } from './explorer-views';
import type { LazyExplorer } from './lazy-explorer';
import { OpenNodes } from './open-nodes';

const minute = 60_000;

/** The side bar with the tenants, the workspace and what is left to do. Reads nothing before it is looked at. */
export function registerExplorer(lazy: LazyExplorer, memory: vscode.Memento): vscode.Disposable {
  const open = new OpenNodes(memory);
  const changed = new vscode.EventEmitter<void>();
  const tell = (): void => {
    changed.fire();
  };
  let inventory: vscode.Disposable | undefined;
  const read = async (): Promise<void> => {
    const { workspace } = await lazy.load();
    inventory ??= workspace.onDidChange(tell);
    await workspace.read();
  };
  const view = (id: ExplorerViewId): vscode.Disposable => {
    const tree = new ExplorerTree(async () => (await lazy.load()).roots(id), open, changed.event);
    const shown = vscode.window.createTreeView(id, { treeDataProvider: tree, showCollapseAll: true });
    if (shown.visible) void read();
    return vscode.Disposable.from(
      tree,
      shown,
      shown.onDidChangeVisibility(({ visible }) => {
        if (visible) void read();
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
    lazy.onDidChange(tell),
    everyMinute(() => {
      if (lazy.loaded?.hasTenants) tell();
    }),
    ...explorerViewIds.map(view),
    ...explorerCommandIds.map((id) =>
      vscode.commands.registerCommand(id, async (...asked: Parameters<ExplorerCommand>) => {
        const { commands } = await lazy.load();
        return commands[id](...asked);
      }),
    ),
    new vscode.Disposable(() => {
      inventory?.dispose();
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
