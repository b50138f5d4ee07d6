import assert from 'node:assert/strict';
import { JsonPathNode } from '../../../src/core/document/json-path';
import { parseDocument } from '../../../src/core/document/parsed-document';

describe('parseDocument', () => {
  const errorsOf = (text: string) =>
    parseDocument(text).syntaxErrors.map(({ message, offset }) => `${message} at ${offset}`);

  it('reads valid JSON without an error, byte order mark or not', () => {
    assert.deepEqual(parseDocument('{"a": [1]}').value, { a: [1] });
    const marked = parseDocument('\ufeff{"a": [1]}');
    assert.deepEqual(marked.value, { a: [1] });
    assert.deepEqual(marked.syntaxErrors, []);
    assert.deepEqual(marked.locator.place(JsonPathNode.root())?.value, { start: 1, end: 11 });
  });

  it('says in words what is wrong, and where', () => {
    assert.deepEqual(errorsOf('{"a": 1 "b": 2}'), ['comma expected at 8']);
    assert.deepEqual(errorsOf('\ufeff[1 2]'), ['comma expected at 4']);
    assert.deepEqual(errorsOf('{"a": 1} 2')[0], 'end of file expected at 9');
  });

  it('takes for an error whatever JSON.parse refuses', () => {
    for (const text of [
      '',
      ' ',
      '// no\n{}',
      '{"a": 1,}',
      '[1,]',
      '"\t"',
      "{'a': 1}",
      '01',
      '"\\x"',
      '{"a"}',
      '\ufeff\ufeff{}',
      'NaN',
      '[1]]',
    ]) {
      assert.ok(errorsOf(text).length > 0, text);
    }
  });

  it('keeps what can be understood', () => {
    assert.equal(JSON.stringify(parseDocument('{"a": [1, 2').value), '{"a":[1,2]}');
    assert.equal(parseDocument('').value, undefined);
  });
});
