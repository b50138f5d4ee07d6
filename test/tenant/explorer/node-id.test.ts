import assert from 'node:assert/strict';
import { idPart, idsBelow } from '../../../src/tenant/explorer/node-id';

describe('the id of a node', () => {
  it('keeps the levels apart', () => {
    assert.equal(idPart('a/use/0'), 'a~1use~10');
    assert.equal(idPart('a~1use'), 'a~01use');
  });

  it('is never given twice', () => {
    const idOf = idsBelow('root');
    const names = ['a', 'a', 'a~2', 'a~~2', 'a', 'a/2', '', '', '__proto__'];
    const ids = names.map(idOf);
    assert.deepEqual(ids.slice(0, 3), ['root/a', 'root/a~~2', 'root/a~02']);
    assert.equal(new Set(ids).size, names.length);
    assert.deepEqual(names.map(idsBelow('root')), ids);
  });
});
