import assert from 'node:assert/strict';
import { escapeJson, quoteJson, spanInString } from '../../../src/core/edits/json-text';

describe('quoteJson', () => {
  it('escapes what JSON demands and nothing else', () => {
    assert.equal(quoteJson('a "b" \\ c'), '"a \\"b\\" \\\\ c"');
    assert.equal(quoteJson('\b\f\n\r\t\u0000\u001f'), '"\\b\\f\\n\\r\\t\\u0000\\u001f"');
    assert.equal(quoteJson('</é\u007f\u2028😀'), '"</é\u007f\u2028😀"');
  });

  it('escapes without quotes for the middle of a string', () => {
    assert.equal(escapeJson('say "hi"\n'), 'say \\"hi\\"\\n');
  });
});

describe('spanInString', () => {
  const cases: readonly (readonly [what: string, literal: string])[] = [
    ['plain text', '"ab<c/d"'],
    ['short escapes', '"a\\"\\\\\\/\\n\\tz"'],
    ['unicode escapes', '"\\u0061\\u003cb\\u003E"'],
    ['surrogate pairs as they are', '"a😀b"'],
    ['escaped surrogate pairs', '"a\\ud83d\\ude00b"'],
    ['a pair that is half escaped', '"a\\ud83d\ude00b"'],
  ];
  for (const [what, literal] of cases) {
    it(`finds every part of ${what}`, () => {
      const value = JSON.parse(literal) as string;
      const text = `{"key": ${literal}}`;
      const place = { start: text.indexOf(literal), end: text.indexOf(literal) + literal.length };
      for (let start = 0; start <= value.length; start++) {
        for (let end = start; end <= value.length; end++) {
          const span = spanInString(text, place, start, end);
          assert.equal(JSON.parse(`"${text.slice(span.start, span.end)}"`), value.slice(start, end));
        }
      }
    });
  }

  it('finds the whole of an empty string between its quotes', () => {
    assert.deepEqual(spanInString('""', { start: 0, end: 2 }, 0, 0), { start: 1, end: 1 });
  });
});
