import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/host';
import { createLanguageService } from '../../src/core/service';
import { inspect, inspectCtr, queryOrbital } from '../support/atomics';
import type { JsonObject } from '../support/json';
import { printJson } from '../support/print-json';
import { document, serviceWith } from '../support/service';
import * as build from '../support/workflow';

const make = build.generator('make');
const token = build.tokenOf('make');
const legacy = printJson(build.workflow({ actions: [make, build.atomicCall('use', inspect, token)] }));

/** Everything that the service can be asked about a text. */
function ask(text: string) {
  const service = serviceWith();
  const snapshot = document(text);
  return {
    diagnostics: service.diagnose(snapshot),
    fixes: service.fixes(snapshot),
    fixAll: service.fixes(snapshot, { only: ['source.fixAll.sxo'] }),
    plan: service.planMigration(snapshot),
    summary: service.summarize(snapshot),
  };
}

/** The same, with a message of one line instead of the thousands of an overflown stack. */
function askWithoutThrowing(text: string, what: string) {
  try {
    return ask(text);
  } catch (error) {
    return assert.fail(`Text ${what} is answered with ${String(error)}.`);
  }
}

describe('createLanguageService', () => {
  describe('has nothing to say about what is no workflow export', () => {
    const texts: Readonly<Record<string, string>> = {
      'an empty text': '',
      'other JSON': '{"name": "x", "version": 1}',
      'JSON that only speaks of workflows': '{"workflow": "unique_name", "unique_name": {"workflow": 1}}',
      'a list of exports': printJson([build.workflow()]),
      'broken JSON that is something else': '{"name": ',
      'something that is no JSON': '# A title\n\nText.\n',
      'binary content': '\u0000\ufffd\u0001PNG\r\n\u001a\n\ufffd',
      'wrongly encoded content': Array.from(legacy, (character) => `${character}\u0000`).join(''),
    };
    for (const [what, text] of Object.entries(texts)) {
      it(what, () => {
        const { diagnostics, fixes, fixAll, plan, summary } = ask(text);
        assert.deepEqual([diagnostics, fixes, fixAll], [[], [], []]);
        assert.deepEqual(plan, { status: 'skipped', changes: [], manual: [], edits: [], newText: text });
        assert.deepEqual(summary, { isWorkflow: false, legacy: [] });
      });
    }
  });

  describe('broken JSON', () => {
    const broken = legacy.replace('"type": "generic.workflow",', '"type": "generic.workflow"');

    it('yields a syntax finding, first and with its place, and whatever can still be said', () => {
      const { diagnostics, summary } = ask(broken);
      const at = broken.indexOf('"base_type"');
      const line = broken.slice(0, at).split('\n').length - 1;
      const [first, ...others] = diagnostics;
      assert.deepEqual([first?.code, first?.severity, first?.range.start.line], ['json-syntax', 'error', line]);
      assert.match(first?.message ?? '', /^This is not valid JSON: comma expected\. /);
      assert.deepEqual(
        others.map(({ code, fixable }) => [code, fixable]),
        [
          ['securex-ended', false],
          ['generate-access-token', false],
          ['access-token-input', false],
        ],
      );
      assert.equal(summary.isWorkflow, true);
    });

    it('is never changed', () => {
      const { fixes, fixAll, plan } = ask(broken);
      assert.deepEqual([fixes, fixAll], [[], []]);
      assert.deepEqual([plan.status, plan.newText, plan.edits], ['failed', broken, []]);
      assert.match(plan.error ?? '', /^The file is not valid JSON: comma expected \(line \d+, column \d+\)\.$/);
    });

    it('tells one error, not those that follow from it', () => {
      const { diagnostics } = ask(legacy.slice(0, -40));
      assert.equal(diagnostics.filter(({ code }) => code === 'json-syntax').length, 1);
    });
  });

  it('reports odd shapes and migrates nothing beside them', () => {
    const text = printJson(
      build.workflow({ actions: [make, build.atomicCall('use', inspect, token), { unique_name: 1 }] }),
    );
    const { diagnostics, fixes, plan } = ask(text);
    assert.ok(diagnostics.some(({ code }) => code === 'workflow-schema'));
    assert.deepEqual([fixes, plan.status, plan.newText], [[], 'failed', text]);
    assert.ok(plan.error);
  });

  it('answers for text that is nested beyond all measure', () => {
    const depth = 100_000;
    const open = (key: string): string => `{"${key}":[`.repeat(depth) + ']}'.repeat(depth);
    const group = '{"unique_name":"x","type":"logic.group","actions":[';
    const texts = [
      '['.repeat(depth),
      `{"workflow":{"unique_name":"definition_workflow_x","actions":${'['.repeat(depth)}${']'.repeat(depth)}}}`,
      `{"workflow":{"unique_name":"definition_workflow_x","properties":${open('x')}}}`,
      `{"workflow":{"unique_name":"definition_workflow_x","properties":${open('x').slice(0, depth * 3)}`,
      `{"workflow":{"unique_name":"definition_workflow_x","actions":[${group.repeat(depth)}${']}'.repeat(depth)}]}}`,
      `{"workflow":{"unique_name":"definition_workflow_x"},"subworkflows":[`.repeat(depth) + ']}'.repeat(depth),
    ];
    for (const text of texts) {
      const { diagnostics, fixes, plan } = askWithoutThrowing(text, `beginning with ${text.slice(0, 80)}`);
      assert.deepEqual([fixes, plan.newText === text, plan.edits], [[], true, []]);
      assert.ok(['failed', 'skipped', 'unchanged'].includes(plan.status));
      assert.ok(diagnostics.length < 10 && diagnostics.every(({ message }) => message.length < 1000));
    }
  });

  it('answers at every depth up to that, whichever part gives in first', () => {
    const group = (level: number): string => `{"unique_name":"g${level}","type":"logic.group","actions":[`;
    const call = build.atomicCall('use', inspect, token);
    const [head = '', tail = ''] = printJson(build.workflow({ actions: ['HERE', call] }), { indent: '' }).split(
      '"HERE"',
    );
    for (const innermost of [printJson(make), '{"unique_name":1,"type":"t"}', '{}']) {
      for (const depth of [250, 1000, 2000, 4000]) {
        const text = `${head}${Array.from({ length: depth }, (_, level) => group(level)).join('')}${innermost}${']}'.repeat(depth)}${tail}`;
        const { plan } = askWithoutThrowing(text, `nested ${depth} levels deep`);
        assert.ok(['migrated', 'failed'].includes(plan.status), `${depth}: ${plan.status}`);
      }
    }
  });

  it('keeps what it found out about a version of a document', () => {
    let asked = 0;
    const service = createLanguageService({
      configuration: () => {
        asked++;
        return defaultConfiguration;
      },
    });
    const snapshot = document(legacy);
    assert.equal(service.diagnose(snapshot)[0], service.diagnose(snapshot)[0]);
    assert.equal(service.planMigration(snapshot), service.planMigration(snapshot));
    assert.notEqual(service.planMigration(snapshot), service.planMigration(snapshot, { assumeOptional: true }));
    service.fixes(snapshot);
    service.summarize(snapshot);
    assert.equal(asked, 1);
    service.diagnose(document(legacy));
    assert.equal(asked, 2);
  });

  it('lets the configuration switch rules off and change how severe they are', () => {
    const found = serviceWith({
      severities: { 'access-token-input': 'off', 'generate-access-token': 'error' },
    }).diagnose(document(legacy));
    assert.deepEqual(
      found.map(({ code, severity }) => [code, severity]),
      [
        ['securex-ended', 'info'],
        ['generate-access-token', 'error'],
      ],
    );
  });

  it('migrates the same whichever rules are switched off', () => {
    const actions = [make, build.atomicCall('use', inspect, token), build.atomicCall('old', inspectCtr, token)];
    const text = printJson(build.workflow({ actions }));
    const off = { 'access-token-input': 'off', 'retired-atomic': 'off', 'generate-access-token': 'off' } as const;
    assert.deepEqual(
      serviceWith({ severities: off }).planMigration(document(text)),
      serviceWith().planMigration(document(text)),
    );
  });

  it('sorts findings by their place', () => {
    const variables = [build.tokenVariable('Token')];
    const actions = [
      make,
      build.setVariables('store', { Token: token }),
      build.atomicCall('use', inspect, build.local('Token')),
      build.script('script', token),
    ];
    const { diagnostics } = ask(printJson(build.workflow({ variables, actions })));
    const lines = diagnostics.map(({ range }) => range.start.line);
    assert.ok(lines.length >= 4);
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a - b),
    );
  });

  describe('summarizes', () => {
    const summaryOf = (exported: JsonObject) =>
      ask(printJson(exported)).summary.legacy.map(({ workflow, activities, migratable }) => [
        workflow,
        activities,
        migratable,
      ]);

    it('each workflow that takes a token by hand, embedded ones as well', () => {
      const sub = build.workflow({
        title: 'Sub',
        actions: [build.generator('sub make'), build.script('script', build.tokenOf('sub make'))],
      });
      const clean = build.workflow({ title: 'Clean', actions: [build.sleep('wait')] });
      const actions = [
        make,
        build.atomicCall('a', inspect, token),
        build.atomicCall('b', inspectCtr, token),
        build.httpRequest('c', { headers: [build.bearer(token), build.bearer(token)] }),
      ];
      assert.deepEqual(summaryOf(build.workflow({ actions, beside: { subworkflows: [sub, clean] } })), [
        ['Workflow', 3, 2],
        ['Sub', 1, 0],
      ]);
    });

    it('no workflow without a token, nor one of Orbital alone', () => {
      const orbital = build.generator('make', { target: build.on(build.orbitalTokenTarget) });
      assert.deepEqual(summaryOf(build.workflow({ actions: [build.sleep('wait')] })), []);
      assert.deepEqual(
        summaryOf(
          build.workflow({
            actions: [orbital, build.atomicCall('query', queryOrbital, token, { target: build.on('Orbital_Target') })],
          }),
        ),
        [],
      );
    });

    it('at the head of the workflow', () => {
      const [only] = ask(legacy).summary.legacy;
      assert.ok(only);
      assert.match(legacy.split('\n')[only.range.start.line] ?? '', /^ {4}"title": "Workflow",$/);
    });
  });
});
