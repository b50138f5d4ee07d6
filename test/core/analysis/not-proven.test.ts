import assert from 'node:assert/strict';
import type { MigrationPlan } from '../../../src/core/language-service';
import { createLanguageService } from '../../../src/core/service';
import { defaultConfiguration } from '../../../src/core/host';
import { inspect } from '../../support/atomics';
import { variableId, workflowId } from '../../support/ids';
import type { Json, JsonObject } from '../../support/json';
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

  it('but not for the sake of a token from another target that nothing uses: all goes in one run', () => {
    const other = build.generator('other', { target: build.on('CTR_For_Access_Token_B') });
    const storeOther = build.setVariables('keep', { Token: build.tokenOf('other') });
    for (const unused of [[other], [other, storeOther]]) {
      const { status, newText } = plan([make, ...unused, use]);
      assert.equal(status, 'migrated');
      assert.equal(service.planMigration({ uri: 'a.json', text: newText }).status, 'unchanged');
    }
    const readOther = build.atomicCall('use other', inspect, build.local('Token'));
    assert.deepEqual(kinds(plan([make, other, storeOther, use, readOther])), []);
  });

  it('tokens from a target of another name, or chosen at start, which may be another tenant', () => {
    for (const target of [build.on('TenantB_Token'), { specify_on_workflow_start: true }, build.on('Platform APIs')]) {
      const other = build.generator('other', { target });
      const useOther = build.atomicCall('use other', inspect, build.tokenOf('other'));
      const left = plan([make, other, use, useOther]);
      const both = left.manual.map(({ title }) => title);
      assert.equal(left.status, 'partial');
      assert.ok(both.includes('use other'), both.join());
    }
  });

  it('tokens from two targets at two levels of one file', () => {
    const inner = build.generator('inner', { target: build.on('CTR_For_Access_Token_EU') });
    const useInner = build.atomicCall('use inner', inspect, build.tokenOf('inner'));
    const subworkflows = [build.workflow({ title: 'Sub', actions: [inner, useInner] })];
    const text = printJson(build.workflow({ actions: [make, use], beside: { subworkflows } }));
    const left = service.planMigration({ uri: 'a.json', text });
    assert.deepEqual([left.status, kinds(left)], ['partial', []]);
  });

  it('what a caller sends with an account key of its own', () => {
    const call = build.subWorkflowCall('call', workflowId('Sub'), {}) as { properties: Record<string, Json> };
    const subworkflows = [build.workflow({ title: 'Sub', actions: [make, use] })];
    const planOf = (): MigrationPlan =>
      service.planMigration({
        uri: 'a.json',
        text: printJson(build.workflow({ actions: [call], beside: { subworkflows } })),
      });
    assert.equal(planOf().status, 'migrated');
    call.properties.runtime_user = { override_target_runtime_user: true, runtime_user_id: 'key' };
    assert.deepEqual([planOf().status, kinds(planOf())], ['partial', []]);
  });

  it('what a workflow does with an account key of its own', () => {
    const properties = { runtime_user: { override_target_runtime_user: true, runtime_user_id: 'key' } };
    const text = printJson(build.workflow({ properties, actions: [make, use] }));
    assert.deepEqual(kinds(service.planMigration({ uri: 'a.json', text })), []);
  });

  it('a variable that is read behind something that was never closed', () => {
    for (const before of ['$output.result.token=', '$env.HOME.x:', '$global.cfg.tok=', '$trigger.a.b=']) {
      const left = plan([make, store, useStored, build.script('script', `${before}${build.local('Token')}`)]);
      assert.ok(!kinds(left).includes('remove-variable'), before);
      assert.ok(left.newText.includes(build.local('Token')), before);
      assert.equal(left.status, 'partial', before);
    }
  });

  it('a variable that is named in a key, or without a reference', () => {
    const odd = (properties: JsonObject): Json => ({ ...(build.completed('end', 'done') as object), properties });
    for (const end of [odd({ map: { [build.local('Token')]: 'x' } }), odd({ which: variableId('Token') })]) {
      const left = plan([make, store, useStored, end]);
      assert.deepEqual([left.status, left.edits], ['failed', []]);
    }
  });

  it('a time that an output reads from inside a branch', () => {
    const output = build.variable('Made at', 'date', 'output') as { properties: Record<string, Json> };
    output.properties.value = build.endOf('make');
    const branch = build.condition('if', build.branch('yes', '1', 'eq', '1', make, use));
    const left = plan([build.sleep('before'), branch], [output]);
    assert.ok(!kinds(left).includes('re-point-time'));
    assert.ok(left.newText.includes(build.endOf('make')));
  });

  it('but a copied workflow with the same ids does not keep the other from losing them', () => {
    const subworkflows = [
      build.workflow({ title: 'Copy', actions: [make, use, build.script('script', build.tokenOf('make'))] }),
    ];
    const text = printJson(build.workflow({ actions: [make, use], beside: { subworkflows } }));
    const left = service.planMigration({ uri: 'a.json', text });
    assert.equal(left.status, 'partial', left.error);
    assert.ok(kinds(left).includes('delete-activity'));
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
