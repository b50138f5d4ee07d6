import assert from 'node:assert/strict';
import { fitsName, fitsPath, isExactPath } from '../../../src/core/text/wildcard';

describe('wildcards', () => {
  const names: readonly (readonly [pattern: string, name: string, fits: boolean])[] = [
    ['My CTR*', 'my ctr EU', true],
    ['My CTR*', 'Another My CTR', false],
    ['*_CTR_*', 'team_ctr_eu', true],
    ['*a*b', 'aab', true],
    ['*a*b', 'aba', false],
    ['name', 'name', true],
    ['name', 'names', false],
    ['a.c', 'abc', false],
    ['*', '', true],
  ];
  for (const [pattern, name, expected] of names) {
    it(`${pattern} ${expected ? 'fits' : 'does not fit'} the name "${name}"`, () => {
      assert.equal(fitsName(pattern, name), expected);
    });
  }

  const paths: readonly (readonly [pattern: string, path: string, fits: boolean])[] = [
    ['a.json', 'a.json', true],
    ['a.json', 'flows/a.json', false],
    ['*.json', 'a.json', true],
    ['*.json', 'flows/a.json', false],
    ['**/*.json', 'a.json', true],
    ['**/*.json', 'flows/deep/a.json', true],
    ['flows/**', 'flows/deep/a.json', true],
    ['flows/**', 'other/a.json', false],
    ['flows/**/deep/*.json', 'flows/deep/a.json', true],
    ['flows/**/deep/*.json', 'flows/x/deep/y/deep/a.json', true],
    ['flows/?.json', 'flows/a.json', true],
    ['flows/?.json', 'flows/ab.json', false],
    ['A.json', 'a.json', false],
  ];
  for (const [pattern, path, expected] of paths) {
    it(`${pattern} ${expected ? 'fits' : 'does not fit'} the path "${path}"`, () => {
      assert.equal(fitsPath(pattern, path), expected);
    });
  }

  it('answer at once where a pattern of many stars fits nothing', () => {
    const start = performance.now();
    assert.equal(fitsName(`${'*a'.repeat(60)}*b`, 'a'.repeat(20_000)), false);
    assert.ok(performance.now() - start < 1000);
  });

  it('are told from plain paths', () => {
    assert.deepEqual(['flows/a.json', 'flows/*.json', 'a?.json'].map(isExactPath), [true, false, false]);
  });
});
