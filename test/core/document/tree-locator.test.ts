import assert from 'node:assert/strict';
import { JsonPathNode } from '../../../src/core/document/json-path';
import { parseTolerantly } from '../../../src/core/document/tolerant-parser';
import { TreeLocator } from '../../../src/core/document/tree-locator';

describe('TreeLocator', () => {
  const locate = (text: string, start = 0) => {
    const locator = new TreeLocator(parseTolerantly(text, start).root?.member);
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
    const found = new TreeLocator(parseTolerantly(text, 0).root?.member).place(JsonPathNode.root().child('b'));
    assert.deepEqual(found?.key, { start: 9, end: 12 });
  });

  it('counts from the start that it is told', () => {
    assert.equal(locate('{"a": [1, 2', 1)('a', 1), '2');
    const found = new TreeLocator(parseTolerantly('[1', 1).root?.member).place(JsonPathNode.root().child(0));
    assert.deepEqual(found?.value, { start: 2, end: 3 });
  });

  it('has nothing where there is no value at all', () => {
    const locator = new TreeLocator(parseTolerantly('', 0).root?.member);
    assert.equal(locator.place(JsonPathNode.root()), undefined);
    assert.deepEqual(locator.members(JsonPathNode.root()), []);
  });
});
