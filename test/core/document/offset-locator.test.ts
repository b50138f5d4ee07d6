import assert from 'node:assert/strict';
import { JsonPathNode } from '../../../src/core/document/json-path';
import { OffsetLocator } from '../../../src/core/document/offset-locator';
import { compareWithTree } from '../../support/locator-against-tree';

describe('OffsetLocator', () => {
  const place = (text: string, ...keys: (string | number)[]): string | undefined => {
    const found = new OffsetLocator(text, 0).place(JsonPathNode.root().descendant(keys));
    return found && text.slice(found.value.start, found.value.end);
  };

  it('agrees with jsonc-parser about every value and key', () => {
    const texts = [
      '{}',
      ' [ ] ',
      'null',
      ' -1.5e3\n',
      '"a\\"]"',
      '{"a":{"b":[1,"x",{"c":[[],{}]}],"d":null},"e":true}',
      '{\r\n\t"a" : [ 1 , 2 ] ,\r\n\t"\\u0062" : "}{][\\\\"\r\n}\r\n',
      '[[[[]],[[],[{}]]],"\\\\\\"",[{"":""}]]',
      '\ufeff{"a": 1}',
    ];
    for (const text of texts) assert.ok(compareWithTree(text) > 0, text);
  });

  it('takes the last of keys that stand twice, as JSON.parse does', () => {
    assert.equal(place('{"a": [1], "b": 0, "a": {"c": 2}}', 'a'), '{"c": 2}');
    assert.equal(place('{"a": [1], "b": 0, "a": {"c": 2}}', 'a', 'c'), '2');
  });

  it('has no place for what is not there', () => {
    assert.equal(place('{"a": [1, 2]}', 'b'), undefined);
    assert.equal(place('{"a": [1, 2]}', 'a', 2), undefined);
    assert.equal(place('{"a": [1, 2]}', 'a', 'x'), undefined);
    assert.equal(place('{"a": "text"}', 'a', 0), undefined);
    assert.equal(place('{"0": 1}', 0), undefined);
  });

  it('asks for no more stack in deep nesting', () => {
    const depth = 100_000;
    const text = `${'['.repeat(depth)}1${']'.repeat(depth)}`;
    const locator = new OffsetLocator(text, 0);
    let path = JsonPathNode.root();
    for (let level = 0; level < 10; level++) path = path.child(0);
    assert.deepEqual(locator.place(path)?.value, { start: 10, end: text.length - 10 });
  });
});
