import * as vscode from 'vscode';
import type { ExplorerIcon, ExplorerNode } from '../../tenant/explorer/explorer-node';
import { escaped } from '../../core/text/markdown';
import type { OpenNodes } from './open-nodes';

const colours: Readonly<Record<NonNullable<ExplorerIcon['colour']>, string>> = {
  good: 'testing.iconPassed',
  warning: 'list.warningForeground',
  error: 'list.errorForeground',
};

/** Shows nodes in a view of the editor. What they say is not decided here. */
export class ExplorerTree implements vscode.TreeDataProvider<ExplorerNode>, vscode.Disposable {
  readonly #roots: () => Promise<readonly ExplorerNode[]>;
  readonly #open: OpenNodes;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(roots: () => Promise<readonly ExplorerNode[]>, open: OpenNodes, onDidChange: vscode.Event<void>) {
    this.#open = open;
    this.#roots = roots;
    this.#listener = onDidChange(() => {
      this.#changed.fire();
    });
  }

  async getChildren(node?: ExplorerNode): Promise<ExplorerNode[]> {
    return [...(node ? (node.children?.() ?? []) : await this.#roots())];
  }

  getTreeItem(node: ExplorerNode): vscode.TreeItem {
    const item = new vscode.TreeItem(node.label, this.#collapsibleState(node));
    // The editor opens only lines that are new to it: one that gets its first children later has to be.
    item.id = node.children ? node.id : `${node.id}/leaf`;
    if (node.description !== undefined) item.description = node.description;
    // Without one, the editor would repeat the label.
    item.tooltip = new vscode.MarkdownString(node.tooltip ?? escaped(node.label));
    item.iconPath = iconOf(node.icon);
    item.contextValue = contextOf(node);
    item.accessibilityInformation = { label: node.spoken ?? `${node.label} ${node.description ?? ''}`.trimEnd() };
    const command = node.command ?? openPlace(node);
    if (command) item.command = { ...command, arguments: [...(command.arguments ?? [])] };
    return item;
  }

  #collapsibleState(node: ExplorerNode): vscode.TreeItemCollapsibleState {
    if (!node.children) return vscode.TreeItemCollapsibleState.None;
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    return this.#open.isOpen(node) ? Expanded : Collapsed;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}

/** Kind first, then whatever may be so, such as `sxo.target.withId.withPlace`. */
function contextOf({ kind, traits = [], subject, place }: ExplorerNode): string {
  const parts = [...traits, subject?.uniqueName !== undefined && 'withId', place && 'withPlace'];
  return ['sxo', kind, ...parts.filter(Boolean)].join('.');
}

function iconOf({ name, colour }: ExplorerIcon): vscode.ThemeIcon {
  return new vscode.ThemeIcon(name, colour && new vscode.ThemeColor(colours[colour]));
}

/** Only what leads nowhere else opens a file at a click. */
function openPlace(node: ExplorerNode): ExplorerNode['command'] {
  return node.kind === 'use'
    ? { command: 'sxo.explorer.goTo', title: vscode.l10n.t('Go To'), arguments: [node] }
    : undefined;
}
