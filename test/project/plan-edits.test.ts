import assert from 'node:assert/strict';
import type { Change, MigrationPlan, TextEdit } from '../../src/core/language-service';
import { confirmationOf, isServedBy, rangeAfter } from '../../src/vscode/plan-edits';

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function edit(offset: number, length: number, newText = ''): TextEdit {
  return { range: nowhere, offset, length, newText };
}

function plan(edits: readonly TextEdit[]): MigrationPlan {
  return { status: 'migrated', changes: [], manual: [], edits, newText: '' };
}

function apply(text: string, edits: readonly Pick<TextEdit, 'offset' | 'length' | 'newText'>[]): string {
  return [...edits]
    .reverse()
    .reduce(
      (result, { offset, length, newText }) => result.slice(0, offset) + newText + result.slice(offset + length),
      text,
    );
}

/** Every way to confirm some edits and not the others. */
function subsets<T>(items: readonly T[]): T[][] {
  return Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, index) => mask & (1 << index)));
}

describe('what of a plan was confirmed', () => {
  const before = '{"a": "token", "b": ["x", "x", "x", "y"], "c": "token", "d": 1}';
  const edits = [edit(6, 7, '""'), edit(21, 5), edit(26, 5), edit(45, 7, '"longer than before"'), edit(54, 8)];

  it('is found again, and the rest completes it, whatever was chosen', () => {
    for (const chosen of subsets(edits)) {
      const now = apply(before, chosen);
      const confirmation = confirmationOf(before, plan(edits), now);
      assert.ok(confirmation, now);
      assert.equal(apply(before, [...confirmation.applied]), now);
      assert.equal(apply(now, confirmation.open), apply(before, edits));
      assert.equal(apply(now, confirmation.undo), before);
    }
  });

  it('is unknown where the text was changed otherwise', () => {
    assert.equal(confirmationOf(before, plan(edits), `${before} `), undefined);
    assert.equal(confirmationOf(before, plan(edits), before.replace('"d"', '"e"')), undefined);
    assert.equal(confirmationOf(before, plan(edits), ''), undefined);
  });

  it('takes another fit where the first one leads nowhere', () => {
    // After the first "ab" was left alone, the text looks for a while as if it had been removed.
    assert.deepEqual(
      [...(confirmationOf('ababc', plan([edit(0, 2), edit(4, 1)]), 'abab')?.applied ?? [])],
      [edit(4, 1)],
    );
  });
});

describe('an edit of a plan', () => {
  const change = (edits: TextEdit[]): Change => ({
    kind: 'delete-activity',
    workflow: '',
    activity: null,
    title: '',
    message: '',
    range: nowhere,
    edits,
  });

  it('serves the changes that it covers a part of', () => {
    assert.ok(isServedBy(change([edit(10, 5)]), edit(8, 20)));
    assert.ok(isServedBy(change([edit(10, 0, 'x')]), edit(10, 0, 'x')));
    assert.ok(!isServedBy(change([edit(10, 5)]), edit(15, 5)));
    assert.ok(!isServedBy(change([edit(10, 5)]), edit(2, 8)));
  });
});

describe('a range after the edits of a plan', () => {
  const at = (line: number, character: number) => ({ line, character });
  const edits: TextEdit[] = [
    { range: { start: at(2, 4), end: at(2, 4) }, offset: 20, length: 0, newText: 'one\ntwo\r\nthree' },
    { range: { start: at(5, 0), end: at(8, 0) }, offset: 50, length: 30, newText: '' },
  ];
  const cases: readonly (readonly [where: string, line: number, expected: number])[] = [
    ['before them all', 1, 1],
    ['between two', 4, 6],
    ['after them all', 9, 8],
  ];
  for (const [where, line, expected] of cases) {
    it(`stands ${where}`, () => {
      const range = { start: at(line, 2), end: at(line, 9) };
      assert.deepEqual(rangeAfter(edits, range), { start: at(expected, 2), end: at(expected, 9) });
    });
  }
});
