import assert from 'node:assert/strict';
import { findBookkeeping, leavesOf } from '../../../src/core/analysis/bookkeeping';
import { analyseFile } from '../../../src/core/analysis/file-analysis';
import { defaultConfiguration } from '../../../src/core/host';
import { inspect } from '../../support/atomics';
import type { Json } from '../../support/json';
import { printJson } from '../../support/print-json';
import * as build from '../../support/workflow';

/** What could go at most with the generators. */
function find(...actions: Json[]) {
  const variables = ['Token', 'Token time', 'Limit', 'Other'].map((name) => build.variable(name));
  const [only] = analyseFile(printJson(build.workflow({ variables, actions })), defaultConfiguration)?.workflows ?? [];
  assert.ok(only);
  const found = findBookkeeping(only.flow, only.secureXGenerators);
  return {
    activities: only.workflow.activities.filter((activity) => found.activities.has(activity)).map(({ title }) => title),
    variables: only.workflow.variables.filter((variable) => found.variables.has(variable)).map(({ name }) => name),
  };
}

const make = build.generator('make');
const store = build.setVariables('store', { Token: build.tokenOf('make'), 'Token time': build.endOf('make') });
const use = build.atomicCall('use', inspect, build.local('Token'));

describe('findBookkeeping', () => {
  it('starts from the generators and takes in what they fill', () => {
    assert.deepEqual(find(make, store, use), { activities: ['make', 'store'], variables: ['Token', 'Token time'] });
  });

  it('takes a Set Variables activity only where all that it stores is bookkeeping', () => {
    const mixed = build.setVariables('mixed', { Token: build.tokenOf('make'), Other: 'x' });
    assert.deepEqual(find(make, mixed, use), { activities: ['make'], variables: ['Token'] });
  });

  it('takes what computes with the time of a token, and the block that asks for it', () => {
    const age = build.dateDifference('age', build.workflowStart(), build.local('Token time'));
    const block = build.condition(
      'if',
      build.branch('yes', build.outputOf('age', 'total_minutes'), 'gte', 8, build.generator('renew')),
    );
    assert.deepEqual(find(make, store, age, block, use).activities, ['make', 'store', 'age', 'if', 'yes', 'renew']);
  });

  it('takes a date that only bookkeeping reads, and a variable that only it asks for', () => {
    const date = build.calculateDate('limit', build.workflowStart());
    const limit = build.setVariables('set limit', { Limit: build.outputOf('limit', 'adjusted_date') });
    const age = build.dateDifference('age', build.local('Limit'), build.local('Token time'));
    const block = build.condition(
      'if',
      build.branch('yes', build.outputOf('age', 'total_minutes'), 'gte', 8, build.generator('renew')),
    );
    const found = find(make, store, date, build.setVariables('ask', { Limit: build.endOf('make') }), age, block, use);
    assert.deepEqual(found.variables, ['Token', 'Token time', 'Limit']);
    assert.ok(found.activities.includes('ask'));
    assert.ok(!found.activities.includes('limit'), "nobody reads this date, but nothing says that it is the token's");
    assert.ok(find(make, store, date, limit, age, block, use).activities.includes('make'));
  });

  it('takes groups that hold nothing else, outermost and all, but no empty ones and no loops', () => {
    assert.deepEqual(find(build.group('outer', build.group('inner', make)), use).activities, [
      'outer',
      'inner',
      'make',
    ]);
    assert.deepEqual(find(build.group('outer', make, build.sleep('wait')), build.group('empty')).activities, ['make']);
    assert.deepEqual(find(build.forEach('loop', make)).activities, ['make']);
    assert.deepEqual(
      find(build.parallel('both', build.parallelBranch('left', make), build.parallelBranch('right'))).activities,
      ['both', 'left', 'make', 'right'],
    );
  });

  it('leaves everything to an Orbital generator', () => {
    const orbital = build.generator('make', { target: build.on(build.orbitalTokenTarget) });
    assert.deepEqual(find(orbital, store), { activities: [], variables: [] });
  });
});

describe('leavesOf', () => {
  it('lists what does something itself', () => {
    const exported = build.workflow({
      actions: [build.group('g', build.sleep('a'), build.group('h', build.sleep('b')), build.group('i'))],
    });
    const [only] = analyseFile(printJson(exported), defaultConfiguration)?.workflows ?? [];
    const [root] = only?.workflow.roots ?? [];
    assert.ok(root);
    assert.deepEqual(
      leavesOf(root).map(({ title }) => title),
      ['a', 'b'],
    );
  });
});
