import * as vscode from 'vscode';
import type { ExplorerNode } from '../../tenant/explorer/explorer-node';
import { stateNodes } from '../../tenant/explorer/state-nodes';
import { workspaceNodes } from '../../tenant/explorer/workspace-nodes';
import type { WorkspaceIndex } from '../../tenant/state/workspace-index';
import type { ExplorerModel } from './explorer-model';

interface Found extends vscode.QuickPickItem {
  readonly node?: ExplorerNode;
}

/** Any target or account key by its name, host or key; choosing one leads to who uses it. */
export async function findTargetOrKey(
  { active }: ExplorerModel,
  index: WorkspaceIndex,
  goTo: (node: ExplorerNode) => Promise<void>,
): Promise<void> {
  const items: Found[] = [
    ...(active?.state ? listed(active.name, stateNodes('find', active.state, index)) : []),
    ...listed('Workspace', workspaceNodes(index)),
  ];
  if (items.length === 0) {
    void vscode.window.showInformationMessage(
      'No target and no account key is known. Sign in to a tenant, or open a folder with workflows.',
    );
    return;
  }
  const placeHolder = 'A target or an account key';
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (!picked?.node) return;
  const users = (picked.node.children?.() ?? []).map((node): Found => ({ ...lineOf(node), node }));
  if (users.length === 0) {
    void vscode.window.showInformationMessage(`No workflow of the workspace uses ${picked.node.label}.`);
    return;
  }
  const user = await vscode.window.showQuickPick(users, { placeHolder: `Who uses ${picked.node.label}` });
  if (user?.node) await goTo(user.node);
}

function listed(title: string, sections: readonly ExplorerNode[]): Found[] {
  const nodes = sections
    .flatMap(({ children }) => children?.() ?? [])
    .filter(({ kind }) => kind === 'target' || kind === 'accountKey');
  if (nodes.length === 0) return [];
  return [
    { label: title, kind: vscode.QuickPickItemKind.Separator },
    ...nodes.map((node): Found => ({ ...lineOf(node), node })),
  ];
}

function lineOf({ label, description, icon }: ExplorerNode): vscode.QuickPickItem {
  return { label: `$(${icon.name}) ${label}`, ...(description === undefined ? {} : { description }) };
}
