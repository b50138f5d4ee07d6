import * as vscode from 'vscode';
import type { ExplorerNode } from '../../tenant/explorer/explorer-node';
import { plainMessage } from '../../tenant/explorer/plain-message';

export interface NodeItem extends vscode.QuickPickItem {
  readonly node?: ExplorerNode;
}

export function itemOf(node: ExplorerNode): NodeItem {
  const { icon } = node;
  // Only the first of them is an icon of ours.
  const shown = (text: string): string => text.replaceAll('$(', '$ (');
  const label = `$(${icon.name}) ${shown(node.label)}`;
  return { label, ...(node.description === undefined ? {} : { description: shown(node.description) }), node };
}

/** Lets somebody choose among those who use a target or an account key, and goes there. */
export async function showUsers(node: ExplorerNode, goTo: (node: ExplorerNode) => Promise<void>): Promise<void> {
  const users = (node.children?.() ?? []).filter(({ kind }) => kind === 'use').map(itemOf);
  if (users.length === 0) {
    void vscode.window.showInformationMessage(
      plainMessage(vscode.l10n.t('No workflow of the workspace uses {0}.', node.label)),
    );
    return;
  }
  const options = { placeHolder: vscode.l10n.t('Who uses {0}', node.label), matchOnDescription: true };
  const user = await vscode.window.showQuickPick(users, options);
  if (user?.node) await goTo(user.node);
}
