import assert from 'node:assert/strict';
import { bothVocabularies } from '../../../src/core/vocabulary';
import { methodIcons, methodWords } from '../../../src/tenant/explorer/verdict-words';

describe('the words for a verdict', () => {
  it('begin with the verdict and explain it, one icon each', () => {
    assert.deepEqual(Object.keys(methodWords(bothVocabularies)), Object.keys(methodIcons));
    for (const [method, words] of Object.entries(methodWords(bothVocabularies)))
      assert.match(words, new RegExp(`^${method}: [a-z ,]+$`, 'i'));
    assert.equal(new Set(Object.values(methodIcons).map(({ name }) => name)).size, 5);
  });

  it('warn of what needs work, and only of that', () => {
    assert.deepEqual(
      Object.entries(methodIcons).map(([method, { colour }]) => [method, colour]),
      [
        ['legacy', 'warning'],
        ['token', 'good'],
        ['mixed', 'warning'],
        ['broken', 'error'],
        ['unknown', undefined],
      ],
    );
  });
});
