import assert from 'node:assert/strict';
import type { ExplorerNode } from '../../src/tenant/explorer/explorer-node';
import { OpenNodes } from '../../src/vscode/explorer/open-nodes';

function memory() {
  const kept = new Map<string, unknown>();
  return {
    get: <T>(key: string, otherwise?: T) => (kept.has(key) ? JSON.parse(kept.get(key) as string) : otherwise) as T,
    update: (key: string, value: unknown) => {
      kept.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
  };
}

function node(id: string, isOpen = false): ExplorerNode {
  return { id, label: id, icon: { name: 'x' }, kind: 'section', isOpen };
}

describe('the lines that are open', () => {
  it('are as they come until somebody opens or closes one', () => {
    const open = new OpenNodes(memory());
    assert.equal(open.isOpen(node('a')), false);
    assert.equal(open.isOpen(node('a', true)), true);
    open.note(node('a', true), false);
    assert.equal(open.isOpen(node('a', true)), false);
  });

  it('are the same in the next window', () => {
    const kept = memory();
    const before = new OpenNodes(kept);
    before.note(node('a'), true);
    before.note(node('b'), true);
    before.note(node('b'), false);
    const after = new OpenNodes(kept);
    assert.deepEqual([after.isOpen(node('a')), after.isOpen(node('b', true))], [true, false]);
  });

  it('are forgotten in the end, the oldest first', () => {
    const open = new OpenNodes(memory());
    for (let number = 0; number <= 500; number++) open.note(node(String(number)), true);
    assert.equal(open.isOpen(node('0')), false);
    assert.equal(open.isOpen(node('1')), true);
  });
});
