import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateOfSnapshot } from '../../src/tenant/state/state-of';
import { WorkspaceIndex } from '../../src/tenant/state/workspace-index';
import { describePlan } from '../../src/tenant/switch/describe-plan';
import { impactOf } from '../../src/tenant/switch/switch-impact';
import { planSwitch, type SwitchPlan } from '../../src/tenant/switch/switch-plan';
import { root } from '../support/repository';
import { liveTenant, never } from './support/live';
import type { TenantDefinition } from './server/tenant-state';

const mixed = JSON.parse(readFileSync(join(root, 'samples/tenants/mixed.json'), 'utf8')) as TenantDefinition;
const ctia = mixed.targets.find(({ name }) => name === 'CTIA_Target')!;
const workflow = (name: string) => ({ id: `id-${name}`, name, type: 'generic.workflow', base_type: 'workflow' });

describe('what a switch would hit', () => {
  const names = ['Zeta', 'Alpha', 'Beta', 'Gamma', 'Delta', 'Delta', 'Omega'];
  const live = liveTenant({ ...mixed, name: 'mixed', used_by: { [ctia.id]: names.map(workflow) } });
  const plan = async (): Promise<SwitchPlan> => {
    const state = stateOfSnapshot(await live().client.takeSnapshot(never()), 'live');
    return planSwitch(state, 'SecureX_Token', new WorkspaceIndex());
  };
  const path = new RegExp(`/references/${ctia.id}`);

  it('is what the tenant says, two things of one name counted twice', async () => {
    const made = await plan();
    const [impact] = await impactOf(made, live().client, never());
    assert.deepEqual(impact?.users, ['Alpha', 'Beta', 'Delta', 'Delta', 'Gamma', 'Omega', 'Zeta']);
    assert.equal(
      describePlan(made, [impact])[1],
      'In the tenant, "Alpha", "Beta", "Delta", "Delta", "Gamma" and 2 more hang on CTIA_Target.',
    );
  });

  it('is not known where the tenant does not tell, and the plan stands all the same', async () => {
    const made = await plan();
    live().server.faults.add({ kind: 'forbidden' }, { path });
    const [impact] = await impactOf(made, live().client, never());
    assert.deepEqual(impact?.users, []);
    assert.match(describePlan(made, [impact])[1]!, /^What hangs on CTIA_Target in the tenant is not known\. .*scope/);
  });

  it('can be given up', async () => {
    const made = await plan();
    await assert.rejects(impactOf(made, live().client, AbortSignal.abort()), { kind: 'cancelled' });
  });
});
