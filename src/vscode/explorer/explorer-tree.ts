import * as vscode from 'vscode';
import type { ExplorerIcon, ExplorerNode } from '../../tenant/explorer/explorer-node';
import { escaped } from '../../tenant/explorer/markdown';

const colours: Readonly<Record<NonNullable<ExplorerIcon['colour']>, string>> = {
  good: 'testing.iconPassed',
  warning: 'list.warningForeground',
  error: 'list.errorForeground',
};

/** Shows nodes in a view of the editor. What they say is not decided here. */
export class ExplorerTree implements vscode.TreeDataProvider<ExplorerNode>, vscode.Disposable {
  readonly #roots: () => readonly ExplorerNode[];
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(roots: () => readonly ExplorerNode[], onDidChange: vscode.Event<void>) {
    this.#roots = roots;
    this.#listener = onDidChange(() => {
      this.#changed.fire();
    });
  }

  getChildren(node?: ExplorerNode): ExplorerNode[] {
    return [...(node ? (node.children?.() ?? []) : this.#roots())];
  }

  getTreeItem(node: ExplorerNode): vscode.TreeItem {
    const item = new vscode.TreeItem(node.label, collapsibleState(node));
    item.id = node.id;
    if (node.description !== undefined) item.description = node.description;
    // Without one, the editor would repeat the label.
    item.tooltip = new vscode.MarkdownString(node.tooltip ?? escaped(node.label));
    item.iconPath = iconOf(node.icon);
    item.contextValue = `sxo.${node.kind}${node.subject?.uniqueName === undefined ? '' : '.withId'}`;
    item.accessibilityInformation = { label: node.spoken ?? `${node.label} ${node.description ?? ''}`.trimEnd() };
    const command = node.command ?? openPlace(node);
    if (command) item.command = { ...command, arguments: [...(command.arguments ?? [])] };
    return item;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}

function collapsibleState({ children, isOpen }: ExplorerNode): vscode.TreeItemCollapsibleState {
  if (!children) return vscode.TreeItemCollapsibleState.None;
  return isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function iconOf({ name, colour }: ExplorerIcon): vscode.ThemeIcon {
  return new vscode.ThemeIcon(name, colour && new vscode.ThemeColor(colours[colour]));
}

function openPlace(node: ExplorerNode): ExplorerNode['command'] {
  return node.place && { command: 'sxo.explorer.goTo', title: 'Go To', arguments: [node] };
}
