import assert from 'node:assert/strict';
import type { MigrationPlan } from '../../../src/core/language-service';
import {
  inspect,
  inspectCtr,
  inspectV2,
  systemGenerator,
  systemGeneratorToken,
  v2Generator,
  type Atomic,
} from '../../support/atomics';
import type { Json, JsonObject } from '../../support/json';
import { printJson } from '../../support/print-json';
import { activityTitled, danglingIn, propertiesOf, titlesOf } from '../../support/read-export';
import { document, planFor, serviceWith } from '../../support/service';
import { applyTextEdits } from '../../support/text-edits';
import * as build from '../../support/workflow';

const [textInput, result] = [inspectV2.textInput ?? '', inspectV2.result ?? ''];
const textInputNow = 'variable_workflow_01PP7586F8MQB2tFYbNgQC7xGbC7ZoXrOxR';
const resultNow = 'variable_workflow_01PP7586F8O067JBDnBPz8ZD5XctKNSenEX';

const make = build.generator('make');
const token = build.tokenOf('make');
const old = build.atomicCall('old', inspectV2, token, { input: { [textInput]: 'a.example' } });

const kindsOf = ({ changes }: MigrationPlan): string[] => changes.map(({ kind }) => kind);
const inputOf = (value: unknown, title: string): unknown => propertiesOf(activityTitled(value, title)).input;
const leftIn = (actions: readonly Json[]): string[] =>
  planFor(build.workflow({ actions })).manual.map(({ title, message }) => `${title}: ${message}`);

describe('a retired atomic', () => {
  it('becomes the system atomic, and its token goes', () => {
    const reads = build.completed('end', `Found ${build.outputOf('old', result)}, done ${build.endOf('old')}`);
    const plan = planFor(build.workflow({ actions: [make, old, reads] }));
    assert.deepEqual([plan.status, kindsOf(plan)], ['migrated', ['replace-atomic', 'empty-input', 'delete-activity']]);
    const call = activityTitled(plan.result, 'old');
    const { input, workflow_id: id, workflow_name: name, display_name: displayName } = propertiesOf(call);
    assert.deepEqual(input, { [inspect.tokenInput]: '', [textInputNow]: 'a.example' });
    assert.deepEqual([id, name, displayName, call?.name], [inspect.id, inspect.name, 'old', 'old']);
    assert.equal(
      propertiesOf(activityTitled(plan.result, 'end')).result_message,
      `Found ${build.outputOf('old', resultNow)}, done ${build.endOf('old')}`,
    );
    assert.deepEqual([...danglingIn(plan.result)], []);
    const again = serviceWith().planMigration(document(plan.newText));
    assert.deepEqual([again.status, again.edits], ['unchanged', []]);
  });

  it('stays where a migration is told to leave it, and can still be replaced by hand', () => {
    const service = serviceWith({ replaceRetiredAtomics: false });
    const snapshot = document(printJson(build.workflow({ actions: [make, old] })));
    const { status, edits } = service.planMigration(snapshot);
    assert.deepEqual([status, edits], ['partial', []]);
    const fix = service.fixes(snapshot).find(({ title }) => title.startsWith('Replace with the system atomic'));
    assert.deepEqual([fix?.safe, fix?.preferred], [true, true]);
    const after: unknown = JSON.parse(applyTextEdits(snapshot.text, fix?.edits ?? []));
    assert.deepEqual(inputOf(after, 'old'), { [inspect.tokenInput]: '', [textInputNow]: 'a.example' });
  });

  it('that inherits the target of the generators has it pointed where the system atomic belongs', () => {
    const plan = planFor(build.workflow({ target: build.workflowOn(build.tokenTarget), actions: [make, old] }));
    assert.equal(plan.status, 'migrated');
    assert.deepEqual(
      plan.changes.filter(({ kind }) => kind === 're-point-target').map(({ message }) => message),
      ['Let the workflow run on CTR_API instead of CTR_For_Access_Token.'],
    );
  });

  describe('stays, and says why,', () => {
    it('where nothing took its place', () => {
      assert.match(leftIn([make, build.atomicCall('old', inspectCtr, token)]).join(), /a current atomic first/);
    });

    it('where the counterpart of an input is not known', () => {
      const call = build.atomicCall('old', inspectV2, token, { input: { text: '' } });
      assert.match(leftIn([make, call]).join(), /not known what becomes of its input text\.$/);
    });

    it('where one input is there with its prefix and without', () => {
      const twice = { [textInput]: 'a', [textInput.replace('variable_workflow_', '')]: 'b' };
      assert.match(leftIn([make, build.atomicCall('old', inspectV2, token, { input: twice })]).join(), /its input 01/);
    });

    it('where the counterpart of what somebody reads is not known', () => {
      for (const read of [build.outputOf('old', `${result}.column`), build.outputOf('old', systemGeneratorToken)]) {
        const left = leftIn([make, old, build.script('script', `--found=${read}`)]);
        assert.ok(left.some((message) => message.endsWith(`which is read as ${read}.`)));
      }
    });

    it('where the file brings a definition of its own', () => {
      const own = { ...build.workflow({ title: 'Own' }) };
      const definition = { ...own, workflow: { ...(own.workflow as JsonObject), unique_name: inspectV2.id } };
      const plan = planFor(build.workflow({ actions: [make, old], beside: { subworkflows: [definition] } }));
      assert.deepEqual([plan.status, plan.edits], ['partial', []]);
      assert.match(plan.manual[0]?.message ?? '', /a definition of its own/);
    });
  });

  it('fails to be replaced where one of its outputs is named in a way that nobody understands', () => {
    const odd = build.sleep('wait', { note: `output ${result}` });
    const plan = planFor(build.workflow({ actions: [make, old, odd] }));
    assert.deepEqual([plan.status, plan.edits], ['failed', []]);
    assert.match(plan.error ?? '', /named in a way that is not understood/);
  });
});

describe('lists of atomics', () => {
  const listsAfter = (list: readonly string[], ...actions: Json[]): unknown => {
    const { result: after } = planFor(
      build.workflow({ actions: [make, ...actions], beside: { atomic_workflows: list } }),
    );
    return (after as JsonObject).atomic_workflows;
  };
  const other = (title: string, atomic: Atomic): JsonObject =>
    build.atomicCall(title, atomic, token, { input: { text: 'x' } });

  it('name the successor in the place of what nothing calls any more, once', () => {
    assert.deepEqual(listsAfter([systemGenerator, inspectV2.id, 'x'], old), [inspect.id, 'x']);
    assert.deepEqual(listsAfter([inspectV2.id, inspectV2.id, systemGenerator], old), [inspect.id]);
    assert.deepEqual(listsAfter([inspectV2.id, systemGenerator, inspect.id], old), [inspect.id]);
  });

  it('write it as the retired one was written', () => {
    const bareOf = (id: string): string => id.replace('definition_workflow_', '');
    assert.deepEqual(listsAfter([bareOf(inspectV2.id)], old), [bareOf(inspect.id)]);
  });

  it('keep what something still calls, and name the successor beside it', () => {
    const list = [systemGenerator, inspectV2.id, 'x'];
    assert.deepEqual(listsAfter(list, old, other('still', inspectV2)), [
      systemGenerator,
      inspectV2.id,
      inspect.id,
      'x',
    ]);
  });
});

describe('on request', () => {
  const orbital = build.generator('orbital make', { target: build.on(build.orbitalTokenTarget) }, v2Generator);
  const orbitalToken = build.outputOf('orbital make', 'variable_workflow_01KWJ2ISHZ9753Hoi7x9S5EPpucAbm53HHF');
  const query: Atomic = {
    name: 'Orbital - Query Endpoint',
    id: 'definition_workflow_01F4YGKHBBM2L2SwIZBJ2sKamNjm3QtxeAQ',
    tokenInput: 'variable_workflow_01F4YGKGSPVOT0mTZ6DAQYFbZROdb9xnhdU',
  };
  const ask = build.atomicCall('ask', query, orbitalToken, {
    target: build.on('Orbital_Target'),
    input: { variable_workflow_01F4YGKGSPQ4R0cp29F0OqpDcXkjpph7LCH: '' },
  });
  const actions = [make, old, orbital, ask, build.script('script', token)];

  it('the retired atomics that keep their token are replaced, and nothing else about them changes', () => {
    const plan = planFor(build.workflow({ actions }), { configuration: { replaceKeptAtomics: true } });
    assert.deepEqual(titlesOf(plan.result), ['make', 'old', 'orbital make', 'ask', 'script']);
    assert.equal(propertiesOf(activityTitled(plan.result, 'orbital make')).workflow_id, systemGenerator);
    assert.deepEqual(inputOf(plan.result, 'ask'), {
      variable_workflow_01PQ89Y78TZDC3GfT8KI2vHAVvZgDEtWRpC: build.tokenOf('orbital make'),
      variable_workflow_01PQ89Y78TL4S4gpTXEcizKNehfpT57GFfH: '',
    });
    const again = planFor(JSON.parse(plan.newText) as Json, { configuration: { replaceKeptAtomics: true } });
    assert.deepEqual(again.edits, []);
  });

  it('without it they stay', () => {
    const { result: after } = planFor(build.workflow({ actions }));
    assert.equal(propertiesOf(activityTitled(after, 'orbital make')).workflow_id, v2Generator);
    assert.equal(propertiesOf(activityTitled(after, 'ask')).workflow_id, query.id);
  });

  it('a generator that stays is replaced while others of its token go', () => {
    const first = build.generator('first', {}, v2Generator);
    const firstToken = build.outputOf('first', 'variable_workflow_01KWJ2ISHZ9753Hoi7x9S5EPpucAbm53HHF');
    const beside = { atomic_workflows: [v2Generator, systemGenerator] };
    const mixed = [first, build.atomicCall('use', inspect, firstToken), build.script('script', firstToken), make];
    const plan = planFor(build.workflow({ actions: mixed, beside }), { configuration: { replaceKeptAtomics: true } });
    assert.deepEqual(titlesOf(plan.result), ['first', 'use', 'script']);
    assert.deepEqual(propertiesOf(activityTitled(plan.result, 'script')).script_arguments, [build.tokenOf('first')]);
    assert.deepEqual((plan.result as JsonObject).atomic_workflows, [systemGenerator]);
  });
});
