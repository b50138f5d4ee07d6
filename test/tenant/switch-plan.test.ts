import assert from 'node:assert/strict';
import { stateOfSnapshot } from '../../src/tenant/state/state-of';
import { WorkspaceIndex } from '../../src/tenant/state/workspace-index';
import { planSwitch, SwitchRefused } from '../../src/tenant/switch/switch-plan';
import { inspect } from '../support/atomics';
import { workflowId } from '../support/ids';
import { printJson } from '../support/print-json';
import { serviceWith } from '../support/service';
import * as build from '../support/workflow';
import * as make from './support/objects';

const token = make.accountKey('SecureX_Token', make.tokenType);
const other = make.accountKey('Second', make.tokenType);
const basic = make.accountKey('CTR_Credentials', make.basicType);
const basicKey = make.keyId('CTR_Credentials');

const state = stateOfSnapshot(
  make.snapshot(
    [
      make.target('Private_CTIA_Target', { ...make.privateIntel, key: token.id }),
      make.target('CTIA_Target', { host: 'intel.amp.cisco.com', key: other.id }),
      make.target('CTR_API', make.platform),
      make.target('CTR_API_Second', make.platform),
      make.target('CTR_For_Access_Token', { ...make.platform, key: basicKey }),
      make.target('Orbital_Target', { host: 'orbital.amp.cisco.com' }),
      make.target('ServiceNow', { host: 'now.example.com' }),
    ],
    [token, other, basic],
  ),
);

function indexed(): WorkspaceIndex {
  const service = serviceWith();
  const index = new WorkspaceIndex();
  const legacy = build.workflow({
    title: 'Old',
    actions: [build.generator('make'), build.atomicCall('ask', inspect, build.tokenOf('make'))],
  });
  const migrated = build.workflow({ title: 'New', actions: [build.httpRequest('ask')] });
  for (const [name, exported] of Object.entries({ legacy, migrated })) {
    const uri = `file:///${name}.json`;
    index.set(uri, service.inventory({ uri, text: printJson(exported) }));
  }
  return index;
}

describe('the plan of a switch', () => {
  const plan = planSwitch(state, 'SecureX_Token', indexed());

  it('changes the documented targets that lack the key, the platform first', () => {
    assert.deepEqual(
      plan.steps.map(({ target, from, to }) => [target.name, from?.name ?? null, to.name]),
      [
        ['CTR_API', null, 'SecureX_Token'],
        ['CTIA_Target', 'Second', 'SecureX_Token'],
      ],
    );
    assert.deepEqual(
      plan.done.map(({ name }) => name),
      ['Private_CTIA_Target'],
    );
    assert.deepEqual(
      plan.leftAlone.map(({ target }) => target.name),
      ['CTR_API_Second'],
    );
  });

  it('tells which workflows it affects, and which still pass tokens by hand', () => {
    const old = { uri: 'file:///legacy.json', title: 'Old', uniqueName: workflowId('Old'), method: 'legacy' };
    const migrated = { uri: 'file:///migrated.json', title: 'New', uniqueName: workflowId('New'), method: 'token' };
    assert.deepEqual(plan.steps[0]?.workflows, [old, migrated]);
    assert.deepEqual(plan.notMigrated, [old]);
  });

  it('takes a key by its id, too', () => {
    assert.equal(planSwitch(state, make.keyId('SecureX_Token'), new WorkspaceIndex()).key.name, 'SecureX_Token');
  });

  it('refuses a key that is no token key, is not there, or is not the only one of its name', () => {
    const refused = (of: typeof state, name: string, message: RegExp) => {
      assert.throws(
        () => planSwitch(of, name, new WorkspaceIndex()),
        (error) => error instanceof SwitchRefused && message.test(error.message),
      );
    };
    refused(
      state,
      'CTR_Credentials',
      /HTTP Basic Authentication.*Token keys of this tenant: "SecureX_Token", "Second"\./,
    );
    refused(state, 'Nobody', /no account key "Nobody"/);
    refused(stateOfSnapshot(make.snapshot([], [basic])), 'Nobody', /create one in the web console/);
    const twins = [token, { ...other, name: 'SecureX_Token' }];
    refused(stateOfSnapshot(make.snapshot([], twins)), 'SecureX_Token', /^2 account keys are called "SecureX_Token"/);
  });
});
