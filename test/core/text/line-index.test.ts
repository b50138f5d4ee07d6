import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/core/text/line-index';

describe('LineIndex', () => {
  it('counts lines as editors do: \\n, \\r\\n and \\r', () => {
    const lines = new LineIndex('a\nbc\r\nd\re');
    const places = [0, 1, 2, 4, 5, 6, 7, 8, 9]
      .map((offset) => lines.position(offset))
      .map(({ line, character }) => `${line}:${character}`);
    assert.deepEqual(places, ['0:0', '0:1', '1:0', '1:2', '1:3', '2:0', '2:1', '3:0', '3:1']);
  });

  it('counts UTF-16 code units', () => {
    assert.deepEqual(new LineIndex('x\n😀é!').position(5), { line: 1, character: 3 });
  });

  it('knows the end of the text, with and without a last line break', () => {
    assert.deepEqual(new LineIndex('a\n').position(2), { line: 1, character: 0 });
    assert.deepEqual(new LineIndex('a').position(1), { line: 0, character: 1 });
    assert.deepEqual(new LineIndex('').position(0), { line: 0, character: 0 });
  });

  it('gives ranges from spans', () => {
    const range = new LineIndex('ab\ncd\n').range({ start: 1, end: 4 });
    assert.deepEqual(range, { start: { line: 0, character: 1 }, end: { line: 1, character: 1 } });
  });

  it('finds offsets again', () => {
    for (const text of ['a\nbc\n\nd', 'a\r\nbc\r\n\r\nd', '\n\n', 'x']) {
      const lines = new LineIndex(text);
      for (let offset = 0; offset <= text.length; offset++) assert.equal(lines.offset(lines.position(offset)), offset);
    }
  });

  it('takes positions beyond the text for its nearest end', () => {
    const lines = new LineIndex('ab\ncd');
    assert.equal(lines.offset({ line: 7, character: 0 }), 5);
    assert.equal(lines.offset({ line: 1, character: 9 }), 5);
  });
});
