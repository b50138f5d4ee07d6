import assert from 'node:assert/strict';
import type { TenantView } from '../../../src/tenant/explorer/tenant-nodes';
import type { ExplorerNode } from '../../../src/tenant/explorer/explorer-node';
import type { TenantState } from '../../../src/tenant/state/tenant-state';
import { WorkspaceIndex } from '../../../src/tenant/state/workspace-index';
import { printJson } from '../../support/print-json';
import { serviceWith } from '../../support/service';
import { workflow, type WorkflowParts } from '../../support/workflow';

// What the explorer's lines are, seen from outside: all of them, by their labels, as plain data.

/** Each node with all that is below it, as if everything were opened. */
export function allNodes(nodes: readonly ExplorerNode[]): ExplorerNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children?.() ?? [])]);
}

export const labels = (nodes: readonly ExplorerNode[]): string[] => nodes.map(({ label }) => label);

/** The node at the end of a path of labels. */
export function nodeAt(nodes: readonly ExplorerNode[], ...path: readonly string[]): ExplorerNode {
  const [label, ...rest] = path;
  const found = nodes.find((node) => node.label === label);
  assert.ok(found, `no "${label ?? ''}" among ${labels(nodes).join(', ')}`);
  return rest.length === 0 ? found : nodeAt(found.children?.() ?? [], ...rest);
}

export const below = (nodes: readonly ExplorerNode[], ...path: readonly string[]): readonly ExplorerNode[] =>
  nodeAt(nodes, ...path).children?.() ?? [];

/** What holds for any tree, whatever is in it. */
export function assertSoundTree(make: () => readonly ExplorerNode[]): void {
  const nodes = allNodes(make());
  const ids = nodes.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'two nodes have one id');
  assert.equal(JSON.stringify(allNodes(make())), JSON.stringify(nodes), 'a second build differs');
  for (const node of nodes) {
    for (const text of [node.label, node.description ?? '', node.spoken ?? 'none']) {
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(text, /[\x00-\x1F\x7F\u2028\u2029\u202A-\u202E\u2066-\u2069]|undefined|null|NaN/, node.id);
    }
    assert.notEqual(node.label.trim(), '', node.id);
    const spoken = node.spoken ?? `${node.label} ${node.description ?? ''}`;
    // The line of an error is short, and what is said of it is the whole story.
    const isTold = node.kind === 'error' || spoken.toLowerCase().includes(node.label.toLowerCase());
    assert.ok(isTold, `"${spoken}" does not name "${node.label}"`);
    if (node.kind === 'use') assert.ok(node.place, `${node.id} leads nowhere`);
    if (node.tooltip !== undefined) assertPlain(node.tooltip);
  }
}

/** Markdown whose only marks are those of a title and of a list. */
export function assertPlain(markdown: string): void {
  const [title = '', ...lines] = markdown.replace(/\\[!-/:-@[-`{-~]/g, '').split('\n');
  for (const text of [title.replace(/^\*\*(.+)\*\*$/, '$1'), ...lines.map((line) => line.replace(/^- /, ''))]) {
    assert.doesNotMatch(text, /[\\`*_{}[\]()<>#|~&@]|:\/\/|www\./i, markdown.slice(0, 500));
  }
}

/** An index of one file for each workflow. */
export function indexOf(...workflows: readonly WorkflowParts[]): WorkspaceIndex {
  const service = serviceWith();
  const index = new WorkspaceIndex();
  for (const [number, parts] of workflows.entries()) {
    const uri = `file:///workspace/${number + 1}%20file.json`;
    index.set(uri, service.inventory({ uri, text: printJson(workflow(parts)) }));
  }
  return index;
}

export const now = Date.parse('2026-11-20T08:00:00.000Z');

export function viewOf(state: TenantState | undefined, more: Partial<TenantView> = {}): TenantView {
  return {
    id: 'one',
    name: 'One',
    place: 'North America',
    isActive: false,
    isSnapshot: false,
    isLoading: false,
    state,
    ...more,
  };
}
