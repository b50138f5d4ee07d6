import assert from 'node:assert/strict';
import { migrationNodes } from '../../../src/tenant/explorer/migration-nodes';
import type { ExplorerNode } from '../../../src/tenant/explorer/explorer-node';
import type { Target } from '../../../src/tenant/api/target';
import { parseSnapshot } from '../../../src/tenant/snapshot';
import { stateOfSnapshot } from '../../../src/tenant/state/state-of';
import { WorkspaceIndex } from '../../../src/tenant/state/workspace-index';
import { printJson } from '../../support/print-json';
import { serviceWith } from '../../support/service';
import * as build from '../../support/workflow';
import { allExampleTenants } from '../support/all-examples';
import { hostileNames } from '../support/hostile-names';
import * as make from '../support/objects';
import { assertSoundTree, indexOf, labels } from '../support/tree';

const nobody = new WorkspaceIndex();
const key = make.accountKey('Token', make.tokenType);
const switched = (name: string): ReturnType<typeof make.target> => make.target(name, { key: key.id });

const stateOf = (...parts: Parameters<typeof make.snapshot>) => stateOfSnapshot(make.snapshot(...parts));

/** A step as `label: state, description`; a button only where there is something to do. */
function stepsOf(nodes: readonly ExplorerNode[]): string[] {
  return nodes.map(({ label, kind, icon, description, spoken, command }) => {
    assert.equal(command !== undefined, kind === 'openStep', label);
    const said = { pass: 'done', 'circle-large-outline': 'to do', 'circle-slash': 'not known' }[icon.name];
    assert.ok(spoken?.startsWith(`Step: ${label}, ${said ?? ''}`), spoken);
    return `${label}: ${said ?? ''}, ${description ?? ''}`;
  });
}

describe('the steps of a migration', () => {
  it('are in the documented order, and not known without a tenant and without workflows', () => {
    assert.deepEqual(stepsOf(migrationNodes(undefined, nobody)), [
      'Create the token account key: not known, not known',
      'Switch CTR_API: not known, not known',
      'Switch CTIA_Target: not known, not known',
      'Switch Private_CTIA_Target: not known, not known',
      'Migrate the workflows: not known, no workflow in the workspace',
    ]);
  });

  it('are to do in a legacy tenant', () => {
    const basic = make.accountKey('Old', make.basicType);
    const targets = [
      make.target('CTR_API', make.platform),
      make.target('CTIA_Target', { key: 'gone' }),
      make.target('Private_CTIA_Target', { key: basic.id }),
    ];
    assert.deepEqual(stepsOf(migrationNodes(stateOf(targets, [basic]), nobody)).slice(0, 4), [
      'Create the token account key: to do, in the web console',
      'Switch CTR_API: to do, uses no account key',
      'Switch CTIA_Target: to do, its account key is not there',
      'Switch Private_CTIA_Target: to do, uses "Old" (HTTP Basic Authentication)',
    ]);
  });

  it('are done in a tenant of the token method, in SecureX as in XDR', () => {
    for (const [type, ...names] of [
      ['SecureX or XDR Token', 'CTR_API', 'CTIA_Target', 'Private_CTIA_Target'],
      ['Cisco XDR Token', 'Platform APIs', 'Public Intelligence APIs', 'Private Intelligence APIs'],
    ]) {
      assert.deepEqual(stepsOf(migrationNodes(stateOf(names.map(switched), [key]), nobody)).slice(0, 4), [
        'Create the token account key: done, "Token" is there',
        ...names.map((name) => `Switch ${name}: done, uses "Token" (${type ?? ''})`),
      ]);
    }
  });

  it('are not done while one of several targets with documented names is left', () => {
    for (const targets of [
      [switched('CTR_API'), make.target('CTR_Target', make.platform)],
      [make.target('CTR_Target', make.platform), switched('Platform APIs')],
    ]) {
      const [, platform] = stepsOf(migrationNodes(stateOf(targets, [key]), nobody));
      assert.equal(platform, 'Switch CTR_Target: to do, uses no account key');
    }
  });

  it('say so where the tenant has no such target, and where nothing tells of a key', () => {
    const [, platform, open] = migrationNodes(stateOf([{ ...make.target('CTR_API'), properties: null }]), nobody);
    assert.equal(platform?.description, 'nothing tells of its account key');
    assert.deepEqual([open?.description, open?.command], ['the tenant has no such target', undefined]);
    assert.match(open?.tooltip ?? '', /by the name CTIA\\_Target, or Public Intelligence APIs\.$/);
  });

  it('lead to the workflows that are left', () => {
    const legacy = { actions: [build.generator('Get token')] };
    const index = indexOf({ title: 'Old', ...legacy }, { title: 'New' }, { title: 'Older', ...legacy });
    const step = migrationNodes(undefined, index).at(-1)!;
    assert.deepEqual(stepsOf([step]), ['Migrate the workflows: to do, 2 of 3 workflows left']);
    assert.equal(step.command?.command, 'sxo.migrateFolder');
    const left = step.children!();
    assert.deepEqual(
      left.map(({ label, description, spoken, place }) => [label, description, spoken, place?.uri]),
      [
        ['Old', '1 file.json', 'Workflow Old, not migrated, in 1 file.json', 'file:///workspace/1%20file.json'],
        ['Older', '3 file.json', 'Workflow Older, not migrated, in 3 file.json', 'file:///workspace/3%20file.json'],
      ],
    );
    index.delete('file:///workspace/1%20file.json');
    const [older] = migrationNodes(undefined, index).at(-1)!.children!();
    assert.equal(older?.id, left[1]?.id, 'the id of a workflow changes with another one');
  });

  it('list what a second set lacks, where the tenant has a part of it or workflows choose from it', () => {
    const begun = make.target('CTIA_Target_Token', { host: 'intel.amp.cisco.com', key: key.id });
    const sets = (targets: readonly Target[], index = nobody) =>
      migrationNodes(stateOf([make.target('CTR_API', make.platform), ...targets], [key]), index).slice(4, -1);
    const shown = (nodes: readonly ExplorerNode[]) =>
      nodes.map(({ label, description, icon }) => `${icon.name === 'pass' ? 'x' : ' '} ${label}: ${description ?? ''}`);
    assert.deepEqual(sets([]), []);

    const [set, ...others] = sets([begun]);
    assert.deepEqual(others, []);
    assert.deepEqual(stepsOf([set!]), ['Create the targets with _Token: to do, 2 of 4 there']);
    assert.deepEqual(shown(set!.children!()), [
      'x Token: is there, an account key of the type SecureX or XDR Token',
      '  CTR_API_Token: is to be created, for https://visibility.amp.cisco.com/iroh, with "Token"',
      'x CTIA_Target_Token: is there, with "Token"',
      '  Private_CTIA_Target_Token: is to be created, for https://private.intel.amp.cisco.com, with "Token"',
    ]);
    const whole = [
      begun,
      make.target('CTR_API_Token', { ...make.platform, key: key.id }),
      make.target('Private_CTIA_Target_Token', { ...make.privateIntel, key: key.id }),
    ];
    assert.deepEqual(stepsOf(sets(whole)), ['Create the targets with _Token: done, 4 of 4 there']);

    const index = new WorkspaceIndex();
    const moved = build.workflow({ target: build.workflowOn('CTR_API_Legacy') });
    index.set('file:///a.json', serviceWith().inventory({ uri: 'file:///a.json', text: printJson(moved) }));
    assert.deepEqual(stepsOf(sets([], index)), ['Create the targets with _Legacy: to do, 0 of 5 there']);
    assertSoundTree(() => sets([begun], index));
  });

  it('end when no workflow is left', () => {
    const step = migrationNodes(undefined, indexOf({ title: 'New' })).at(-1)!;
    assert.deepEqual(stepsOf([step]), ['Migrate the workflows: done, 0 of 1 workflow left']);
    assert.equal(step.children, undefined);
  });

  for (const { name, targets, runtime_users } of allExampleTenants()) {
    it(`are a sound tree for ${name}, with the names of its own targets`, () => {
      const state = stateOfSnapshot(
        parseSnapshot(JSON.stringify({ version: 1, takenAt: '2026-11-20T08:00:00Z', targets, runtime_users })),
      );
      const nodes = migrationNodes(state, nobody);
      assertSoundTree(() => migrationNodes(state, nobody));
      const isXdr = name.includes('xdr');
      assert.deepEqual(labels(nodes).slice(1, 4), [
        `Switch ${isXdr ? 'Platform APIs' : 'CTR_API'}`,
        `Switch ${isXdr ? 'Public Intelligence APIs' : 'CTIA_Target'}`,
        `Switch ${isXdr ? 'Private Intelligence APIs' : 'Private_CTIA_Target'}`,
      ]);
    });
  }

  for (const [what, name] of Object.entries(hostileNames)) {
    it(`stand any name: ${what}`, () => {
      const own = make.accountKey(name, make.tokenType);
      const state = stateOf(
        [make.target('CTR_API', { key: own.id }), make.target('CTIA_Target', { host: name })],
        [own],
      );
      const index = indexOf({ title: name, actions: [build.generator(name)] });
      index.set(`file:///${name}`, index.inventory(index.uris[0]!)!);
      assertSoundTree(() => migrationNodes(state, index));
    });
  }
});
