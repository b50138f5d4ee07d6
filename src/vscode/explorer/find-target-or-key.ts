import * as vscode from 'vscode';
import type { ExplorerNode } from '../../tenant/explorer/explorer-node';
import { stateNodes } from '../../tenant/explorer/state-nodes';
import { workspaceNodes } from '../../tenant/explorer/workspace-nodes';
import type { WorkspaceIndex } from '../../tenant/state/workspace-index';
import type { ExplorerModel } from './explorer-model';
import { itemOf, showUsers, type NodeItem } from './show-users';

/** Any target or account key by its name, host or key; choosing one leads to who uses it. */
export async function findTargetOrKey(
  { active }: ExplorerModel,
  index: WorkspaceIndex,
  goTo: (node: ExplorerNode) => Promise<void>,
): Promise<void> {
  const items: NodeItem[] = [
    ...(active?.state ? listed(active.name, stateNodes('find', active.state, index)) : []),
    ...listed(vscode.l10n.t('Workspace'), workspaceNodes(index)),
  ];
  if (items.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No target and no account key is known. Sign in to a tenant, or open a folder with workflows.'),
    );
    return;
  }
  const placeHolder = vscode.l10n.t('A target or an account key');
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (picked?.node) await showUsers(picked.node, goTo);
}

function listed(title: string, sections: readonly ExplorerNode[]): NodeItem[] {
  const nodes = sections
    .flatMap(({ children }) => children?.() ?? [])
    .filter(({ kind }) => kind === 'target' || kind === 'accountKey');
  if (nodes.length === 0) return [];
  return [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...nodes.map(itemOf)];
}
