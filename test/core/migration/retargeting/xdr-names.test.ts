import assert from 'node:assert/strict';
import type { MigrationPlan, XdrRetargeting } from '../../../../src/core/language-service';
import type { Json, JsonObject } from '../../../support/json';
import { printJson } from '../../../support/print-json';
import { document, serviceWith } from '../../../support/service';
import * as build from '../../../support/workflow';

const service = serviceWith();
const retarget = (text: string, options: Omit<XdrRetargeting, 'to'> = {}): MigrationPlan =>
  service.planRetargeting(document(text), { to: 'xdr', ...options });
const move = (value: Json, options: Omit<XdrRetargeting, 'to'> = {}): MigrationPlan =>
  retarget(printJson(value), options);
const messages = ({ manual }: MigrationPlan): string[] => manual.map(({ message }) => message);
const namesIn = (text: string): string[] =>
  [...text.matchAll(/"right_operand": "([^"]*)"/g)].map(([, name]) => name ?? '');
const choosing = (...names: readonly string[]): JsonObject =>
  build.workflow({
    target: build.workflowWithoutTarget,
    actions: names.map((name, index) => build.sleep(`a${index}`, { target: build.on(name) })),
  });

const targetId = 'definition_target_03QW7ZK2TPLMN4aB9dE1fG7hJ3kL5mN8pQz';
const bringing = (name: string): JsonObject => ({
  targets: {
    [targetId]: {
      unique_name: targetId,
      name,
      type: 'web-service.endpoint',
      properties: { display_name: name, host: 'visibility.eu.amp.cisco.com', no_runtime_user: true },
    },
  },
});

describe('a move to the XDR targets', () => {
  it('renames what is documented, and what is inferred only when asked for, saying so', () => {
    const exported = choosing('CTR_API', 'Private_CTIA_Target', 'CTIA_Target', 'Orbital_Target', 'AMP_Target');
    const plan = move(exported);
    assert.equal(plan.status, 'partial');
    assert.deepEqual(namesIn(plan.newText), [
      'Platform APIs',
      'Private_CTIA_Target',
      'CTIA_Target',
      'Orbital_Target',
      'AMP_Target',
    ]);
    assert.deepEqual(messages(plan), [
      '"a1" runs on Private_CTIA_Target, and that it is Private Intelligence APIs in Cisco XDR is inferred, not documented. Hold it against your tenant, and ask for inferred names, too, if it holds.',
      '"a2" runs on CTIA_Target, and that it is Public Intelligence APIs in Cisco XDR is inferred, not documented. Hold it against your tenant, and ask for inferred names, too, if it holds.',
    ]);
    const all = move(exported, { withInferred: true });
    assert.equal(all.status, 'migrated');
    assert.deepEqual(namesIn(all.newText), [
      'Platform APIs',
      'Private Intelligence APIs',
      'Public Intelligence APIs',
      'Orbital_Target',
      'AMP_Target',
    ]);
    assert.deepEqual(
      all.changes.map(({ message }) => message),
      [
        'Run "a0" on Platform APIs instead of CTR_API.',
        'Run "a1" on Private Intelligence APIs instead of Private_CTIA_Target. That the two are the same is inferred, not documented: hold it against your tenant.',
        'Run "a2" on Public Intelligence APIs instead of CTIA_Target. That the two are the same is inferred, not documented: hold it against your tenant.',
      ],
    );
  });

  it('leads back to the last character', () => {
    const text = printJson(choosing('CTR_API', 'Private_CTIA_Target', 'CTIA_Target', 'Webex Teams'));
    for (const withInferred of [false, true]) {
      const moved = retarget(text, { withInferred });
      assert.deepEqual(retarget(moved.newText, { withInferred }).edits, [], 'a second run has nothing to do');
      assert.equal(retarget(moved.newText, { withInferred, isUndo: true }).newText, text);
    }
    const rest = retarget(retarget(text, { withInferred: true }).newText, { isUndo: true });
    assert.deepEqual(namesIn(rest.newText), [
      'CTR_API',
      'Private Intelligence APIs',
      'Public Intelligence APIs',
      'Webex Teams',
    ]);
    assert.match(messages(rest)[0] ?? '', /and that it is Private_CTIA_Target in SecureX is inferred, not documented/);
  });

  it('says where the way back leads to another spelling', () => {
    const plan = move(choosing('CTR_Target', 'ctr_api'));
    assert.deepEqual(namesIn(plan.newText), ['Platform APIs', 'Platform APIs']);
    assert.deepEqual(
      plan.changes.map(({ message }) => message),
      [
        'Run "a0" on Platform APIs instead of CTR_Target. The way back would lead to CTR_API.',
        'Run "a1" on Platform APIs instead of ctr_api. The way back would lead to CTR_API.',
      ],
    );
    assert.deepEqual(namesIn(retarget(plan.newText, { isUndo: true }).newText), ['CTR_API', 'CTR_API']);
  });

  it('refuses a name that is written in a way that the way back would not restore', () => {
    const text = printJson(choosing('CTR_API')).replace('"CTR_API"', '"CTR\\u005fAPI"');
    const plan = retarget(text);
    assert.equal(plan.error, 'The way back would not restore this file to the last character; nothing was changed.');
    assert.equal(plan.newText, text);
  });

  it('reaches the workflow itself, criteria that are not in use, and embedded workflows', () => {
    const unused = { ...build.on('CTR_API'), override_workflow_target_group_criteria: false };
    const inner = build.workflow({ title: 'Inner' });
    const outer = build.workflow({
      actions: [build.group('g', build.sleep('a', { target: unused }))],
      beside: { subworkflows: [inner] },
    });
    assert.deepEqual(namesIn(move(outer).newText), ['Platform APIs', 'Platform APIs', 'Platform APIs']);
  });

  it('leaves a name that the file itself brings along, at either end of the way', () => {
    for (const [along, why] of [
      ['CTR_API', 'which the file brings along'],
      ['ctr_api', 'which the file brings along'],
      ['Platform APIs', 'and the file brings along Platform APIs'],
    ] as const) {
      const plan = move(build.workflow({ beside: bringing(along) }));
      assert.deepEqual([plan.status, plan.edits], ['partial', []]);
      assert.ok(messages(plan)[0]?.startsWith(`The workflow "Workflow" runs on CTR_API, ${why}: by its new name `));
    }
    const byId = build.workflow({
      target: build.workflowOnId(targetId),
      beside: bringing('CTR_API'),
    });
    assert.deepEqual([move(byId).status, move(byId).manual], ['unchanged', []], 'an id still finds its target');
  });

  it('tells of what has no counterpart, of another set, and of both names in one file', () => {
    const told = (...names: string[]): string => messages(move(choosing(...names))).join('\n');
    assert.match(
      told('CTR_For_Access_Token'),
      /CTR_For_Access_Token, which has no counterpart in Cisco XDR, as it only/,
    );
    assert.match(told('CTR_For_Access_Token_EU'), /which has no counterpart/);
    assert.match(told('CTR_API_Token'), /runs on CTR_API_Token, which is of the set _Token\. Take it back/);
    assert.match(
      told('CTR_API', 'Platform APIs'),
      /Platform APIs, which is a name of Cisco XDR already\. The way back would/,
    );
    assert.deepEqual(move(choosing('Platform APIs')).status, 'unchanged');
  });

  it('goes on after a migration that re-points the workflow, and before it', () => {
    const text = printJson(
      build.workflow({
        target: build.workflowOn(build.tokenTarget),
        actions: [
          build.generator('make', { target: build.inherited }),
          build.httpRequest('use', {
            target: build.on('CTR_API'),
            headers: [build.bearer(build.tokenOf('make'))],
          }),
        ],
      }),
    );
    const migrated = (before: string): string => service.planMigration(document(before)).newText;
    assert.equal(retarget(text).status, 'partial');
    assert.equal(retarget(migrated(text)).status, 'migrated');
    assert.equal(migrated(retarget(text).newText), retarget(migrated(text)).newText);
  });

  it('tells of names in texts, of an integration by its old product, and of nothing else', () => {
    const description = 'Targets: CTR_API, Private_CTIA_Target';
    assert.deepEqual(messages(move(build.workflow({ description }))), [
      'The workflow "Workflow" names CTR_API in its description, where no target is chosen, so that text stays. If it decides or tells where something runs, write Platform APIs there.',
    ]);
    const on = (product: string): string[] =>
      messages(move(build.workflow({ target: build.workflowOnId(`$module_target;${product};securex:ao:iroh_api$`) })));
    assert.deepEqual(on('Cisco XDR'), []);
    assert.match(
      on('SecureX')[0] ?? '',
      /an integration as SecureX called it\. Whether an import into Cisco XDR finds /,
    );
  });
});
