import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { inspect, systemGenerator, systemGeneratorToken } from '../../support/atomics';
import { isJsonObject, type Json, type JsonObject } from '../../support/json';
import { convert } from '../../support/convert';
import { printJson } from '../../support/print-json';
import { activityIdsIn, textOf, withoutChildren } from '../../support/read-export';
import { root } from '../../support/repository';
import { document, serviceWith } from '../../support/service';
import * as build from '../../support/workflow';

const service = serviceWith();
const use = (title: string): JsonObject => build.atomicCall(title, inspect, '');
const request = (title: string, parts: build.RequestParts = {}): JsonObject => build.httpRequest(title, parts);
const generatorTitle = 'Threat Response - Generate Access Token';

/** Titles in the order of the file, those of children in brackets after their parent's. A generator is a `*`. */
function outline(value: Json | undefined): string {
  if (!Array.isArray(value)) return '';
  return (value as readonly Json[])
    .filter(isJsonObject)
    .map(({ title, actions, blocks }) => {
      const inside = outline(actions ?? blocks);
      return (title === generatorTitle ? '*' : textOf(title)) + (inside && `(${inside})`);
    })
    .join(' ');
}

const workflowIn = (value: JsonObject): JsonObject => value.workflow as JsonObject;
const outlineOf = (...actions: Json[]): string =>
  outline(workflowIn(convert(build.workflow({ actions })).result).actions);

/** What follows from the place of each generator: the titles of the activities that take its token, by its id. */
function takers(value: JsonObject): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const visit = (item: Json): void => {
    if (typeof item !== 'object' || item === null) return;
    if (isJsonObject(item) && item.object_type === 'definition_activity') {
      for (const [, id = ''] of JSON.stringify(withoutChildren(item)).matchAll(
        new RegExp(`\\$activity\\.(\\w+)\\.output\\.${systemGeneratorToken}\\$`, 'g'),
      ))
        (found[id] ??= []).push(textOf(item.title));
    }
    Object.values(item).forEach(visit);
  };
  visit(value);
  return found;
}

describe('a conversion to the legacy method', () => {
  describe('makes a token', () => {
    const cases: readonly (readonly [where: string, expected: string, actions: readonly Json[]])[] = [
      ['directly before the first use, once', 'a * b c', [build.sleep('a'), use('b'), use('c')]],
      [
        'before a group that holds the first use',
        '* g(a b) c',
        [build.group('g', build.sleep('a'), use('b')), use('c')],
      ],
      [
        'before a condition, for all of its branches',
        '* if(yes(a) no(b))',
        [build.condition('if', build.branch('yes', 1, 'eq', 1, use('a')), build.branch('no', 1, 'eq', 2, use('b')))],
      ],
      [
        'in each branch of a parallel block that has a use',
        'p(one(* a) two(s) three(* b)) * c',
        [
          build.parallel(
            'p',
            build.parallelBranch('one', use('a')),
            build.parallelBranch('two', build.sleep('s')),
            build.parallelBranch('three', use('b')),
          ),
          use('c'),
        ],
      ],
      ['in the body of a loop', 'each(s * a) * b', [build.forEach('each', build.sleep('s'), use('a')), use('b')]],
      [
        'in the body of a loop with a condition of its own',
        'while(again(* if(yes(a))))',
        [
          build.whileLoop(
            'while',
            build.branch('again', 1, 'eq', 1, build.condition('if', build.branch('yes', 1, 'eq', 1, use('a')))),
          ),
        ],
      ],
      [
        'in the inner one of two loops, where the use is',
        'outer(inner(* a))',
        [build.forEach('outer', build.forEach('inner', use('a')))],
      ],
    ];
    for (const [where, expected, actions] of cases) {
      it(where, () => {
        assert.equal(outlineOf(...actions), expected);
      });
    }

    it('that goes to the uses of its own sequence', () => {
      const { result } = convert(
        build.workflow({ actions: [use('a'), build.forEach('each', use('b')), request('c'), use('d')] }),
      );
      assert.deepEqual(Object.values(takers(result)), [['a', 'c', 'd'], ['b']]);
    });

    it('with an id of its own in the real format, the same for the same text', () => {
      const value = build.workflow({
        actions: [use('a'), build.forEach('each', use('b')), build.forEach('e', use('c'))],
      });
      const { result, newText } = convert(value);
      const known = new Set(activityIdsIn(value));
      const added = activityIdsIn(result).filter((id) => !known.has(id));
      assert.equal(new Set(added).size, 3);
      for (const id of added) assert.match(id, /^definition_activity_0[0-9A-Z]{12}[0-7][0-9A-Za-z]{21}$/);
      assert.equal(convert(value).newText, newText);
    });

    it('on the target that the file uses for it', () => {
      const { newText, status } = convert(
        build.workflow({
          actions: [
            build.generator('make', { target: build.on('CTR_For_Access_Token_EU') }),
            build.script('give', build.tokenOf('make')),
            use('a'),
          ],
        }),
      );
      assert.equal(status, 'migrated');
      assert.equal(newText.match(/"CTR_For_Access_Token_EU"/g)?.length, 2);
    });
  });

  describe('makes a token in the set of the targets', () => {
    const tokenTargetsIn = (text: string): string[] =>
      [...text.matchAll(/"(CTR_For_Access_Token[^"]*)"/g)].map(([, name]) => name ?? '');
    const legacy = build.workflowOn('CTR_API_Legacy');
    const onLegacy = (title: string): JsonObject =>
      build.atomicCall(title, inspect, '', { target: build.on('CTR_API_Legacy') });

    it('that the workflow runs on', () => {
      const { newText } = convert(build.workflow({ target: legacy, actions: [use('a'), request('b')] }));
      assert.deepEqual(tokenTargetsIn(newText), ['CTR_For_Access_Token_Legacy']);
    });

    it('that its calls choose, whatever the workflow chooses for nobody', () => {
      const { newText } = convert(build.workflow({ actions: [onLegacy('a')] }));
      assert.deepEqual(tokenTargetsIn(newText), ['CTR_For_Access_Token_Legacy']);
    });

    it('that a project file declares', () => {
      const value = build.workflow({ target: build.workflowOn('CTR_API-b'), actions: [use('a')] });
      const declaring = serviceWith({ suffixes: ['-b'] });
      const { newText } = declaring.planConversion(document(printJson(value)));
      assert.deepEqual(tokenTargetsIn(newText), ['CTR_For_Access_Token-b']);
      assert.equal(declaring.planMigration(document(newText)).newText, printJson(value));
    });

    it('for each workflow of a file', () => {
      const inner = build.workflow({ title: 'Inner', target: legacy, actions: [use('b')] });
      const plan = convert(build.workflow({ actions: [use('a')], beside: { subworkflows: [inner] } }));
      assert.deepEqual(
        [plan.status, tokenTargetsIn(plan.newText).sort()],
        ['migrated', ['CTR_For_Access_Token', 'CTR_For_Access_Token_Legacy']],
      );
    });

    it('unless the workflow makes its tokens elsewhere already', () => {
      const make = build.generator('make', { target: build.on('CTR_For_Access_Token') });
      const give = build.script('give', build.tokenOf('make'));
      const { newText } = convert(build.workflow({ target: legacy, actions: [make, give, use('a')] }));
      assert.deepEqual(tokenTargetsIn(newText), ['CTR_For_Access_Token', 'CTR_For_Access_Token']);
    });

    it('but not where the file makes tokens on two targets of that set', () => {
      const makers = ['', '_EU'].map((region) =>
        build.generator(`make${region}`, { target: build.on(`CTR_For_Access_Token${region}`) }),
      );
      const give = build.script('give', build.tokenOf('make'), build.tokenOf('make_EU'));
      const plan = convert(build.workflow({ actions: [...makers, give, use('a')] }));
      assert.deepEqual([plan.edits, plan.manual.map(({ code }) => code)], [[], ['generate-access-token']]);
    });
  });

  describe('adds a header', () => {
    const headersOf = (value: JsonObject): Json =>
      ((workflowIn(convert(value).result).actions as JsonObject[])[1]?.properties as JsonObject).custom_headers ?? null;
    const expected = (headers: Json): Json =>
      JSON.parse(JSON.stringify(headers).replace(/\$activity.*?\$/, '<token>')) as Json;

    it('to a request without headers, in the order of the keys', () => {
      const { result } = convert(build.workflow({ actions: [request('a')] }));
      const { properties } = (workflowIn(result).actions as JsonObject[])[1] as { properties: JsonObject };
      assert.deepEqual(Object.keys(properties).slice(0, 2), ['custom_headers', 'display_name']);
    });

    it('after the others that a request has', () => {
      const value = build.workflow({ actions: [request('a', { headers: [build.header('Accept', '*/*')] })] });
      assert.deepEqual(expected(headersOf(value)), [
        { name: 'Accept', value: '*/*' },
        { name: 'Authorization', value: 'Bearer <token>' },
      ]);
    });

    it('to none that has one, whatever it says', () => {
      const plan = convert(
        build.workflow({ actions: [request('a', { headers: [build.header('authorization', 'x')] })] }),
      );
      assert.deepEqual([plan.status, plan.manual], ['unchanged', []]);
    });
  });

  describe('lists the generator', () => {
    const listsOf = (beside: JsonObject): Json => {
      const { atomic_workflows: atomics = '', dependent_workflows: all = '' } = convert(
        build.workflow({ actions: [use('a')], beside }),
      ).result;
      return [atomics, all];
    };

    it('where the file has lists', () => {
      const ids = [inspect.id];
      assert.deepEqual(listsOf({ atomic_workflows: ids, dependent_workflows: ids }), [
        [inspect.id, systemGenerator],
        [inspect.id, systemGenerator],
      ]);
    });

    it('in a list of its own, where the file has none', () => {
      assert.deepEqual(listsOf({}), [[systemGenerator], '']);
    });

    it('but not in an empty one, which a migration would take along', () => {
      const plan = convert(build.workflow({ actions: [use('a')], beside: { atomic_workflows: null } }));
      assert.equal(plan.result.atomic_workflows, null);
      assert.deepEqual([plan.status, plan.manual.map(({ code }) => code)], ['partial', ['unused-dependency']]);
    });

    it('of an embedded workflow at the level of the file, and beside it where there is a list', () => {
      const inner = build.workflow({
        title: 'Inner',
        actions: [use('a')],
        beside: { dependent_workflows: [inspect.id] },
      });
      const { result } = convert(build.workflow({ actions: [], beside: { subworkflows: [inner] } }));
      const [sub] = result.subworkflows as JsonObject[];
      assert.deepEqual(
        [result.atomic_workflows, result.dependent_workflows, sub?.dependent_workflows, sub?.atomic_workflows],
        [[systemGenerator], undefined, [inspect.id, systemGenerator], undefined],
      );
    });
  });

  describe('tells what a token may not outlive', () => {
    const told = (...actions: Json[]): string[] =>
      convert(build.workflow({ actions })).manual.map(({ code, title }) => `${code}: ${title}`);

    it('between a token and its last use', () => {
      const pause = (title: string): JsonObject => build.sleep(title, { sleep_interval: 900 });
      const loop = build.forEach('each', build.sleep('short'), pause('inside'));
      const wait = build.activity('approve', 'task.approval_request');
      const call = build.subWorkflowCall('call', 'definition_workflow_x', {});
      assert.deepEqual(
        told(pause('early'), use('a'), loop, wait, call, build.sleep('brief'), use('b'), pause('late')),
        ['token-refresh: each', 'token-refresh: approve', 'token-refresh: call'],
      );
    });

    it('in the branches beside it', () => {
      const branch = build.parallelBranch('one', build.sleep('long', { sleep_interval: '$global.pause$' }));
      assert.deepEqual(told(use('a'), build.parallel('p', branch), use('b')), ['token-refresh: long']);
    });

    it('and nothing else', () => {
      assert.deepEqual(told(build.forEach('each', use('a')), use('b'), build.forEach('last', use('c'))), []);
    });
  });

  it('refuses a file in which an id stands twice, where it has something to do there', () => {
    const twice = (...more: Json[]): string =>
      printJson(build.workflow({ actions: [build.sleep('s'), build.sleep('s'), ...more] }));
    assert.equal(service.planConversion(document(twice())).status, 'unchanged');
    const { status, error } = service.planConversion(document(twice(use('a'))));
    assert.equal(status, 'failed');
    assert.match(error ?? '', /stands twice/);
  });

  it('skips what is no workflow, and fails on what is no JSON', () => {
    assert.equal(service.planConversion(document('{}')).status, 'skipped');
    const broken = service.planConversion(document(printJson(build.workflow()).slice(0, -9)));
    assert.match(broken.error ?? '', /not valid JSON/);
  });

  for (const name of readdirSync(join(root, 'samples')).filter((file) => file.endsWith('.json'))) {
    it(`of samples/${name} once migrated comes back, byte for byte`, () => {
      const sample = readFileSync(join(root, 'samples', name), 'utf8');
      const before = service.planMigration(document(sample)).newText;
      const { newText, edits, error } = service.planConversion(document(before));
      assert.deepEqual([edits.length > 0, error], [true, undefined]);
      assert.equal(service.planMigration(document(newText)).newText, before);
    });
  }
});
