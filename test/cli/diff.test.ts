import assert from 'node:assert/strict';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { unifiedDiff } from '../../src/cli/formatters/diff';
import type { TextEdit } from '../../src/core/language-service';
import { LineIndex } from '../../src/core/text/line-index';

function editsFor(text: string, spans: readonly (readonly [start: number, end: number, newText: string])[]): TextEdit[] {
  const index = new LineIndex(text);
  return spans.map(([start, end, newText]) => ({ offset: start, length: end - start, newText, range: index.range({ start, end }) }));
}

function applied(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight((result, { offset, length, newText }) => result.slice(0, offset) + newText + result.slice(offset + length), text);
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

describe('unified diff', () => {
  const lines = `${alphabet.split('').join('\n')}\n`;
  const place = (letter: string) => lines.indexOf(letter);

  it('shows changed lines with three lines around them', () => {
    const edits = editsFor(lines, [[place('h'), place('h') + 1, 'H']]);
    assert.equal(
      unifiedDiff('dir/x.json', lines, edits),
      '--- a/dir/x.json\n+++ b/dir/x.json\n@@ -5,7 +5,7 @@\n e\n f\n g\n-h\n+H\n i\n j\n k\n',
    );
  });

  it('joins what is near, parts what is far, and counts on', () => {
    const edits = editsFor(lines, [
      [place('b'), place('c'), ''],
      [place('i'), place('i'), 'new\n'],
      [place('t'), place('v'), ''],
    ]);
    assert.equal(
      unifiedDiff('x', lines, edits),
      '--- a/x\n+++ b/x\n@@ -1,11 +1,11 @@\n a\n-b\n c\n d\n e\n f\n g\n h\n+new\n i\n j\n k\n' +
        '@@ -17,8 +17,6 @@\n q\n r\n s\n-t\n-u\n v\n w\n x\n',
    );
  });

  it('shows what stays out of a deletion that begins and ends inside lines', () => {
    const text = '[\n  {\n    1\n  },\n  {\n    2\n  }\n]';
    const edits = editsFor(text, [[text.indexOf('{'), text.lastIndexOf('{'), '']]);
    assert.equal(applied(text, edits), '[\n  {\n    2\n  }\n]');
    assert.equal(unifiedDiff('x', text, edits), '--- a/x\n+++ b/x\n@@ -1,8 +1,5 @@\n [\n   {\n-    1\n-  },\n-  {\n     2\n   }\n ]\n\\ No newline at end of file\n');
  });

  it('keeps carriage returns and says where the last newline is missing', () => {
    assert.equal(
      unifiedDiff('x', 'a\r\nb', editsFor('a\r\nb', [[3, 4, 'c\r\n']])),
      '--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n+c\r\n',
    );
  });

  it('is empty where nothing changes', () => {
    assert.equal(unifiedDiff('x', 'a', []), '');
    assert.equal(unifiedDiff('x', 'a\n', editsFor('a\n', [[0, 1, 'a']])), '');
  });

  it('names files so that a patch tool finds them', () => {
    const header = (name: string) => unifiedDiff(name, 'a', editsFor('a', [[0, 1, 'b']])).split('\n')[0];
    assert.equal(header('/abs/x.json'), '--- a/abs/x.json');
    assert.equal(header('my file.json'), '--- a/my file.json\t');
    assert.equal(header('a\n+++ b/other'), '--- "a/a\\n+++ b/other"');
  });

  it('leads from one text to the other, for any edits', () => {
    const texts = fc.array(fc.constantFrom('a\n', 'b\n', '\n', 'ab', '\r\n', '}'), { maxLength: 40 }).map((parts) => parts.join(''));
    const cases = texts.chain((text) =>
      fc.record({
        text: fc.constant(text),
        cuts: fc.uniqueArray(fc.nat(text.length), { maxLength: 8 }).map((cuts) => cuts.sort((a, b) => a - b)),
        inserts: fc.array(fc.constantFrom('', 'x', 'x\n', '\n', 'a\nb\n'), { minLength: 4, maxLength: 4 }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ text, cuts, inserts }) => {
        const spans = inserts.flatMap((insert, index) => {
          const [start, end] = [cuts[2 * index], cuts[2 * index + 1]];
          return start === undefined || end === undefined ? [] : [[start, end, insert] as const];
        });
        const edits = editsFor(text, spans);
        const after = applied(text, edits);
        const patch = unifiedDiff('x', text, edits);
        if (text === after) assert.equal(patch, '');
        else assert.equal(applyPatch(text, patch, { autoConvertLineEndings: false }), after);
      }),
      { numRuns: 500 },
    );
  });
});
