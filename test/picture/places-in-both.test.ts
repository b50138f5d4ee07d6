import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { placeInOther } from '../../src/picture/places-in-both';

const before = new Map([
  ['workflow', 24],
  ['make', 58],
  ['keep', 126],
  ['use', 194],
  ['end', 262],
]);
const after = new Map([
  ['workflow', 24],
  ['use', 58],
  ['end', 126],
]);

describe('two pictures at the same node', () => {
  it('have it at the top, where both have it', () => {
    assert.equal(placeInOther(194, before, after), 58);
    assert.equal(placeInOther(58, after, before), 194);
    assert.equal(placeInOther(262, before, after), 126);
  });

  it('wait at the next one that both have', () => {
    assert.equal(placeInOther(58, before, after), 58);
    assert.equal(placeInOther(126, before, after), 58);
    assert.equal(placeInOther(150, before, after), 58);
  });

  it('begin and end together', () => {
    assert.equal(placeInOther(0, before, after), 0);
    assert.equal(placeInOther(300, before, after), 164);
    assert.equal(placeInOther(0, after, before), 0);
  });

  it('never go back while the other goes on', () => {
    const tops = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), fc.nat(500));
    fc.assert(
      fc.property(tops, tops, fc.nat(600), fc.nat(60), (one, other, place, further) => {
        const at = (where: number) => placeInOther(where, new Map(Object.entries(one)), new Map(Object.entries(other)));
        assert.ok(at(place) <= at(place + further) + 1e-9);
      }),
      { seed: 20220831, numRuns: 500 },
    );
  });
});
