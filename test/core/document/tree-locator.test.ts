import assert from 'node:assert/strict';
import { parseTree } from 'jsonc-parser';
import { JsonPathNode } from '../../../src/core/document/json-path';
import { TreeLocator } from '../../../src/core/document/tree-locator';

describe('TreeLocator', () => {
  const locate = (text: string, start = 0) => {
    const locator = new TreeLocator(parseTree(text), start);
    return (...keys: (string | number)[]): string | undefined => {
      const found = locator.place(JsonPathNode.root().descendant(keys));
      return found && text.slice(found.value.start - start, found.value.end - start);
    };
  };

  it('finds what broken text still holds', () => {
    const place = locate('{"a": [1, {"b": "x"} "c"], "d": , "e": {"f": tru');
    assert.equal(place('a', 0), '1');
    assert.equal(place('a', 1, 'b'), '"x"');
    assert.equal(place('e', 'f'), undefined);
    assert.equal(place('d'), undefined);
  });

  it('gives the places of keys', () => {
    const text = '{"a": 1, "b": 2';
    const found = new TreeLocator(parseTree(text), 0).place(JsonPathNode.root().child('b'));
    assert.deepEqual(found?.key, { start: 9, end: 12 });
  });

  it('counts from the start that it is told', () => {
    assert.equal(locate('{"a": [1, 2', 1)('a', 1), '2');
    const found = new TreeLocator(parseTree('[1'), 1).place(JsonPathNode.root().child(0));
    assert.deepEqual(found?.value, { start: 2, end: 3 });
  });

  it('has nothing where there is no value at all', () => {
    const locator = new TreeLocator(parseTree(''), 0);
    assert.equal(locator.place(JsonPathNode.root()), undefined);
    assert.deepEqual(locator.members(JsonPathNode.root()), []);
  });
});
