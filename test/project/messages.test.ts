import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, MigrationPlan } from '../../src/core/language-service';
import { rules } from '../../src/core/rules/rules';
import { inspect, systemGenerator } from '../support/atomics';
import { printJson } from '../support/print-json';
import { root } from '../support/repository';
import { document, serviceWith } from '../support/service';
import * as build from '../support/workflow';

const service = serviceWith();
const fixtures = join(root, 'test/core/rules');

const make = build.generator('make', { target: build.inherited });
const everyKindOfChange = build.workflow({
  target: build.workflowOn(build.tokenTarget),
  description: 'Targets: CTR_For_Access_Token, CTR_API',
  variables: [build.tokenVariable('Token'), build.variable('Other')],
  actions: [
    make,
    build.setVariables('store', { Token: build.tokenOf('make'), Other: 'x' }),
    build.atomicCall('use', inspect, build.local('Token'), { target: build.on('CTR_API') }),
    build.httpRequest('request', { headers: [build.bearer(build.tokenOf('make'))], target: build.on('CTR_API') }),
    build.calculateDate('read', build.endOf('make')),
  ],
  beside: { atomic_workflows: [systemGenerator] },
});

const readyForTheWayBack = build.workflow({
  actions: [
    build.atomicCall('use', inspect, ''),
    build.forEach('each', build.httpRequest('request')),
    build.httpRequest('late', { headers: [] }),
    build.atomicCall('last', inspect, ''),
  ],
});

/** All that the service says about all fixtures. */
function everything(): { readonly diagnostics: Diagnostic[]; readonly plans: MigrationPlan[] } {
  const texts = readdirSync(fixtures).flatMap((folder) =>
    readdirSync(join(fixtures, folder))
      .filter((name) => /^(?:in)?valid-\d+\.json$/.test(name))
      .map((name) => readFileSync(join(fixtures, folder, name), 'utf8')),
  );
  texts.push(printJson(everyKindOfChange), printJson(readyForTheWayBack));
  const documents = [...texts, ...texts.map((text) => text.slice(0, -20))].map(document);
  return {
    diagnostics: documents.flatMap((snapshot) => service.diagnose(snapshot)),
    plans: documents.flatMap((snapshot) => [
      service.planMigration(snapshot),
      service.planMigration(snapshot, { assumeOptional: true }),
      service.planConversion(snapshot),
    ]),
  };
}

/** A sentence or several: a capital letter or a quoted name first, a full stop last, and nothing that slipped in. */
function assertSentence(text: string): void {
  assert.match(text, /^(?:[A-Z]|"[^"])/, text);
  assert.match(text, /[^.]\.$/, text);
  assert.doesNotMatch(text, /undefined|null|NaN|\[object| {2}|\n|""|\s[.,]/, text);
}

describe('every message', () => {
  const { diagnostics, plans } = everything();

  it('is there for every rule', () => {
    const said = new Set(diagnostics.map(({ code }) => code));
    assert.deepEqual(
      rules.map(({ code }) => code).filter((code) => !said.has(code)),
      [],
    );
    assert.ok(said.has('json-syntax'));
  });

  it('is made of whole sentences', () => {
    for (const { summary } of rules) assertSentence(summary);
    for (const { message, related } of diagnostics) {
      assertSentence(message);
      for (const place of related) assertSentence(place.message);
    }
    for (const { changes, manual, error } of plans) {
      for (const { message } of [...changes, ...manual]) assertSentence(message);
      if (error !== undefined) assertSentence(error);
    }
  });

  it('of a rule says where it is explained, and that page is there', () => {
    for (const { code, documentation } of diagnostics) {
      if (code === 'json-syntax') continue;
      assert.match(documentation, new RegExp(`docs/rules/${code}\\.md$`));
      assert.ok(existsSync(join(root, `docs/rules/${code}.md`)));
    }
  });

  it('of every kind of change is there', () => {
    const kinds = new Set(plans.flatMap(({ changes }) => changes.map(({ kind }) => kind)));
    assert.deepEqual([...kinds].sort(), [
      'add-dependency',
      'add-header',
      'bind-input',
      'delete-activity',
      'empty-input',
      'insert-generator',
      'make-input-optional',
      'prune-dependency',
      're-point-target',
      're-point-time',
      'remove-assignment',
      'remove-header',
      'remove-variable',
      'replace-atomic',
      'replace-dependency',
      'update-description',
    ]);
  });
});
