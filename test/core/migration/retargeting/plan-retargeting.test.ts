import assert from 'node:assert/strict';
import type { Configuration } from '../../../../src/core/host';
import type { MigrationPlan } from '../../../../src/core/language-service';
import { inspect } from '../../../support/atomics';
import type { Json, JsonObject } from '../../../support/json';
import { printJson } from '../../../support/print-json';
import { document, serviceWith } from '../../../support/service';
import * as build from '../../../support/workflow';

interface Asked {
  readonly suffix?: string;
  readonly isUndo?: boolean;
  readonly configuration?: Partial<Configuration>;
}

function retarget(text: string, { suffix = '_Token', isUndo = false, configuration }: Asked = {}): MigrationPlan {
  return serviceWith(configuration).planRetargeting(document(text), { suffix, isUndo });
}

/** The names that a text holds in place of those of another, in the order of the text. */
const namesIn = (text: string): string[] =>
  [...text.matchAll(/"right_operand": "([^"]*)"/g)].map(([, name]) => name ?? '');

const messages = ({ manual }: MigrationPlan): string[] => manual.map(({ message }) => message);
const there = (value: Json, asked: Asked = {}): MigrationPlan => retarget(printJson(value), asked);

/** Moves there and back, and gives the plan of the way there. */
function thereAndBack(value: Json, asked: Asked = {}): MigrationPlan {
  const text = printJson(value);
  const plan = retarget(text, asked);
  assert.equal(plan.error, undefined);
  const back = retarget(plan.newText, { ...asked, isUndo: true });
  assert.equal(back.newText, text);
  assert.deepEqual(retarget(plan.newText, asked).edits, [], 'a second run has nothing to do');
  return plan;
}

const targetId = 'definition_target_03QW7ZK2TPLMN4aB9dE1fG7hJ3kL5mN8pQz';
const definition = (name: string, more: JsonObject = {}): JsonObject => ({
  unique_name: targetId,
  name,
  title: 'Our own way to the intelligence',
  type: 'web-service.endpoint',
  properties: { display_name: name, host: 'private.intel.eu.amp.cisco.com', no_runtime_user: true, ...more },
});
const bringing = (target: JsonObject, more: JsonObject = {}): JsonObject =>
  build.workflow({
    target: build.workflowOnId(targetId),
    actions: [build.sleep('a', { target: build.onId(targetId) }), build.sleep('b', { target: build.on('Our Intel') })],
    beside: { targets: { [targetId]: target }, ...more },
  });

describe('a retargeting', () => {
  it('gives every SecureX target that is chosen by name the suffix, and no other target', () => {
    const names = ['CTR_API', 'ctr_target', 'CTIA_Target', 'Private_CTIA_Target', 'Platform APIs', 'Orbital_Target'];
    const others = ['CTR_For_Access_Token', 'CTR_For_Access_Token_EU', 'Orbital_For_Access_Token', 'AMP_Target'];
    const all = [...names, ...others];
    const plan = thereAndBack(
      build.workflow({ actions: all.map((name, index) => build.sleep(`a${index}`, { target: build.on(name) })) }),
    );
    const isKept = (name: string): boolean => /orbital|amp/i.test(name);
    assert.equal(plan.status, 'migrated');
    assert.deepEqual(
      namesIn(plan.newText),
      ['CTR_API', ...all].map((name) => (isKept(name) ? name : `${name}_Token`)),
    );
    assert.deepEqual(new Set(plan.changes.map(({ kind }) => kind)), new Set(['retarget']));
    assert.equal(plan.changes[0]?.message, 'Let the workflow run on CTR_API_Token instead of CTR_API.');
    assert.equal(plan.changes[2]?.message, 'Run "a1" on ctr_target_Token instead of ctr_target.');
  });

  it('takes any suffix, and refuses one that could be misread', () => {
    const exported = build.workflow({ actions: [build.sleep('a', { target: build.on('CTIA_Target') })] });
    for (const suffix of ['_Legacy', '_2', ' new', '-b.c'])
      assert.deepEqual(namesIn(thereAndBack(exported, { suffix }).newText), [
        `CTR_API${suffix}`,
        `CTIA_Target${suffix}`,
      ]);
    for (const suffix of ['', 's', '_', '_a"', '_$x$', '_a\n', `_${'a'.repeat(50)}`]) {
      const plan = there(exported, { suffix });
      assert.equal(plan.status, 'failed');
      assert.match(plan.error ?? '', /^The suffix ".*" will not do: /s);
    }
  });

  it('reaches each condition of its own, each depth and each embedded workflow', () => {
    const [first, second] = ['Webex Teams', 'CTR_API'].map((name) => build.on(name)) as [JsonObject, JsonObject];
    const conditions = [first, second].flatMap(
      (target) =>
        (target as { target_group: { use_criteria: { conditions: Json[] } } }).target_group.use_criteria.conditions,
    );
    const either = { override_workflow_target_group_criteria: true, target_group: { use_criteria: { conditions } } };
    const unused = { ...build.on('CTIA_Target'), override_workflow_target_group_criteria: false };
    const inner = build.workflow({ title: 'Inner', target: build.workflowOn('CTR_Target') });
    const outer = build.workflow({
      actions: [build.group('g', build.sleep('a', { target: either }), build.sleep('b', { target: unused }))],
      beside: { subworkflows: [inner] },
    });
    assert.deepEqual(namesIn(thereAndBack(outer).newText), [
      'CTR_API_Token',
      'Webex Teams',
      'CTR_API_Token',
      'CTIA_Target_Token',
      'CTR_Target_Token',
    ]);
  });

  it('takes along what a user declared to be a SecureX target', () => {
    const exported = build.workflow({ actions: [build.sleep('a', { target: build.on('Our Intel') })] });
    const plan = thereAndBack(exported, { configuration: { secureXTargets: ['our intel'] } });
    assert.deepEqual(namesIn(plan.newText), ['CTR_API_Token', 'Our Intel_Token']);
    assert.deepEqual(namesIn(thereAndBack(exported).newText), ['CTR_API_Token', 'Our Intel']);
  });

  it('keeps how a name is written', () => {
    const text = printJson(build.workflow({})).replace('"CTR_API"', '"CTR\\u005fAPI"');
    const plan = retarget(text);
    assert.ok(plan.newText.includes('"CTR\\u005fAPI_Token"'));
    assert.equal(retarget(plan.newText, { isUndo: true }).newText, text);
  });

  describe('of a target that the file brings along', () => {
    it('gives it the name and an id of its own, and lets everything name it by that', () => {
      const event = { properties: { target_id: targetId }, target_id: targetId.replace('definition_target_', '') };
      const plan = thereAndBack(bringing(definition('Our Intel'), { events: { event_1: event } }));
      assert.equal(plan.status, 'migrated');
      assert.ok(!plan.newText.includes(targetId.slice(-35)), 'the old id is gone');
      const after = JSON.parse(plan.newText) as { targets: Record<string, JsonObject>; workflow: unknown };
      const [[key, target] = []] = Object.entries(after.targets);
      assert.ok(key !== undefined && target !== undefined);
      assert.deepEqual(target, { ...definition('Our Intel_Token'), unique_name: key });
      assert.equal(plan.newText.split(`"target_id": "${key}"`).length, 4, 'the workflow, the activity and the event');
      assert.deepEqual(namesIn(plan.newText), ['Our Intel_Token']);
      assert.match(
        plan.changes[1]?.message ?? '',
        /^Call the target Our Intel, which the file brings along, Our Intel_T/,
      );
    });

    it('leaves it and says so where the file does not tell what it is', () => {
      const basic = { no_runtime_user: false, default_runtime_user_id: 'definition_runtime_user_1' };
      const plan = there(bringing(definition('Our Intel', basic)));
      assert.equal(plan.status, 'partial');
      assert.deepEqual([plan.edits, plan.manual.length], [[], 2]);
      for (const message of messages(plan)) assert.match(message, /the file does not tell whether that is a SecureX /);
      assert.equal(there(bringing(definition('Our Intel', { host: 'example.com' }))).status, 'unchanged');
    });

    it('refuses two that would have one name, and an id that is taken', () => {
      const other = 'definition_target_03QW7ZK2TPLMN5aB9dE1fG7hJ3kL5mN8pQz';
      const both = bringing(definition('CTR_API'), {
        targets: { [targetId]: definition('CTR_API'), [other]: { ...definition('CTR_API_Token'), unique_name: other } },
      });
      assert.match(there(both).error ?? '', /^The file brings along CTR_API and CTR_API_Token, and both would have /);
      const moved = Object.keys(
        (JSON.parse(there(bringing(definition('CTR_API'))).newText) as { targets: object }).targets,
      );
      const taken = bringing(definition('CTR_API'), { categories: moved });
      assert.match(there(taken).error ?? '', /^The file has the id .* already/);
    });

    it('tells where its id stands inside a longer text', () => {
      const plan = there(bringing(definition('Our Intel'), { note: `see ${targetId}!` }));
      assert.equal(plan.status, 'partial');
      assert.match(messages(plan)[0] ?? '', /has the id of Our Intel inside a longer text, which is not changed/);
    });

    it('refuses a file that the way back would not restore', () => {
      const text = printJson(bringing(definition('Our Intel'))).replace(`"target_id": "${targetId}"`, (whole) =>
        whole.replace('pQz"', 'pQ\\u007a"'),
      );
      const plan = retarget(text);
      assert.equal(plan.error, 'The way back would not restore this file to the last character; nothing was changed.');
      assert.equal(plan.newText, text);
    });
  });

  describe('leaves to a person', () => {
    const told = (value: Json, asked?: Asked): string[] => messages(there(value, asked));

    it('names in texts, but not those of targets that do not move', () => {
      const description = 'Targets: CTR_API, CTR_API_EU, my-CTR_API, Private_CTIA_Target';
      assert.deepEqual(told(build.workflow({ description })), [
        'The workflow "Workflow" names CTR_API in its description, where no target is chosen, so that text stays. If it decides or tells where something runs, write CTR_API_Token there.',
      ]);
      assert.deepEqual(told(build.workflow({ description, target: build.workflowWithoutTarget })), []);
    });

    it('the value of a variable, which a criterion may read', () => {
      const name = build.variable('where');
      const holding = { ...name, properties: { ...(name.properties as JsonObject), value: 'CTR_API' } };
      const exported = build.workflow({
        target: build.workflowWithoutTarget,
        variables: [holding],
        actions: [build.atomicCall('Inspect', inspect, '', { target: build.on(build.local('where')) })],
      });
      const plan = there(exported);
      assert.equal(plan.status, 'partial');
      assert.match(messages(plan).join('\n'), /^"Inspect" calls a SecureX API, and the file does not tell on which/);
      assert.match(messages(plan).join('\n'), /names CTR_API in its value, where no target is chosen/);
    });

    it('targets of integrations, and of a third set', () => {
      const module = '$module_target;Cisco XDR;securex:ao:iroh_api;platform-apis$';
      assert.match(told(build.workflow({ target: build.workflowOnId(module) }))[0] ?? '', /an integration manages/);
      const third = build.workflow({ target: build.workflowOn('CTR_API_Legacy') });
      assert.match(told(third)[0] ?? '', /runs on CTR_API_Legacy, which is of a third set\./);
      assert.deepEqual(there(third).edits, []);
    });

    it('what is in the set already, where something else moves', () => {
      const mixed = build.workflow({ actions: [build.sleep('a', { target: build.on('CTIA_Target_Token') })] });
      assert.deepEqual(namesIn(there(mixed).newText), ['CTR_API_Token', 'CTIA_Target_Token']);
      assert.match(
        told(mixed)[0] ?? '',
        /^"a" runs on CTIA_Target_Token, which is of the set _Token already\. The way/,
      );
      assert.deepEqual(told(build.workflow({ target: build.workflowOn('CTR_API_Token') })), []);
    });
  });

  it('before a migration or after it comes to the same', () => {
    const service = serviceWith();
    const migrated = (text: string): string => service.planMigration(document(text)).newText;
    const moved = (text: string): string => retarget(text, { suffix: '_Legacy' }).newText;
    const text = printJson(
      build.workflow({
        target: build.workflowOn(build.tokenTarget),
        actions: [
          build.generator('make', { target: build.inherited }),
          build.atomicCall('use', inspect, build.tokenOf('make')),
        ],
      }),
    );
    assert.deepEqual(namesIn(migrated(moved(text))), ['CTR_API_Legacy']);
    assert.equal(migrated(moved(text)), moved(migrated(text)));
  });

  it('back touches known names only, and tells nothing of the usual set', () => {
    const names = ['CTR_API', 'CTIA_Target_Token', 'Webex_Token', 'CTR_For_Access_Token', 'CTR_API_Legacy'];
    const exported = build.workflow({
      description: 'Targets: CTR_API',
      actions: names.map((name, index) => build.sleep(`a${index}`, { target: build.on(name) })),
    });
    const plan = there(exported, { isUndo: true });
    assert.deepEqual(namesIn(plan.newText), ['CTR_API', 'CTR_API', 'CTIA_Target', ...names.slice(2)]);
    assert.deepEqual([plan.status, plan.manual], ['migrated', []]);
  });

  it('answers for what is broken, odd, or no workflow', () => {
    assert.equal(retarget('{"workflow": {"unique_name": ').status, 'failed');
    assert.equal(retarget('[]').status, 'skipped');
    assert.equal(there({ workflow: { unique_name: 'definition_workflow_1', actions: {} } }).status, 'failed');
  });
});
