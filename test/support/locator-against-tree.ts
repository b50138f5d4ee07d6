import assert from 'node:assert/strict';
import { parseTree, type Node } from 'jsonc-parser';
import { JsonPathNode } from '../../src/core/document/json-path';
import type { Locator } from '../../src/core/document/locator';
import { OffsetLocator } from '../../src/core/document/offset-locator';

/**
 * Asks the locator for every value and every key of a JSON text and holds its answers against jsonc-parser's.
 * @returns how many values there are.
 */
export function compareWithTree(text: string): number {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const tree = parseTree(text.slice(start));
  assert.ok(tree);
  return compare(new OffsetLocator(text, start), tree, JsonPathNode.root(), start);
}

function compare(locator: Locator, node: Node, path: JsonPathNode, start: number): number {
  const place = locator.place(path);
  if (place?.value.start !== start + node.offset || place.value.end !== start + node.offset + node.length) {
    assert.deepEqual(
      place?.value,
      { start: start + node.offset, end: start + node.offset + node.length },
      path.toArray().join('/'),
    );
  }
  const members = locator.members(path);
  const children = node.children ?? [];
  assert.equal(members.length, children.length);
  let values = 1;
  children.forEach((child, index) => {
    const [key, value] = node.type === 'object' ? [child.children?.[0], child.children?.[1]] : [undefined, child];
    const member = members[index];
    assert.ok(value && member);
    const name: unknown = key ? key.value : index;
    assert.equal(member.name, name);
    if (key) {
      assert.equal(member.key?.start, start + key.offset);
      assert.equal(member.key.end, start + key.offset + key.length);
      // Of keys that stand twice only the last can be asked for.
      if (children.findLast((other) => other.children?.[0]?.value === name) !== child) return;
    }
    values += compare(locator, value, path.child(member.name), start);
  });
  return values;
}
