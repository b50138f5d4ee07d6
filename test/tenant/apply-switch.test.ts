import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateOfSnapshot } from '../../src/tenant/state/state-of';
import { WorkspaceIndex } from '../../src/tenant/state/workspace-index';
import { applySwitch, putBack, type SwitchOutcome } from '../../src/tenant/switch/apply-switch';
import { planSwitch, type SwitchPlan } from '../../src/tenant/switch/switch-plan';
import { root } from '../support/repository';
import { liveTenant, never } from './support/live';
import { timeout } from './support/test-clock';
import type { TenantDefinition } from './server/tenant-state';

const tokenKey = {
  id: '0301AAAAAAAAA0aaaaaaaaaaaaaaaaaaaaa',
  unique_name: 'definition_runtime_user_0301AAAAAAAAB0bbbbbbbbbbbbbbbbbbbbb',
  name: 'SecureX_Token',
  type: 'runtime_user.oauth_integration',
};
const legacy = JSON.parse(readFileSync(join(root, 'samples/tenants/legacy.json'), 'utf8')) as TenantDefinition;
const tenant: TenantDefinition = { ...legacy, name: 'legacy', runtime_users: [...legacy.runtime_users, tokenKey] };

describe('switching targets to the token', () => {
  const live = liveTenant(tenant);
  const names = ({ switched }: SwitchOutcome): string[] => switched.map(({ target }) => target.name);
  const targets = () => live().server.tenant('legacy').targets;
  const propertiesOf = (name: string) =>
    targets().find((target) => target.name === name)?.properties as Readonly<Record<string, unknown>>;
  const allProperties = () => targets().map(({ properties }) => properties);
  const idOf = (name: string): string => targets().find((target) => target.name === name)!.id;
  const plan = async (): Promise<SwitchPlan> => {
    const state = stateOfSnapshot(await live().client.takeSnapshot(never()), 'live');
    return planSwitch(state, 'SecureX_Token', new WorkspaceIndex());
  };

  it('writes each target of the plan back whole, with two properties changed', async () => {
    const before = new Map(targets().map((target) => [target.name, target.properties as object]));
    const told: string[] = [];
    const outcome = await applySwitch(await plan(), live().client, never(), ({ target }) => told.push(target.name));
    assert.equal(outcome.surprise, undefined);
    assert.deepEqual(names(outcome), ['CTR_API', 'CTIA_Target', 'Private_CTIA_Target']);
    assert.deepEqual(told, names(outcome));
    for (const name of names(outcome)) {
      const changed = { ...before.get(name), no_runtime_user: false, default_runtime_user_id: tokenKey.id };
      assert.deepEqual(propertiesOf(name), changed);
    }
    assert.deepEqual(propertiesOf('CTR_For_Access_Token'), before.get('CTR_For_Access_Token'));
    assert.deepEqual((await plan()).steps, [], 'a second plan has nothing to do');
  });

  it('stops where somebody saved a target since it was read, and writes nothing of it', async () => {
    const made = await plan();
    const id = idOf('CTIA_Target');
    live().clock.advance(1000);
    live().server.faults.add({ kind: 'target-touched', id }, { method: 'GET', path: new RegExp(`/${id}$`), times: 1 });
    const outcome = await applySwitch(made, live().client, never());
    assert.deepEqual(names(outcome), ['CTR_API']);
    assert.match(outcome.surprise ?? '', /^"CTIA_Target" was changed since it was read/);
    assert.equal(propertiesOf('CTIA_Target').no_runtime_user, true);
  });

  it('stops before the first target where the key is gone', async () => {
    const made = await plan();
    live().server.faults.add({ kind: 'key-missing', id: tokenKey.id }, { times: 1 });
    const outcome = await applySwitch(made, live().client, never());
    assert.deepEqual(names(outcome), []);
    assert.match(outcome.surprise ?? '', /^The account key "SecureX_Token" is not there any more/);
    assert.ok(!live().server.requests.some(({ method }) => method === 'PUT'));
  });

  it('counts a target as written where the answer was an error, and puts all back as it was', async () => {
    const before = allProperties();
    const made = await plan();
    const half = { method: 'PUT', path: new RegExp(`/${idOf('CTIA_Target')}$`), times: 1 };
    live().server.faults.add({ kind: 'half-way' }, half);
    const outcome = await applySwitch(made, live().client, never());
    assert.deepEqual(names(outcome), ['CTR_API', 'CTIA_Target']);
    assert.notEqual(outcome.surprise, undefined);
    assert.equal(propertiesOf('CTIA_Target').no_runtime_user, false, 'it was written all the same');

    const { restored, left } = await putBack(outcome.switched, live().client, never());
    assert.deepEqual(
      restored.map(({ name }) => name),
      ['CTIA_Target', 'CTR_API'],
    );
    assert.deepEqual(left, []);
    assert.deepEqual(allProperties(), before);
  });

  it('does not put back what somebody changed meanwhile', async () => {
    const outcome = await applySwitch(await plan(), live().client, never());
    const id = idOf('CTR_API');
    const other = legacy.runtime_users[0]!.id;
    const properties = { ...propertiesOf('CTR_API'), default_runtime_user_id: other };
    live().server.tenant('legacy').updateTarget(id, { properties });
    const { restored, left } = await putBack(outcome.switched, live().client, never());
    assert.deepEqual(
      restored.map(({ name }) => name),
      ['Private_CTIA_Target', 'CTIA_Target'],
    );
    assert.deepEqual(
      left.map(({ target }) => target.name),
      ['CTR_API'],
    );
    assert.match(left[0]!.reason, /somebody changed it meanwhile/);
    assert.equal(propertiesOf('CTR_API').default_runtime_user_id, other);
  });

  it('leaves other properties that somebody changed meanwhile, and says which', async () => {
    const outcome = await applySwitch(await plan(), live().client, never());
    const id = idOf('CTR_API');
    const properties = { ...propertiesOf('CTR_API'), path: '/iroh/v2' };
    live().server.tenant('legacy').updateTarget(id, { properties });
    const { left } = await putBack(outcome.switched, live().client, never());
    assert.deepEqual(
      left.map(({ target, reason }) => [target.name, reason]),
      [['CTR_API', 'It is not as it was written: somebody changed it meanwhile (path).']],
    );
    assert.deepEqual(propertiesOf('CTR_API'), properties);
  });

  it('puts back what the tenant itself made of the writing', async () => {
    const before = allProperties();
    const server = live().server.tenant('legacy');
    const update = server.updateTarget.bind(server);
    server.updateTarget = (id, change) => {
      server.updateTarget = update;
      return update(id, { properties: { ...change.properties, port: 443 } });
    };
    const outcome = await applySwitch(await plan(), live().client, never());
    assert.match(outcome.surprise ?? '', /^"CTR_API" was written, but is not as it should be: port\.$/);
    assert.deepEqual((await putBack(outcome.switched, live().client, never())).left, []);
    assert.deepEqual(allProperties(), before);
  });

  it('ends the writing that was begun when it is interrupted, so that none arrives after all was put back', async () => {
    const before = allProperties();
    const made = await plan();
    const interruption = new AbortController();
    live().server.onRequest = ({ method }) => {
      if (method === 'PUT') interruption.abort();
    };
    const outcome = await applySwitch(made, live().client, interruption.signal);
    assert.deepEqual(names(outcome), ['CTR_API']);
    assert.match(outcome.surprise ?? '', /cancelled\.$/);
    assert.equal(propertiesOf('CTR_API').no_runtime_user, false, 'it was written to the end');
    assert.deepEqual((await putBack(outcome.switched, live().client, never())).left, []);
    assert.deepEqual(allProperties(), before);
  });

  it('notices a change where the tenant tells no time of it', async () => {
    const server = live().server.tenant('legacy');
    server.targets = server.targets.map((target) => ({ ...target, updated_on: null }));
    const made = await plan();
    server.targets = server.targets.map((target) =>
      target.name === 'CTR_API'
        ? { ...target, properties: { ...(target.properties as object), default_runtime_user_id: 'x' } }
        : target,
    );
    const outcome = await applySwitch(made, live().client, never());
    assert.match(outcome.surprise ?? '', /^"CTR_API" was changed since it was read/);
    assert.deepEqual(names(outcome), []);
  });

  it('never writes a mask in the place of what it hides', async () => {
    const server = live().server.tenant('legacy');
    server.targets = server.targets.map((target) => ({
      ...target,
      properties: { ...(target.properties as object), headers: [{ value: '*****' }] },
    }));
    const outcome = await applySwitch(await plan(), live().client, never());
    assert.match(outcome.surprise ?? '', /^The tenant masks a part of "CTR_API" \(headers\)/);
    assert.ok(!live().server.requests.some(({ method }) => method === 'PUT'));
  });

  it('does not mind in which order the tenant writes the keys of an object', async () => {
    const server = live().server.tenant('legacy');
    const nested = (value: object) => (target: (typeof server.targets)[number]) => ({
      ...target,
      properties: { ...(target.properties as object), nested: value },
    });
    server.targets = server.targets.map(nested({ one: 1, two: [{ three: 3, four: 4 }] }));
    const made = await plan();
    live().server.onRequest = () => {
      server.targets = server.targets.map(nested({ two: [{ four: 4, three: 3 }], one: 1 }));
    };
    assert.equal((await applySwitch(made, live().client, never())).surprise, undefined);
  });

  it('counts a target that the tenant refuses to change as unchanged', async () => {
    const made = await plan();
    live().server.faults.add({ kind: 'forbidden' }, { method: 'PUT', after: 1, times: 1 });
    const outcome = await applySwitch(made, live().client, never());
    assert.deepEqual(names(outcome), ['CTR_API']);
    assert.match(outcome.surprise ?? '', /may not do this/);
  });

  it('lets a second switch wait for the first, and see what that has changed', async () => {
    const [one, other] = [await plan(), await plan()];
    const [first, second] = await Promise.all([
      applySwitch(one, live().client, never()),
      applySwitch(other, live().client, never()),
    ]);
    assert.equal(first.surprise, undefined);
    assert.match(second.surprise ?? '', /^"CTR_API" was changed since it was read/);
    assert.deepEqual(names(second), []);
    assert.equal(live().server.requests.filter(({ method }) => method === 'PUT').length, first.switched.length);
  });

  it('looks again after a lost answer, and says what it found', async () => {
    const made = await plan();
    live().server.faults.add({ kind: 'half-way' }, { method: 'PUT', times: 1 });
    const arrived = await applySwitch(made, live().client, never());
    assert.match(arrived.surprise ?? '', / Read again, "CTR_API" has the change\.$/);
    const { restored, late } = await putBack(arrived.switched, live().client, never());
    assert.deepEqual([restored.length, late], [1, []]);

    live().server.faults.add({ kind: 'dropped' }, { method: 'PUT', times: 1 });
    const lost = await applySwitch(await plan(), live().client, never());
    assert.match(lost.surprise ?? '', / Read again, "CTR_API" does not have the change\. It may still arrive: /);

    const third = await plan();
    live().server.faults.add({ kind: 'dropped' }, { method: 'PUT', times: 1 });
    live().server.faults.add({ kind: 'dropped' }, { method: 'GET', after: 2 });
    const blind = await applySwitch(third, live().client, never());
    assert.match(blind.surprise ?? '', / It could not be read again either\. It may still arrive: /);
    assert.deepEqual(names(blind), ['CTR_API']);
  });

  it('does not promise that all is as before while a change may still arrive', async () => {
    const made = await plan();
    let arrive = (): void => undefined;
    const until = new Promise<void>((resolve) => (arrive = resolve));
    live().server.faults.add({ kind: 'slow', until }, { method: 'PUT', times: 1 });
    live().server.onRequest = ({ method }) => {
      if (method === 'PUT') live().clock.advance(timeout);
    };
    const outcome = await applySwitch(made, live().client, never());
    assert.match(outcome.surprise ?? '', /within 30 seconds.* It may still arrive: refresh the tenant in some minutes/);
    live().server.onRequest = () => undefined;
    const { restored, late, left } = await putBack(outcome.switched, live().client, never());
    assert.deepEqual([restored, late.map(({ name }) => name), left], [[], ['CTR_API'], []]);
    arrive();
    while (propertiesOf('CTR_API').no_runtime_user !== false) await new Promise((resolve) => setTimeout(resolve, 5));
    const again = await putBack(outcome.switched, live().client, never());
    assert.deepEqual([again.restored.length, again.late], [1, []], 'what arrived late can be put back then');
  });

  it('takes a writing back as done whose answer got lost, where a look finds it', async () => {
    const before = allProperties();
    const outcome = await applySwitch(await plan(), live().client, never());
    live().server.faults.add({ kind: 'half-way' }, { method: 'PUT', times: 1 });
    live().server.faults.add({ kind: 'dropped' }, { method: 'PUT', times: 1 });
    const { restored, left } = await putBack(outcome.switched, live().client, never());
    assert.equal(restored.length, 2);
    assert.match(left[0]!.reason, /Read again, "CTIA_Target" does not have the change\. It may still arrive: /);
    await putBack(outcome.switched, live().client, never());
    assert.deepEqual(allProperties(), before);
  });

  it('keeps in mind what was written, whatever else goes wrong', async () => {
    const outcome = await applySwitch(await plan(), live().client, never(), (_step, number) => {
      if (number === 2) throw new Error('out of order');
    });
    assert.deepEqual(names(outcome), ['CTR_API']);
    assert.equal(outcome.surprise, 'Something unexpected happened: out of order.');
  });
});
