import assert from 'node:assert/strict';
import { stateNodes } from '../../../src/tenant/explorer/state-nodes';
import type { ExplorerNode } from '../../../src/tenant/explorer/explorer-node';
import { stateOfSnapshot } from '../../../src/tenant/state/state-of';
import { WorkspaceIndex } from '../../../src/tenant/state/workspace-index';
import * as build from '../../support/workflow';
import { hostileNames } from '../support/hostile-names';
import * as make from '../support/objects';
import { assertSoundTree, below, indexOf, labels, nodeAt } from '../support/tree';

const nobody = new WorkspaceIndex();
const token = make.accountKey('Token', make.tokenType);
const basic = make.accountKey('basic', make.basicType);

type Parts = Partial<Parameters<typeof stateOfSnapshot>[0]>;
const nodesOf = (parts: Parts, index = nobody): ExplorerNode[] =>
  stateNodes('here', stateOfSnapshot({ ...make.snapshot([]), ...parts }), index);

describe('the lines of a state', () => {
  it('are sections with their counts, without those that are empty', () => {
    const remote = make.target('Lab', { properties: { ao_remote_id: 'remote-1' } });
    const groups = [{ id: 'group', name: 'Default TargetGroup' }];
    const nodes = nodesOf({ targets: [make.target('A'), remote], runtime_users: [token], target_groups: groups });
    assert.deepEqual(
      nodes.map(({ label, description, spoken, kind, id }) => [label, description, spoken, kind, id]),
      [
        ['Targets', '2', 'Targets, 2', 'section', 'here/targets'],
        ['Account Keys', '1', 'Account Keys, 1', 'section', 'here/keys'],
        ['Target Groups', '1', 'Target Groups, 1', 'section', 'here/groups'],
        ['Remotes', '1', 'Remotes, 1', 'section', 'here/remotes'],
      ],
    );
    assert.deepEqual(nodesOf({}), []);
    assert.deepEqual(labels(nodesOf({ runtime_users: [token] })), ['Account Keys']);
  });

  it('hide what an address may hold of secrets', () => {
    const hook = make.target('Hook', { host: 'hooks.example.com', properties: { path: '/in?token=s3cr3t&room=1' } });
    const [line] = below(nodesOf({ targets: [hook] }), 'Targets');
    assert.match(line?.tooltip ?? '', /- Host: hooks\.example\.com\/in\?token=\\\*/);
    assert.ok(!JSON.stringify(line).includes('s3cr3t'));
  });

  it('are sorted by name as people sort', () => {
    const names = ['b', 'Ä', 'c', 'A', 'B'];
    const nodes = nodesOf({
      targets: names.map((name) => make.target(name)),
      runtime_users: names.map((name) => make.accountKey(name, make.basicType)),
    });
    for (const section of ['Targets', 'Account Keys']) {
      assert.deepEqual(labels(below(nodes, section)), ['A', 'Ä', 'b', 'B', 'c'], section);
    }
  });

  it('tell of a target its host, key and method', () => {
    const nodes = nodesOf({
      targets: [
        make.target('CTR_API', { ...make.platform, key: token.id }),
        make.target('CTIA_Target', { host: 'intel.amp.cisco.com' }),
        make.target('Mail', { type: 'email.smtp_endpoint', more: { valid: false } }),
        make.target('Lost', { host: 'now.example.com', key: 'gone' }),
      ],
      runtime_users: [token],
    });
    const lines = below(nodes, 'Targets').map(({ label, description, spoken, icon }) => [
      label,
      description,
      spoken,
      icon.name,
    ]);
    assert.deepEqual(lines, [
      [
        'CTIA_Target',
        'intel.amp.cisco.com · no account key · legacy',
        'Target CTIA_Target, intel.amp.cisco.com, no account key, legacy',
        'warning',
      ],
      [
        'CTR_API',
        'visibility.amp.cisco.com · Token · token',
        'Target CTR_API, visibility.amp.cisco.com, Token, token',
        'pass',
      ],
      ['Lost', 'now.example.com · broken', 'Target Lost, now.example.com, account key unknown, broken', 'error'],
      ['Mail', 'no account key', 'Target Mail, no host, no account key', 'server'],
    ]);
    assert.equal(
      nodeAt(nodes, 'Targets', 'CTR_API').tooltip,
      [
        '**CTR\\_API**',
        '',
        '- Host: visibility.amp.cisco.com/iroh',
        '- Account key: Token \\(SecureX or XDR Token\\)',
        '- Type: web-service.endpoint',
        '- Used by: 0 activities',
        '- Method: "CTR\\_API" \\(visibility.amp.cisco.com\\) uses the account key "Token" \\(SecureX or XDR Token\\), which makes the tokens: the token method.',
      ].join('\n'),
    );
    assert.match(nodeAt(nodes, 'Targets', 'Mail').tooltip ?? '', /- Valid: no\n/);
    assert.deepEqual(nodeAt(nodes, 'Targets', 'CTR_API').subject, {
      name: 'CTR_API',
      uniqueName: make.targetUniqueName('CTR_API'),
    });
  });

  it('tell of an account key its type and where it is the default', () => {
    const targets = [make.target('A', { key: token.id }), make.target('B', { key: token.id }), make.target('C')];
    const nodes = nodesOf({ targets, runtime_users: [token, basic] });
    const [first, second] = below(nodes, 'Account Keys');
    assert.deepEqual(
      [first?.label, first?.description, first?.spoken, first?.icon],
      [
        'basic',
        'HTTP Basic Authentication',
        'Account key basic, HTTP Basic Authentication, default of 0 targets',
        { name: 'key' },
      ],
    );
    assert.deepEqual([second?.description, second?.icon.colour], ['SecureX or XDR Token', 'good']);
    assert.match(second?.tooltip ?? '', /\n- Default of: A, B$/);
  });

  it('tell which targets are behind a remote', () => {
    const behind = (name: string): ReturnType<typeof make.target> =>
      make.target(name, { properties: { ao_remote_id: 'remote-1' } });
    const [remote] = below(nodesOf({ targets: [behind('A'), behind('B'), make.target('C')] }), 'Remotes');
    assert.deepEqual(
      [remote?.label, remote?.description, remote?.spoken],
      ['remote-1', 'A, B', 'Remote remote-1, 2 targets behind it'],
    );
  });

  it('lead from a target and from a key to who uses them', () => {
    const runtimeUser = { override_target_runtime_user: true, runtime_user_id: make.keyUniqueName('Token') };
    const index = indexOf({
      title: 'Enrich',
      actions: [build.httpRequest('Ask', { target: build.on('ctr_api'), properties: { runtime_user: runtimeUser } })],
    });
    const nodes = nodesOf({ targets: [make.target('CTR_API'), make.target('Idle')], runtime_users: [token] }, index);
    const users = below(nodes, 'Targets', 'CTR_API');
    assert.deepEqual(
      users.map(({ label, description, spoken }) => [label, description, spoken]),
      [
        ['Enrich', '1 file.json', 'Workflow Enrich, in 1 file.json'],
        ['Ask', 'Enrich · 1 file.json', 'Activity Ask of Enrich, in 1 file.json'],
      ],
    );
    for (const { place, kind } of [...users, ...below(nodes, 'Account Keys', 'Token')]) {
      assert.equal(kind, 'use');
      assert.equal(place?.uri, 'file:///workspace/1%20file.json');
      assert.match(place.path.join('/'), /^workflow\/.*(?:right_operand|runtime_user_id)$/);
    }
    assert.deepEqual(labels(below(nodes, 'Account Keys', 'Token')), ['Ask']);
    assert.match(nodeAt(nodes, 'Account Keys', 'Token').tooltip ?? '', /Chosen instead of a default by: 1 activity$/);
    assert.equal(nodeAt(nodes, 'Targets', 'Idle').children, undefined, 'nothing to open');
    assertSoundTree(() => nodesOf({ targets: [make.target('CTR_API')], runtime_users: [token] }, index));
  });

  it('stand it when two things have one id', () => {
    const twice = [make.target('Same'), make.target('Same'), { ...make.target('Same'), unique_name: null }];
    const parts = { targets: [...twice, ...twice], runtime_users: [token, token] };
    assert.equal(below(nodesOf(parts), 'Targets').length, 6);
    assertSoundTree(() => nodesOf(parts));
  });

  for (const [what, name] of Object.entries(hostileNames)) {
    it(`show any name: ${what}`, () => {
      const key = { ...make.accountKey(name, name), unique_name: `unique ${name}` };
      const properties = { ao_remote_id: name, host: name };
      const parts = {
        targets: [make.target(name, { key: key.id, properties, type: name }), make.target('a', { properties })],
        runtime_users: [key],
        target_groups: [{ id: 'group', name, type: name }],
      };
      const index = indexOf({ title: name, target: build.workflowOn(name), actions: [build.httpRequest(name)] });
      assertSoundTree(() => nodesOf(parts, index));
      const [target] = nodesOf(parts)[0]!.children!().filter(({ subject }) => subject?.name === name);
      assert.ok(target, 'what is copied is not the name itself');
    });
  }
});
