import assert from 'node:assert/strict';
import type { MigrationPlan } from '../../../src/core/language-service';
import {
  createIncident,
  globalGenerator,
  inspect,
  inspectCtr,
  queryOrbital,
  systemGenerator,
  unknownAtomic,
  v2Generator,
} from '../../support/atomics';
import type { Json, JsonObject } from '../../support/json';
import { printJson } from '../../support/print-json';
import { activityTitled, propertiesOf, titlesOf, without } from '../../support/read-export';
import { document, planFor, serviceWith } from '../../support/service';
import { applyTextEdits } from '../../support/text-edits';
import * as build from '../../support/workflow';

const make = build.generator('make');
const token = build.tokenOf('make');
const use = build.atomicCall('use', inspect, token);

const kindsOf = ({ changes }: MigrationPlan): string[] => changes.map(({ kind }) => kind);

describe('planMigration', () => {
  describe('removes headers', () => {
    const headersAfter = (...headers: Json[]): unknown => {
      const plan = planFor(build.workflow({ actions: [make, build.httpRequest('request', { headers })] }));
      assert.equal(plan.status, 'migrated');
      return propertiesOf(activityTitled(plan.result, 'request')).custom_headers;
    };

    it('and the list with the last one', () => {
      assert.equal(headersAfter(build.bearer(token)), undefined);
      assert.equal(headersAfter(build.bearer(token), build.bearer(token)), undefined);
    });

    it('and leaves the others', () => {
      const accept = build.header('Accept', '*/*');
      const type = build.header('Content-Type', 'application/json');
      assert.deepEqual(headersAfter(build.bearer(token), accept), [accept]);
      assert.deepEqual(headersAfter(accept, build.bearer(token), type), [accept, type]);
      assert.deepEqual(headersAfter(accept, build.bearer(token)), [accept]);
    });
  });

  describe('prunes lists', () => {
    const other = unknownAtomic.id;
    const sub = (...actions: Json[]): JsonObject =>
      build.workflow({
        title: 'Sub',
        actions,
        beside: { atomic_workflows: [systemGenerator, other], dependent_workflows: [other, systemGenerator] },
      });
    const listsOf = (value: unknown): unknown[] => {
      const { atomic_workflows: atomics, dependent_workflows: dependents, subworkflows } = value as JsonObject;
      return [atomics, dependents, ...(Array.isArray(subworkflows) ? subworkflows.flatMap(listsOf) : [])];
    };

    it('at every level, and those that are empty then', () => {
      const beside = {
        atomic_workflows: [systemGenerator],
        dependent_workflows: [other, systemGenerator],
        subworkflows: [sub()],
      };
      const { result } = planFor(build.workflow({ actions: [make, use], beside }));
      assert.deepEqual(listsOf(result), [undefined, [other], [other], [other]]);
    });

    it('at no level while some level still calls it', () => {
      const beside = {
        atomic_workflows: [systemGenerator],
        dependent_workflows: null,
        subworkflows: [sub(build.generator('sub make'), build.script('script', build.tokenOf('sub make')))],
      };
      const plan = planFor(build.workflow({ actions: [make, use], beside }));
      assert.deepEqual(titlesOf(plan.result), ['use', 'sub make', 'script']);
      assert.deepEqual(listsOf(plan.result), [
        [systemGenerator],
        null,
        [systemGenerator, other],
        [other, systemGenerator],
      ]);
    });

    it('only of what is not called any more', () => {
      const actions = [
        make,
        use,
        build.generator('old', {}, v2Generator),
        build.script('script', build.tokenOf('old')),
      ];
      const { result } = planFor(
        build.workflow({ actions, beside: { atomic_workflows: [v2Generator, systemGenerator] } }),
      );
      assert.deepEqual(listsOf(result), [[v2Generator], undefined]);
    });

    it('and not of what was not called before either: that has a finding of its own', () => {
      const beside = { atomic_workflows: [v2Generator, systemGenerator] };
      assert.deepEqual(listsOf(planFor(build.workflow({ actions: [make, use], beside })).result), [
        [v2Generator],
        undefined,
      ]);
    });

    it('but keeps an atomic that the file itself embeds', () => {
      const definition = { workflow: { unique_name: systemGenerator, type: 'generic.workflow' } };
      const beside = { atomic_workflows: [systemGenerator], subworkflows: [definition] };
      assert.deepEqual(listsOf(planFor(build.workflow({ actions: [make, use], beside })).result)[0], [systemGenerator]);
    });
  });

  it('migrates embedded workflows at any depth, each for itself', () => {
    const inner = build.workflow({
      title: 'Inner',
      actions: [build.generator('inner make'), build.atomicCall('inner use', inspect, build.tokenOf('inner make'))],
    });
    const middle = build.workflow({ title: 'Middle', beside: { subworkflows: [inner] } });
    const plan = planFor(build.workflow({ actions: [make, use], beside: { subworkflows: [middle] } }));
    assert.deepEqual(titlesOf(plan.result), ['use', 'inner use']);
    assert.deepEqual(new Set(plan.changes.map(({ workflow }) => workflow)), new Set(['Workflow', 'Inner']));
  });

  describe('re-points the target of a workflow that chooses CTR_For_Access_Token', () => {
    const targetAfter = (...actions: Json[]): unknown[] => {
      const plan = planFor(build.workflow({ target: build.workflowOn(build.tokenTarget), actions }));
      const { properties } = (plan.result as { workflow: { properties: { target: JsonObject } } }).workflow;
      const text = JSON.stringify(properties.target);
      return [/"right_operand":"([^"]*)"/.exec(text)?.[1], plan.status];
    };
    const inheriting = build.generator('make', { target: build.inherited });

    it('at what its activities use, where nothing inherits it any more', () => {
      const call = build.atomicCall('use', createIncident, token, { target: build.on('Private_CTIA_Target') });
      assert.deepEqual(targetAfter(inheriting, call), ['Private_CTIA_Target', 'migrated']);
      assert.deepEqual(targetAfter(inheriting), ['CTR_API', 'migrated']);
    });

    it('at the one target that serves all that inherit it', () => {
      assert.deepEqual(targetAfter(inheriting, use), ['CTR_API', 'migrated']);
      assert.deepEqual(targetAfter(inheriting, build.atomicCall('use', createIncident, token)), [
        'Private_CTIA_Target',
        'migrated',
      ]);
      assert.deepEqual(targetAfter(inheriting, build.httpRequest('request', { headers: [build.bearer(token)] })), [
        'CTR_API',
        'migrated',
      ]);
    });

    it('also for a call that says nothing of its target, which inherits it', () => {
      const call = build.atomicCall('use', createIncident, token);
      const properties = without(propertiesOf(call), 'target');
      assert.deepEqual(targetAfter(inheriting, { ...call, properties }), ['Private_CTIA_Target', 'migrated']);
    });

    it('nowhere, and reports it, where they need different ones, or nobody knows which', () => {
      const both = targetAfter(inheriting, use, build.atomicCall('incident', createIncident, token));
      assert.deepEqual(both, [build.tokenTarget, 'partial']);
      assert.deepEqual(targetAfter(inheriting, build.httpRequest('request')), [build.tokenTarget, 'partial']);
    });

    it('nowhere while a generator stays there', () => {
      assert.deepEqual(targetAfter(inheriting, use, build.script('script', token)), [build.tokenTarget, 'partial']);
    });
  });

  it('empties what was never seen to work without a token only when asked to', () => {
    const actions = [
      make,
      use,
      build.atomicCall('old', inspectCtr, token),
      build.atomicCall('unknown', unknownAtomic, token),
    ];
    const careful = planFor(build.workflow({ actions }));
    assert.deepEqual([careful.status, kindsOf(careful)], ['partial', ['empty-input']]);
    assert.deepEqual(
      careful.manual.map(({ code, title }) => [code, title]),
      [
        ['retired-atomic', 'old'],
        ['token-needs-review', 'unknown'],
      ],
    );
    const bold = planFor(build.workflow({ actions }), { assumeOptional: true });
    assert.deepEqual(
      [bold.status, kindsOf(bold)],
      ['migrated', ['empty-input', 'empty-input', 'empty-input', 'delete-activity']],
    );
    assert.match(bold.changes[1]?.message ?? '', /never seen to work.*: test it before use\.$/);
  });

  it('tells what stays, asked to assume or not', () => {
    const check = build.condition(
      'check',
      build.branch('failed', build.outputOf('make', 'succeeded'), 'eq', false, build.sleep('wait')),
    );
    const exported = build.workflow({ actions: [make, build.atomicCall('old', inspectCtr, token), check] });
    const plan = planFor(exported, { assumeOptional: true });
    assert.ok(titlesOf(plan.result).includes('make'));
    assert.deepEqual(
      [plan.status, plan.manual.map(({ code, title }) => [code, title])],
      ['partial', [['generate-access-token', 'make']]],
    );
  });

  it('tells of a token in a text in which only a time is pointed elsewhere', () => {
    const actions = [build.generator('old'), make, build.completed('end', `Since ${build.endOf('old')}: ${token}`)];
    const plan = planFor(build.workflow({ actions }));
    assert.deepEqual(titlesOf(plan.result), ['make', 'end']);
    assert.deepEqual(
      [plan.status, plan.manual.map(({ code, title }) => [code, title])],
      ['partial', [['token-needs-review', 'end']]],
    );
  });

  it('never empties what runs where no token key will be, asked or not', () => {
    const actions = [
      make,
      build.atomicCall('use', inspect, token, { target: build.on('Elsewhere') }),
      build.script('script', token),
    ];
    for (const assumeOptional of [false, true]) {
      const plan = planFor(build.workflow({ actions }), { assumeOptional });
      assert.deepEqual([plan.status, plan.edits.length], ['partial', 0]);
      assert.deepEqual(
        plan.manual.map(({ title }) => title),
        ['use', 'script'],
      );
    }
  });

  it('treats targets named in the settings as SecureX', () => {
    const exported = build.workflow({
      actions: [make, build.httpRequest('request', { headers: [build.bearer(token)], target: build.on('My Intel') })],
    });
    assert.equal(planFor(exported).status, 'partial');
    assert.equal(planFor(exported, { configuration: { secureXTargets: ['My Intel'] } }).status, 'migrated');
  });

  it('keeps the generator whose token leaves through a global variable', () => {
    const plan = planFor(build.workflow({ actions: [build.generator('make', {}, globalGenerator), use] }));
    assert.deepEqual([plan.status, titlesOf(plan.result)], ['partial', ['make', 'use']]);
  });

  it('leaves Orbital as it is, byte for byte', () => {
    const actions = [
      build.generator('make', { target: build.on(build.orbitalTokenTarget) }),
      build.atomicCall('query', queryOrbital, token, { target: build.on('Orbital_Target') }),
    ];
    const exported = build.workflow({ actions, beside: { atomic_workflows: [systemGenerator] } });
    const plan = planFor(exported);
    assert.deepEqual([plan.status, plan.newText, plan.changes], ['unchanged', printJson(exported), []]);
  });

  it('tells every change with its workflow, its activity and the edits that make it', () => {
    const variables = [build.tokenVariable('Token'), build.timeVariable('Token time')];
    const actions = [
      make,
      build.setVariables('store', { Token: token, 'Token time': build.endOf('make') }),
      build.atomicCall('use', inspect, build.local('Token')),
    ];
    const exported = build.workflow({ variables, actions, beside: { atomic_workflows: [systemGenerator] } });
    const plan = planFor(exported);
    assert.deepEqual(
      plan.changes.map(({ kind, title, activity }) => [kind, title, activity === null]),
      [
        ['empty-input', 'use', false],
        ['delete-activity', 'make', false],
        ['delete-activity', 'store', false],
        ['remove-variable', 'Token', true],
        ['remove-variable', 'Token time', true],
        ['prune-dependency', 'atomic_workflows', true],
      ],
    );
    const fromChanges = new Set(plan.changes.flatMap(({ edits }) => edits.map(({ offset }) => offset)));
    assert.deepEqual(
      [...fromChanges].sort((a, b) => a - b),
      plan.edits.map(({ offset }) => offset),
    );
    assert.equal(applyTextEdits(printJson(exported), plan.edits), plan.newText);
  });

  it('tells the edits of every change, also where one edit serves several', () => {
    const variables = [build.tokenVariable('Token'), build.timeVariable('Token time')];
    const store = build.setVariables('store', { Token: token, 'Token time': build.endOf('make') });
    const request = build.httpRequest('request', { headers: [build.bearer(token), build.bearer(token)] });
    const { changes } = planFor(build.workflow({ variables, actions: [make, store, request] }));
    assert.deepEqual(
      changes.filter(({ edits }) => edits.length === 0).map(({ message }) => message),
      [],
    );
  });

  it('writes null, as the product does, where the last variable goes', () => {
    const variables = [build.tokenVariable('Token')];
    const actions = [
      make,
      build.setVariables('store', { Token: token }),
      build.atomicCall('use', inspect, build.local('Token')),
    ];
    const { result } = planFor(build.workflow({ variables, actions }));
    assert.equal((result as { workflow: JsonObject }).workflow.variables, null);
  });

  describe('writes like the file', () => {
    const exported = build.workflow({
      description: 'Café </b> Targets',
      actions: [
        make,
        use,
        build.httpRequest('request', { headers: [build.header('Accept', '*/*'), build.bearer(token)] }),
      ],
      beside: { atomic_workflows: [systemGenerator, unknownAtomic.id] },
    });
    const without = build.workflow({
      description: 'Café </b> Targets',
      actions: [
        build.atomicCall('use', inspect, ''),
        build.httpRequest('request', { headers: [build.header('Accept', '*/*')] }),
      ],
      beside: { atomic_workflows: [unknownAtomic.id] },
    });
    for (const indent of ['  ', '    ', '\t', '']) {
      for (const newline of ['\n', '\r\n'] as const) {
        for (const more of [{}, { finalNewline: true, escapes: true }, { byteOrderMark: true }]) {
          const style = { indent, newline, ...more };
          it(JSON.stringify(style), () => {
            const plan = serviceWith().planMigration(document(printJson(exported, style)));
            assert.equal(plan.newText, printJson(without, style));
          });
        }
      }
    }
  });

  it('refuses a file in which something to be changed stands twice', () => {
    const text = printJson(build.workflow({ actions: [make, use] })).replace(
      /"variable_workflow_01PP7586F8ITB1sT6OpDzEF79wnWVOJk1N5": .*/,
      '$&,\n$&',
    );
    const plan = serviceWith().planMigration(document(text));
    assert.deepEqual([plan.status, plan.newText === text, plan.edits], ['failed', true, []]);
    assert.match(plan.error ?? '', /stands twice/);
    assert.ok(plan.manual.length > 0);
  });
});
