import assert from 'node:assert/strict';
import { JsonPathNode } from '../../../src/core/document/json-path';
import { OffsetLocator } from '../../../src/core/document/offset-locator';
import { applyEdits, composeEdits } from '../../../src/core/edits/compose-edits';
import { EditRefused } from '../../../src/core/edits/edit-refused';
import type { JsonOperation, JsonValue } from '../../../src/core/edits/json-operation';
import type { JsonPath } from '../../../src/core/document/json-path';

type Ask = (root: JsonPathNode) => JsonOperation;

const remove =
  (...keys: JsonPath): Ask =>
  (root) => ({ kind: 'remove', path: root.descendant(keys) });
const removeWithList =
  (...keys: JsonPath): Ask =>
  (root) => ({ kind: 'remove', path: root.descendant(keys), withEmptyList: true });
const set =
  (value: JsonValue, ...keys: JsonPath): Ask =>
  (root) => ({ kind: 'set', path: root.descendant(keys), value });
const splice =
  (start: number, end: number, text: string, ...keys: JsonPath): Ask =>
  (root) => ({
    kind: 'splice',
    path: root.descendant(keys),
    start,
    end,
    text,
  });

const rename =
  (name: string, ...keys: JsonPath): Ask =>
  (root) => ({ kind: 'rename', path: root.descendant(keys), name });
const insert =
  (at: number, value: JsonValue, ...keys: JsonPath): Ask =>
  (root) => ({ kind: 'insert', path: root.descendant(keys), at, value });
const insertNamed =
  (at: number, name: string, value: JsonValue, ...keys: JsonPath): Ask =>
  (root) => ({ kind: 'insert', path: root.descendant(keys), at, name, value });

function compose(text: string, asks: readonly Ask[]) {
  const root = JsonPathNode.root();
  return composeEdits(
    text,
    new OffsetLocator(text, text.startsWith('\ufeff') ? 1 : 0),
    asks.map((ask) => ask(root)),
  );
}

const edit = (text: string, ...asks: Ask[]): string => applyEdits(text, compose(text, asks));

/** One item or property to a line. */
const lines = (...content: string[]): string => content.join('\n');

describe('composeEdits', () => {
  describe('removes an item', () => {
    const list = lines('[', '  1,', '  2,', '  3', ']');
    const cases: readonly (readonly [what: string, asks: readonly Ask[], result: string])[] = [
      ['the first', [remove(0)], lines('[', '  2,', '  3', ']')],
      ['one in the middle', [remove(1)], lines('[', '  1,', '  3', ']')],
      ['the last', [remove(2)], lines('[', '  1,', '  2', ']')],
      ['the first two', [remove(0), remove(1)], lines('[', '  3', ']')],
      ['the last two', [remove(2), remove(1)], lines('[', '  1', ']')],
      ['first and last', [remove(2), remove(0)], lines('[', '  2', ']')],
      ['all', [remove(1), remove(2), remove(0)], '[]'],
      ['the same twice', [remove(1), remove(1)], lines('[', '  1,', '  3', ']')],
    ];
    for (const [what, asks, result] of cases)
      it(what, () => {
        assert.equal(edit(list, ...asks), result);
      });

    it('the only one', () => {
      assert.equal(edit('{ "a": [ 1 ] }', remove('a', 0)), '{ "a": [] }');
    });

    it('whatever the list looks like', () => {
      assert.equal(edit('[1,2,3]', remove(0)), '[2,3]');
      assert.equal(edit('[1,2,3]', remove(2)), '[1,2]');
      assert.equal(edit('[ 1 , 2 , 3 ]', remove(1)), '[ 1 , 3 ]');
      assert.equal(edit('[ 1 , 2 ]', remove(1)), '[ 1 ]');
      assert.equal(edit('[\r\n\t1,\r\n\t2,\r\n\t3\r\n]\r\n', remove(1), remove(2)), '[\r\n\t1\r\n]\r\n');
      assert.equal(edit('\ufeff[1,\n2]', remove(0)), '\ufeff[2]');
      assert.equal(
        edit(lines('[ {', '  "a": 1', '}, {', '  "b": 2', '} ]'), remove(0)),
        lines('[ {', '  "b": 2', '} ]'),
      );
      assert.equal(
        edit(lines('[ {', '  "a": 1', '}, {', '  "b": 2', '} ]'), remove(1)),
        lines('[ {', '  "a": 1', '} ]'),
      );
    });
  });

  describe('removes a property', () => {
    const object = lines('{', '  "a": 1,', '  "b": {"c": 2},', '  "d": "3"', '}');
    it('the first', () => {
      assert.equal(edit(object, remove('a')), lines('{', '  "b": {"c": 2},', '  "d": "3"', '}'));
    });
    it('one in the middle', () => {
      assert.equal(edit(object, remove('b')), lines('{', '  "a": 1,', '  "d": "3"', '}'));
    });
    it('the last', () => {
      assert.equal(edit(object, remove('d')), lines('{', '  "a": 1,', '  "b": {"c": 2}', '}'));
    });
    it('the only one', () => {
      assert.equal(edit(object, remove('b', 'c')), lines('{', '  "a": 1,', '  "b": {},', '  "d": "3"', '}'));
    });
    it('whose key is written with escapes', () => {
      assert.equal(edit('{"\\u0061": 1, "b": 2}', remove('a')), '{"b": 2}');
    });
  });

  describe('removes what holds something else to be changed', () => {
    it('and asks no more of the inside', () => {
      const text = '{"a": [{"b": "x", "c": [1]}, 2]}';
      assert.equal(edit(text, set('', 'a', 0, 'b'), remove('a', 0, 'c', 0), remove('a', 0)), '{"a": [2]}');
      assert.equal(edit(text, remove('a', 0), splice(0, 1, 'y', 'a', 0, 'b')), '{"a": [2]}');
    });

    it('with the list that it empties, where so wished', () => {
      const text = lines('{', '  "a": 1,', '  "list": [', '    1,', '    2', '  ]', '}');
      assert.equal(edit(text, removeWithList('list', 0), removeWithList('list', 1)), lines('{', '  "a": 1', '}'));
      assert.equal(edit(text, removeWithList('list', 0)), lines('{', '  "a": 1,', '  "list": [', '    2', '  ]', '}'));
      assert.equal(edit('{"list": [1]}', remove('list', 0)), '{"list": []}');
    });

    it('but never the whole file', () => {
      assert.equal(edit('[1]', removeWithList(0)), '[]');
      assert.throws(() => edit('[1]', remove()), EditRefused);
    });
  });

  describe('sets a value', () => {
    it('and leaves the rest of the line alone', () => {
      assert.equal(edit('{ "a" :  "x" ,"b":1}', set('', 'a')), '{ "a" :  "" ,"b":1}');
      assert.equal(edit('{"a": [1, {"b": 2}]}', set(null, 'a')), '{"a": null}');
      assert.equal(edit('{"a": "x"}', set('"\n', 'a')), '{"a": "\\"\\n"}');
    });

    it('once where it is asked for twice alike, and refuses two different ones', () => {
      assert.equal(edit('{"a": 1}', set('', 'a'), set('', 'a')), '{"a": ""}');
      assert.throws(() => edit('{"a": 1}', set('', 'a'), set('x', 'a')), EditRefused);
    });
  });

  describe('replaces part of a string', () => {
    it('whatever escapes come before it and inside it', () => {
      assert.equal(
        edit('{"a": "\\u003cb\\u003e \\"x\\" end"}', splice(4, 7, 'y', 'a')),
        '{"a": "\\u003cb\\u003e y end"}',
      );
      assert.equal(edit('["\\/\\ud83d\\ude00\\\\ rest"]', splice(1, 3, '', 0)), '["\\/\\\\ rest"]');
      assert.equal(edit('["😀 rest"]', splice(2, 3, '\t', 0)), '["😀\\trest"]');
    });

    it('in several places at once, but not in one place twice', () => {
      assert.equal(edit('["abcdef"]', splice(4, 5, 'E', 0), splice(0, 2, '', 0)), '["cdEf"]');
      assert.throws(() => edit('["abcdef"]', splice(0, 3, '', 0), splice(2, 4, 'x', 0)), EditRefused);
      assert.throws(() => edit('["abcdef"]', splice(0, 3, '', 0), set('', 0)), EditRefused);
    });
  });

  describe('refuses', () => {
    it('a place that is not there', () => {
      assert.throws(() => edit('{"a": [1]}', remove('a', 1)), /no a\/1\./);
      assert.throws(() => edit('{"a": [1]}', set('', 'b', 'c')), EditRefused);
    });

    it('a key that stands twice: what the last one hides would come to light', () => {
      assert.throws(() => edit('{"a": 1, "a": 2}', remove('a')), /stands twice/);
      assert.throws(() => edit('{"a": 1, "\\u0061": 2}', set('', 'a')), /stands twice/);
      assert.throws(() => edit('{"a": 1, "a": {"b": 2, "c": 3}}', remove('a', 'b')), /stands twice/);
    });
  });

  it('tells edits sorted and with the operation that asked', () => {
    const edits = compose('["a", "b", "c", "d"]', [set('', 3), remove(1), splice(0, 1, 'A', 0)]);
    assert.deepEqual(
      edits.map(({ start, end, newText, operation }) => [start, end, newText, operation.kind]),
      [
        [2, 3, 'A', 'splice'],
        [4, 9, '', 'remove'],
        [16, 19, '""', 'set'],
      ],
    );
  });

  describe('inserts', () => {
    const list = lines('[', '  1,', '  2', ']');
    const cases: readonly (readonly [what: string, text: string, asks: readonly Ask[], result: string])[] = [
      ['an item at the start', list, [insert(0, 9)], lines('[', '  9,', '  1,', '  2', ']')],
      ['an item in the middle', list, [insert(1, 9)], lines('[', '  1,', '  9,', '  2', ']')],
      ['an item at the end', list, [insert(7, 9)], lines('[', '  1,', '  2,', '  9', ']')],
      [
        'two in one place, in their order',
        list,
        [insert(2, 8), insert(2, 9)],
        lines('[', '  1,', '  2,', '  8,', '  9', ']'),
      ],
      ['where the neighbour before goes', list, [remove(0), insert(1, 9)], lines('[', '  9,', '  2', ']')],
      ['where the neighbour after goes', list, [remove(1), insert(1, 9)], lines('[', '  1,', '  9', ']')],
      ['where all others go', list, [removeWithList(0), removeWithList(1), insert(2, 9)], lines('[', '  9', ']')],
      [
        'into an empty list',
        lines('{', '  "a": []', '}'),
        [insert(0, 9, 'a')],
        lines('{', '  "a": [', '    9', '  ]', '}'),
      ],
      [
        'nested values with the indentation of the file',
        lines('{', '\t"a" : {', '\t\t"b" : 1', '\t}', '}'),
        [insertNamed(1, 'c', [{ d: 'é"', e: [] }, null], 'a')],
        lines(
          '{',
          '\t"a" : {',
          '\t\t"b" : 1,',
          '\t\t"c" : [',
          '\t\t\t{',
          '\t\t\t\t"d" : "é\\"",',
          '\t\t\t\t"e" : []',
          '\t\t\t},',
          '\t\t\tnull',
          '\t\t]',
          '\t}',
          '}',
        ),
      ],
      [
        'on one line where all stands on one',
        '{"a":[1,2],"b":{}}',
        [insert(0, { c: [true] }, 'a'), insertNamed(0, 'd', 1, 'b')],
        '{"a":[{"c":[true]},1,2],"b":{"d":1}}',
      ],
      [
        'with the spaces of a file on one line',
        '{"a": [1, 2]}',
        [insert(2, { c: [3, 4] }, 'a')],
        '{"a": [1, 2, {"c": [3, 4]}]}',
      ],
      ['with the line breaks of the file', '[\r\n  1\r\n]', [insert(1, [2])], '[\r\n  1,\r\n  [\r\n    2\r\n  ]\r\n]'],
      ['a property of the whole file', '{\n "a": 1\n}', [insertNamed(0, 'b', 2)], '{\n "b": 2,\n "a": 1\n}'],
    ];
    for (const [what, text, asks, result] of cases)
      it(what, () => {
        assert.equal(edit(text, ...asks), result);
      });

    it('refuses a key that is there', () => {
      assert.throws(() => edit('{"a": 1}', insertNamed(0, 'a', 2)), EditRefused);
    });

    it('refuses a place that is not there', () => {
      assert.throws(() => edit('{"a": 1}', insert(0, 2, 'b')), EditRefused);
    });
  });

  it('sets a value with members, laid out as the file is', () => {
    assert.equal(edit(lines('{', '  "a": null', '}'), set(['x'], 'a')), lines('{', '  "a": [', '    "x"', '  ]', '}'));
  });

  it('renames a property and leaves its value', () => {
    assert.equal(edit('{"a" : [ 1 ]}', rename('b"', 'a')), '{"b\\"" : [ 1 ]}');
    assert.throws(() => edit('[1]', rename('b', 0)), EditRefused);
  });
});
