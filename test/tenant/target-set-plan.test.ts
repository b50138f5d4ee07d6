import assert from 'node:assert/strict';
import type { Target } from '../../src/tenant/api/target';
import type { AccountKey } from '../../src/tenant/api/account-key';
import type { Snapshot } from '../../src/tenant/snapshot';
import { stateOfSnapshot } from '../../src/tenant/state/state-of';
import { WorkspaceIndex } from '../../src/tenant/state/workspace-index';
import { describeTargetSet, remarksOn } from '../../src/tenant/target-set/describe-target-set';
import { planTargetSet, type TargetSetPlan } from '../../src/tenant/target-set/plan-target-set';
import { TargetSetRefused } from '../../src/tenant/target-set/set-key';
import { leftToPerson, stepName, stepsOf } from '../../src/tenant/target-set/set-steps';
import { targetSetChecklist } from '../../src/tenant/target-set/target-set-checklist';
import { regionOfState, wantedTargets, type SetMethod, type TargetSet } from '../../src/tenant/target-set/target-set';
import { inspect } from '../support/atomics';
import { printJson } from '../support/print-json';
import { serviceWith } from '../support/service';
import * as build from '../support/workflow';
import * as make from './support/objects';

const token = make.accountKey('SecureX_Token', make.tokenType);
const basic = make.accountKey('CTR_Credentials', make.basicType);
const intel = { host: 'intel.amp.cisco.com' };
const apis = (key?: string, suffix = ''): Target[] => {
  const use = key === undefined ? {} : { key };
  return [
    make.target(`CTR_API${suffix}`, { ...make.platform, ...use }),
    make.target(`CTIA_Target${suffix}`, { ...intel, ...use }),
    make.target(`Private_CTIA_Target${suffix}`, { ...make.privateIntel, ...use }),
  ];
};
const endpoint = make.target('CTR_For_Access_Token', { ...make.platform, key: basic.id });

interface Asked extends Partial<TargetSet> {
  readonly key?: string;
  readonly index?: WorkspaceIndex;
}

function plan(method: SetMethod, targets: readonly Target[], keys: readonly AccountKey[], asked: Asked = {}) {
  const { key, index = new WorkspaceIndex(), suffix = '', region = 'us' } = asked;
  return planTargetSet({ method, suffix, region }, key, stateOfSnapshot(make.snapshot(targets, keys)), index);
}

const states = ({ targets }: TargetSetPlan) => targets.map(({ wanted, state }) => `${wanted.name}: ${state}`);

describe('the plan of a set of targets', () => {
  it('has nothing to do where all of the legacy method is there', () => {
    const made = plan('legacy', [...apis(), endpoint], [basic]);
    assert.deepEqual(states(made), [
      'CTR_For_Access_Token: there',
      'CTR_API: there',
      'CTIA_Target: there',
      'Private_CTIA_Target: there',
    ]);
    assert.deepEqual(stepsOf(made), []);
  });

  it('goes the way back by creating first, and then taking the key from the targets', () => {
    const made = plan('legacy', apis(token.id), [token]);
    assert.deepEqual(
      stepsOf(made).map((step) => [step.does, stepName(step)]),
      [
        ['create-key', 'CTR_Credentials'],
        ['create-target', 'CTR_For_Access_Token'],
        ['change-target', 'CTR_API'],
        ['change-target', 'CTIA_Target'],
        ['change-target', 'Private_CTIA_Target'],
      ],
    );
    assert.deepEqual(leftToPerson(made), []);
    const [key] = describeTargetSet(made);
    assert.match(
      key!.details.join(),
      /scopes Casebook, Enrich:read, Global Intel:read, Inspect:read, Private Intel and/,
    );
  });

  it('creates a whole second set, and leaves the usual one alone', () => {
    const made = plan('token', apis(), [token], { suffix: '_Token' });
    assert.deepEqual(states(made), [
      'CTR_API_Token: missing',
      'CTIA_Target_Token: missing',
      'Private_CTIA_Target_Token: missing',
    ]);
    const legacy = plan('legacy', apis(token.id), [token], { suffix: '_Legacy' });
    assert.deepEqual(states(legacy)[0], 'CTR_For_Access_Token_Legacy: missing');
    assert.equal(stepsOf(legacy).length, 5);
    assert.deepEqual(legacy.key, { state: 'to-create', name: 'CTR_Credentials_Legacy' });
  });

  it('takes the first target under its other documented name, with a suffix and without', () => {
    const named = (name: string) => [make.target(name, make.platform)];
    assert.equal(plan('legacy', named('CTR_Target'), []).targets[1]?.state, 'there');
    assert.equal(plan('legacy', named('CTR_Target_Two'), [], { suffix: '_Two' }).targets[1]?.state, 'there');
    const remarks = remarksOn(plan('legacy', named('CTR_Target_Two'), [], { suffix: '_Two' }));
    assert.match(remarks.join(' '), /"CTR_Target_Two" serves .* retargeted from CTR_API will name "CTR_API_Two"\.$/);
    assert.equal(remarksOn(plan('legacy', named('CTR_API_Two'), [], { suffix: '_Two' })).length, 1);
  });

  it('leads to the hosts of the region', () => {
    const hosts = (region: TargetSet['region']) =>
      wantedTargets({ method: 'token', suffix: '', region }).map(({ host }) => host);
    assert.deepEqual(hosts('us'), ['visibility.amp.cisco.com', 'intel.amp.cisco.com', 'private.intel.amp.cisco.com']);
    assert.deepEqual(hosts('apjc'), [
      'visibility.apjc.amp.cisco.com',
      'intel.apjc.amp.cisco.com',
      'private.intel.apjc.amp.cisco.com',
    ]);
    const lists = { targets: [make.target('x', { host: 'Private.Intel.EU.amp.cisco.com' })], runtime_users: [] };
    const nowhere: Snapshot = { version: 1, takenAt: '2024-02-20T16:02:41.932Z', ...lists, target_groups: [] };
    assert.equal(regionOfState(stateOfSnapshot(nowhere)), 'eu');
    assert.equal(regionOfState(stateOfSnapshot({ ...nowhere, targets: [] })), undefined);
  });

  it('leaves to a person what stands in the way', () => {
    const reasonFor = (target: Target, more: readonly Target[] = []): string => {
      const made = plan('token', [target, ...more], [token]);
      const planned = made.targets[0]!;
      assert.equal(planned.state, 'in-the-way');
      assert.equal(leftToPerson(made).length, 1);
      assert.ok(!stepsOf(made).some((step) => stepName(step) === 'CTR_API'));
      return planned.reason;
    };
    const eu = { host: 'visibility.eu.amp.cisco.com', path: '/iroh' };
    assert.equal(
      reasonFor(make.target('CTR_API', eu)),
      'it leads to visibility.eu.amp.cisco.com, and the region US needs visibility.amp.cisco.com',
    );
    assert.match(reasonFor(make.target('CTR_API', { ...make.platform, path: '/other' })), /^its path is "\/other"/);
    assert.match(reasonFor(make.target('CTR_API', { ...make.platform, type: 'email.smtp_endpoint' })), /no HTTP/);
    const twin = { ...make.target('Twin', make.platform), properties: { display_name: 'CTR_API' } };
    assert.equal(reasonFor(make.target('CTR_API', make.platform), [twin]), '2 targets bear the name');
    const managed = { metadata: { sx_module_info: { external_id: 'securex:ao:iroh_api' } } };
    assert.match(reasonFor(make.target('CTR_API', { ...make.platform, more: managed })), /integration/);
    const slashes = make.target('CTR_API', { ...make.platform, path: 'iroh/', key: token.id });
    assert.equal(plan('token', [slashes], [token]).targets[0]?.state, 'there');
  });

  it("does not touch Cisco XDR's own targets on the way back", () => {
    const xdr = ['Platform APIs', 'Private Intelligence APIs'].map((name) =>
      make.target(name, { ...make.platform, key: token.id }),
    );
    const made = plan('legacy', xdr, [token]);
    assert.deepEqual(
      made.leftAlone.map(({ name }) => name),
      ['Platform APIs', 'Private Intelligence APIs'],
    );
    assert.ok(stepsOf(made).every(({ does }) => does !== 'change-target'));
  });

  it('decides by the type of a key, never by its name', () => {
    const misnamed = make.accountKey('CTR_Credentials', make.tokenType);
    assert.deepEqual(plan('legacy', apis(misnamed.id), [misnamed]).key, {
      state: 'to-create',
      name: 'CTR_Credentials_Legacy',
    });
    assert.equal(plan('token', apis(misnamed.id), [misnamed]).key.state, 'there');
    const other = make.accountKey('Ours', make.basicType);
    const ours = make.target('CTR_For_Access_Token', { ...make.platform, key: other.id });
    const made = plan('legacy', [...apis(), ours], [basic, other]);
    assert.equal(made.key.state === 'there' && made.key.key.name, 'Ours', 'the key that is in use already');
    assert.deepEqual(stepsOf(made), []);
  });

  it('takes a key that is named, and refuses one that will not do', () => {
    const second = make.accountKey('Second', make.tokenType);
    const changed = plan('token', apis(token.id), [token, second], { key: 'Second' });
    assert.ok(stepsOf(changed).every(({ does }) => does === 'change-target'));
    assert.equal(stepsOf(changed).length, 3);
    assert.deepEqual(plan('legacy', [], [token], { key: 'New' }).key, { state: 'to-create', name: 'New' });
    const refused = (method: SetMethod, keys: readonly AccountKey[], key: string | undefined, message: RegExp) => {
      assert.throws(
        () => plan(method, [], keys, key === undefined ? {} : { key }),
        (error) => error instanceof TargetSetRefused && message.test(error.message),
      );
    };
    refused('token', [token, second], undefined, /several token keys: "SecureX_Token", "Second"/);
    refused('legacy', [token], 'SecureX_Token', /of the type SecureX or XDR Token.*legacy method.*HTTP Basic/);
    refused('legacy', [basic, { ...basic, id: make.keyId('twin') }], undefined, /^2 account keys are called/);
  });

  it('leaves the creation of a token key to a person', () => {
    const made = plan('token', apis(), []);
    assert.deepEqual(made.key, { state: 'for-a-person', name: 'SecureX_Token' });
    assert.match(leftToPerson(made).join(), /web console.*SecureX Token/);
  });

  it('tells which workflows use the other method on targets that change', () => {
    const service = serviceWith();
    const index = new WorkspaceIndex();
    const old = build.workflow({
      title: 'Old',
      actions: [build.generator('make'), build.atomicCall('ask', inspect, build.tokenOf('make'))],
    });
    const migrated = build.workflow({ title: 'New', actions: [build.httpRequest('ask')] });
    for (const [name, exported] of Object.entries({ old, migrated })) {
      const uri = `file:///${name}.json`;
      index.set(uri, service.inventory({ uri, text: printJson(exported) }));
    }
    const titles = ({ notFitting }: TargetSetPlan) => notFitting.map(({ title }) => title);
    assert.deepEqual(titles(plan('legacy', apis(token.id), [token], { index })), ['New']);
    assert.deepEqual(titles(plan('token', apis(), [token], { index })), ['Old']);
    assert.deepEqual(titles(plan('legacy', apis(), [basic], { index })), [], 'nothing changes for anybody');
    assert.deepEqual(titles(plan('token', apis(), [token], { index, suffix: '_Token' })), []);
  });

  it('bears the names that workflows choose after they were moved to it', () => {
    const namesOf = (suffix: string) =>
      wantedTargets({ method: 'legacy', suffix, region: 'us' }).map(({ name }) => name);
    const actions = namesOf('').map((name) => build.httpRequest(name, { target: build.on(name) }));
    const text = printJson(build.workflow({ actions }));
    const { newText } = serviceWith().planRetargeting({ uri: 'file:///a.json', text }, { suffix: '_Two' });
    const chosen = new Set([...newText.matchAll(/"right_operand": "([^"]*)"/g)].map(([, name]) => name));
    assert.deepEqual([...chosen].sort(), [...namesOf('_Two')].sort());
  });

  it('is a checklist in Markdown, in which no name of the tenant acts as Markdown', () => {
    const text = targetSetChecklist(plan('legacy', apis(token.id), [token], { suffix: '_Two' }), 'A [tenant](x)');
    assert.match(text, /^# Targets for the legacy method in A \\\[tenant\\\]\\\(x\\\)\n/);
    assert.match(text, /\n- \[ \] \*\*CTR\\_Credentials\\_Two\*\* is to be created/);
    assert.match(text, /\n {2}- In the web console, create an API client with the scopes Casebook/);
    const done = targetSetChecklist(plan('token', apis(token.id), [token]), 'T');
    assert.equal(done.match(/^- \[x\] /gm)?.length, 4);
    assert.ok(!done.includes('- [ ]'));
  });
});
