import assert from 'node:assert/strict';
import type { MigrationPlan } from '../../../src/core/language-service';
import { createLanguageService } from '../../../src/core/service';
import { defaultConfiguration } from '../../../src/core/host';
import { inspect } from '../../support/atomics';
import type { Json } from '../../support/json';
import { printJson } from '../../support/print-json';
import * as build from '../../support/workflow';

const service = createLanguageService({ configuration: () => defaultConfiguration });
const make = build.generator('make');
const use = build.atomicCall('use', inspect, build.tokenOf('make'));
const useStored = build.atomicCall('use', inspect, build.local('Token'));
const store = build.setVariables('store', { Token: build.tokenOf('make') });

function plan(actions: Json[], variables: Json[] = [build.tokenVariable('Token')]): MigrationPlan {
  return service.planMigration({ uri: 'a.json', text: printJson(build.workflow({ variables, actions })) });
}

function kinds({ changes }: MigrationPlan): string[] {
  return changes.map(({ kind }) => kind);
}

describe('what is not proven stays', () => {
  it('a variable that holds another key at times', () => {
    const left = plan([make, store, build.setVariables('own', { Token: 'a key of my own' }), useStored]);
    assert.deepEqual([left.status, left.edits], ['partial', []]);
    const started = build.variable('Token') as { properties: Record<string, Json> };
    started.properties.value = 'a key of my own';
    assert.deepEqual(plan([make, store, useStored], [started as Json]).edits, []);
  });

  it('but a variable that is only cleared goes', () => {
    assert.equal(plan([make, store, useStored, build.setVariables('clear', { Token: '' })]).status, 'migrated');
  });

  it('a token made with an account key of its own', () => {
    const own = build.generator('make', { properties: { runtime_user: { override_target_runtime_user: true } } });
    assert.deepEqual([plan([own, use]).status, kinds(plan([own, use]))], ['partial', []]);
  });

  it('tokens from two targets, which are two tenants', () => {
    const other = build.generator('other', { target: build.on('CTR_For_Access_Token_B') });
    const useOther = build.atomicCall('use other', inspect, build.tokenOf('other'));
    const left = plan([make, other, use, useOther]);
    assert.deepEqual([left.status, kinds(left)], ['partial', []]);
  });

  it('a time that tells whether a branch was taken', () => {
    const branch = build.condition('if', build.branch('yes', '1', 'eq', '1', make, use));
    const left = plan([branch, build.completed('end', `Made at ${build.endOf('make')}`)]);
    assert.deepEqual([left.status, kinds(left)], ['partial', ['empty-input']]);
  });

  it('a generator that is read behind something that looks like a reference', () => {
    for (const before of ['$workflow.credits: ', 'US$output', '# see $activity.x before ']) {
      const left = plan([make, use, build.completed('end', `${before}${build.tokenOf('make')}`)]);
      assert.deepEqual([left.status, kinds(left)], ['partial', ['empty-input']], before);
    }
  });

  it('a file that names a deleted activity where nobody looks for it', () => {
    const odd = build.completed('end', 'done') as { properties: Record<string, Json> };
    odd.properties[build.endOf('make')] = 'in a key';
    const left = plan([make, use, odd]);
    assert.deepEqual([left.status, left.edits], ['failed', []]);
  });
});
