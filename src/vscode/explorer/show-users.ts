import * as vscode from 'vscode';
import type { ExplorerNode } from '../../tenant/explorer/explorer-node';

export interface NodeItem extends vscode.QuickPickItem {
  readonly node?: ExplorerNode;
}

export function itemOf(node: ExplorerNode): NodeItem {
  const { label, description, icon } = node;
  return { label: `$(${icon.name}) ${label}`, ...(description === undefined ? {} : { description }), node };
}

/** Lets somebody choose among those who use a target or an account key, and goes there. */
export async function showUsers(node: ExplorerNode, goTo: (node: ExplorerNode) => Promise<void>): Promise<void> {
  const users = (node.children?.() ?? []).filter(({ kind }) => kind === 'use').map(itemOf);
  if (users.length === 0) {
    void vscode.window.showInformationMessage(`No workflow of the workspace uses ${node.label}.`);
    return;
  }
  const options = { placeHolder: `Who uses ${node.label}`, matchOnDescription: true };
  const user = await vscode.window.showQuickPick(users, options);
  if (user?.node) await goTo(user.node);
}
