import assert from 'node:assert/strict';
import { differenceOf } from '../../src/tenant/state/difference';
import { stateOfSnapshot } from '../../src/tenant/state/state-of';
import * as make from './support/objects';

const key = make.accountKey('Token', make.tokenType);
const nothing = { targets: [], accountKeys: [], targetGroups: [] };
const stateOf = (...parts: Parameters<typeof make.snapshot>) => stateOfSnapshot(make.snapshot(...parts));

describe('the difference of two states', () => {
  it('is nothing for the same', () => {
    const targets = [make.target('CTR_API', make.platform), make.target('CTR_API', make.platform)];
    assert.deepEqual(differenceOf(stateOf(targets, [key]), stateOf([...targets].reverse(), [key])), nothing);
  });

  it('tells what came, what went, and which fields changed', () => {
    const before = stateOf([make.target('CTR_API', make.platform), make.target('Old')], []);
    const after = stateOf([make.target('CTR_API', { ...make.platform, key: key.id }), make.target('New')], [key]);
    const difference = differenceOf(before, after);
    assert.deepEqual(difference.targets, [
      {
        kind: 'changed',
        name: 'CTR_API',
        uniqueName: make.targetUniqueName('CTR_API'),
        changes: [
          { field: 'account key', from: null, to: 'Token (SecureX or XDR Token)' },
          { field: 'no account keys', from: 'yes', to: 'no' },
          { field: 'method', from: 'legacy', to: 'token' },
        ],
      },
      { kind: 'removed', name: 'Old', uniqueName: make.targetUniqueName('Old'), changes: [] },
      { kind: 'added', name: 'New', uniqueName: make.targetUniqueName('New'), changes: [] },
    ]);
    assert.deepEqual(difference.accountKeys, [
      { kind: 'added', name: 'Token', uniqueName: make.keyUniqueName('Token'), changes: [] },
    ]);
  });

  it('knows a thing by its unique name, else by its id, else by its name', () => {
    const renamed = { ...make.target('Renamed', make.platform), unique_name: make.targetUniqueName('CTR_API') };
    const sameId = { ...make.target('Renamed', make.platform), id: make.targetId('CTR_API'), unique_name: null };
    for (const after of [renamed, sameId]) {
      const { targets } = differenceOf(stateOf([make.target('CTR_API', make.platform)]), stateOf([after]));
      assert.deepEqual(
        targets.map(({ kind, changes }) => [kind, changes]),
        [['changed', [{ field: 'name', from: 'CTR_API', to: 'Renamed' }]]],
      );
    }
    const elsewhere = { ...make.target('CTR_API'), id: 'other', unique_name: 'other' };
    assert.deepEqual(differenceOf(stateOf([make.target('CTR_API')]), stateOf([elsewhere])), nothing);
  });
});
