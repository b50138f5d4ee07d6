import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { idInSet } from '../../../../src/core/migration/retargeting/set-id';

const shape = /^definition_target_0[0-9A-Z]{12}[0-7][0-9A-Za-z]{21}$/;
const id = 'definition_target_03QW7ZK2TPLMN4aB9dE1fG7hJ3kL5mN8pQz';

describe('the id of a target in another set', () => {
  it('is another one of the same shape and time, and always the same', () => {
    const moved = idInSet(id, '_Token', 'forwards');
    assert.match(id, shape);
    assert.match(moved, shape);
    assert.notEqual(moved, id);
    assert.equal(moved.slice(0, -8), id.slice(0, -8));
    assert.equal(idInSet(id, '_Token', 'forwards'), moved);
  });

  it('is another one in each set', () => {
    const ids = ['_Token', '_Legacy', '_New', '-2'].map((suffix) => idInSet(id, suffix, 'forwards'));
    assert.equal(new Set([id, ...ids]).size, 5);
  });

  it('leads back, whatever the id looks like, and never meets that of another target', () => {
    const ids = fc.oneof(fc.string(), fc.stringMatching(/^definition_target_[0-9A-Za-z]{1,35}$/));
    fc.assert(
      fc.property(ids, ids, fc.constantFrom('_Token', '_Legacy', ' 2'), (one, other, suffix) => {
        const moved = idInSet(one, suffix, 'forwards');
        assert.equal(idInSet(moved, suffix, 'backwards'), one);
        if (one !== other && one.length === other.length) assert.notEqual(moved, idInSet(other, suffix, 'forwards'));
      }),
      { seed: 20220831 },
    );
  });

  it('leaves the prefix of a short id as it is', () => {
    assert.match(idInSet('definition_target_1', '_Token', 'forwards'), /^definition_target_[^1]$/);
  });
});
