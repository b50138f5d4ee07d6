import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { stateOfSnapshot } from '../../src/tenant/state/state-of';
import { WorkspaceIndex } from '../../src/tenant/state/workspace-index';
import { applyTargetSet, type SetOutcome } from '../../src/tenant/target-set/apply-target-set';
import { planTargetSet, type TargetSetPlan } from '../../src/tenant/target-set/plan-target-set';
import { stepName, stepsOf } from '../../src/tenant/target-set/set-steps';
import type { SetMethod } from '../../src/tenant/target-set/target-set';
import { nameOf, undoTargetSet } from '../../src/tenant/target-set/undo-target-set';
import { root } from '../support/repository';
import type { Fault, FaultMatch } from './server/faults';
import type { TenantDefinition, TenantObject } from './server/tenant-state';
import { liveTenant, never } from './support/live';
import { timeout } from './support/test-clock';

const token = JSON.parse(readFileSync(join(root, 'samples/tenants/token.json'), 'utf8')) as TenantDefinition;
const tenant: TenantDefinition = { ...token, name: 'token' };
const credentials = { clientId: 'client-of-the-new-key', clientSecret: 'hunter2 "of the new key"' };
const propertiesOf = ({ properties }: TenantObject) => properties as Readonly<Record<string, unknown>>;

describe('carrying out a set of targets', () => {
  const live = liveTenant(tenant);
  const held = () => live().server.tenant('token');
  const target = (name: string): TenantObject => held().targets.find((each) => each.name === name)!;
  const key = (name: string): TenantObject => held().runtimeUsers.find((each) => each.name === name)!;
  /** As it is answered one by one: there, what has no title bears its name. */
  const everything = () => ({
    targets: held().targets.map((each) => ({ title: each.name, ...each, updated_on: '' })),
    keys: held().runtimeUsers,
  });
  const plan = async (method: SetMethod, suffix = ''): Promise<TargetSetPlan> => {
    const state = stateOfSnapshot(await live().client.takeSnapshot(never()), 'live');
    return planTargetSet({ method, suffix, region: 'us' }, undefined, state, new WorkspaceIndex());
  };
  const apply = (made: TargetSetPlan, signal = never()): Promise<SetOutcome> =>
    applyTargetSet(made, credentials, live().client, signal);
  const undo = ({ done }: SetOutcome) => undoTargetSet(done, live().client, never());
  const changes = () => live().server.requests.filter(({ method, path }) => method !== 'GET' && path.includes('/v1/'));

  it('goes the way back: creates the key and the target for tokens, and takes the key from the others', async () => {
    const made = await plan('legacy');
    const told: string[] = [];
    const outcome = await applyTargetSet(made, credentials, live().client, never(), (step) =>
      told.push(stepName(step)),
    );
    assert.equal(outcome.surprise, undefined);
    assert.deepEqual(told, [
      'CTR_Credentials',
      'CTR_For_Access_Token',
      'CTR_API',
      'CTIA_Target',
      'Private_CTIA_Target',
    ]);
    assert.deepEqual(outcome.done.map(nameOf), told);
    assert.deepEqual(propertiesOf(key('CTR_Credentials')), {
      display_name: 'CTR_Credentials',
      auth_option: 'Basic',
      basic_username: credentials.clientId,
      basic_password: credentials.clientSecret,
    });
    assert.deepEqual(propertiesOf(target('CTR_For_Access_Token')), {
      display_name: 'CTR_For_Access_Token',
      protocol: 'https',
      host: 'visibility.amp.cisco.com',
      path: '/iroh',
      disable_certificate_validation: false,
      no_runtime_user: false,
      default_runtime_user_id: key('CTR_Credentials').id,
    });
    for (const name of ['CTR_API', 'CTIA_Target', 'Private_CTIA_Target']) {
      const before = propertiesOf(tenant.targets.find((each) => each.name === name)!);
      const others = Object.entries(before).filter(([property]) => property !== 'default_runtime_user_id');
      assert.deepEqual(propertiesOf(target(name)), { ...Object.fromEntries(others), no_runtime_user: true });
    }
    assert.deepEqual(stepsOf(await plan('legacy')), [], 'a second plan has nothing to do');
  });

  it('is undone: all is as before', async () => {
    const before = everything();
    const outcome = await apply(await plan('legacy'));
    assert.deepEqual(await undo(outcome), {
      undone: ['Private_CTIA_Target', 'CTIA_Target', 'CTR_API', 'CTR_For_Access_Token', 'CTR_Credentials'],
      late: [],
      left: [],
    });
    assert.deepEqual(everything(), before);
  });

  it('creates a second set for each method, and leaves the usual one as it is', async () => {
    const before = everything();
    const sets = [
      ['token', '_Token', ['CTR_API_Token', 'CTIA_Target_Token', 'Private_CTIA_Target_Token']],
      ['legacy', '_Legacy', ['CTR_For_Access_Token_Legacy', 'CTR_API_Legacy', 'CTIA_Target_Legacy']],
    ] as const;
    for (const [method, suffix, names] of sets) {
      const outcome = await apply(await plan(method, suffix));
      assert.equal(outcome.surprise, undefined);
      for (const name of names) assert.ok(target(name), name);
      assert.deepEqual(stepsOf(await plan(method, suffix)), []);
    }
    assert.equal(propertiesOf(target('CTIA_Target_Token')).default_runtime_user_id, key('SecureX_Token').id);
    assert.equal(propertiesOf(target('CTIA_Target_Legacy')).no_runtime_user, true);
    assert.deepEqual(everything().targets.slice(0, before.targets.length), before.targets);
  });

  const faults: readonly (readonly [name: string, fault: Fault])[] = [
    ['a refusal', { kind: 'forbidden' }],
    ['a dropped connection', { kind: 'dropped' }],
    ['an answer of another server', { kind: 'html' }],
  ];
  for (const [name, fault] of faults) {
    for (let step = 0; step < 5; step++) {
      it(`stops at ${name} in step ${step + 1}, and undoes what came before`, async () => {
        const before = everything();
        const made = await plan('legacy');
        const inStep: FaultMatch =
          step < 2
            ? { method: 'POST', path: /v1/, after: step, times: 1 }
            : { method: 'PUT', after: step - 2, times: 1 };
        live().server.faults.add(fault, inStep);
        const outcome = await apply(made);
        assert.notEqual(outcome.surprise, undefined);
        const isOpen = fault.kind !== 'forbidden';
        assert.equal(outcome.done.length, step + Number(isOpen), 'what may have been done counts as well');
        const { late, left } = await undo(outcome);
        assert.deepEqual(left, []);
        assert.equal(late.length, Number(isOpen), 'what may still arrive is told');
        assert.deepEqual(everything(), before);
      });
    }
  }

  it('puts back a change of which nobody knew whether it was made', async () => {
    const before = everything();
    const made = await plan('legacy');
    live().server.faults.add({ kind: 'half-way' }, { method: 'PUT', after: 1, times: 1 });
    const outcome = await apply(made);
    assert.match(outcome.surprise ?? '', /Whether the change was made is not known/);
    assert.deepEqual((await undo(outcome)).left, []);
    assert.deepEqual(everything(), before);
  });

  it('names what may have been created by itself or by somebody else, and does not delete it', async () => {
    const made = await plan('legacy');
    live().server.faults.add({ kind: 'half-way' }, { method: 'POST', path: /targets/, times: 1 });
    const { undone, left } = await undo(await apply(made));
    assert.deepEqual(undone, []);
    assert.deepEqual(
      left.map(({ name }) => name),
      ['CTR_For_Access_Token', 'CTR_Credentials'],
    );
    assert.match(left[0]!.reason, /nobody knows whether it was created by this\. Look at it in the web console/);
    assert.match(left[1]!.reason, /^Something uses it by now\./, 'the target that stays');
    assert.ok(target('CTR_For_Access_Token'));
  });

  it('does not delete what somebody changed or used meanwhile', async () => {
    const outcome = await apply(await plan('legacy', '_Legacy'));
    live().clock.advance(1000);
    held().touchTarget(target('CTIA_Target_Legacy').id);
    const mine = target('CTR_API_Legacy').id;
    live().server.faults.add(
      { kind: 'answer', answer: { status: 200, headers: {}, body: '{"uses":[],"used_by":[{"name":"A workflow"}]}' } },
      { path: new RegExp(`references/${mine}`) },
    );
    const { undone, left } = await undo(outcome);
    assert.deepEqual(undone, ['Private_CTIA_Target_Legacy', 'CTR_For_Access_Token_Legacy', 'CTR_Credentials_Legacy']);
    assert.deepEqual(
      left.map(({ name, reason }) => [name, reason.split('.')[0]]),
      [
        ['CTIA_Target_Legacy', 'Somebody changed it meanwhile'],
        ['CTR_API_Legacy', 'Something uses it by now'],
      ],
    );
  });

  it('says so where something cannot be deleted, and goes on with the rest', async () => {
    const outcome = await apply(await plan('token', '_Token'));
    const path = new RegExp(target('CTIA_Target_Token').id);
    live().server.faults.add({ kind: 'forbidden' }, { method: 'DELETE', path });
    const { undone, left } = await undo(outcome);
    assert.deepEqual(undone, ['Private_CTIA_Target_Token', 'CTR_API_Token']);
    assert.match(left[0]!.reason, /^The target could not be deleted: .*web console/);
  });

  it('stops before the first step where a name is taken by now, or the key is gone', async () => {
    const made = await plan('token', '_Token');
    held().createTarget({ name: 'ctia_target_token', type: 'web-service.endpoint' });
    const taken = await apply(made);
    assert.deepEqual(taken.done, []);
    assert.match(taken.surprise ?? '', /^"CTIA_Target_Token" is there by now: refresh/);

    const other = await plan('token', '_Other');
    held().deleteKey(key('SecureX_Token').id);
    const gone = await apply(other);
    assert.deepEqual(gone.done, []);
    assert.match(gone.surprise ?? '', /^The account key "SecureX_Token" is not there any more/);
    assert.deepEqual(changes(), []);
  });

  it('stops where what was created is not what was asked for, and deletes it', async () => {
    const before = everything();
    const made = await plan('token', '_Token');
    live().server.onRequest = ({ method }) => {
      if (method !== 'POST') return;
      live().server.onRequest = () => undefined;
      const create = held().createTarget.bind(held());
      held().createTarget = (creation) => create({ ...creation, properties: { host: 'elsewhere' } });
    };
    const outcome = await apply(made);
    assert.match(outcome.surprise ?? '', /^"CTR_API_Token" was created, but is not as it should be: .*host/);
    assert.deepEqual(await undo(outcome), { undone: ['CTR_API_Token'], late: [], left: [] });
    assert.deepEqual(everything(), before);
  });

  it('never takes for its own what was there before, whatever the answer says', async () => {
    const before = everything();
    const made = await plan('token', '_Token');
    const { id } = tenant.targets[0]!;
    const answer = { status: 201, headers: {}, body: JSON.stringify({ id }) };
    live().server.faults.add({ kind: 'answer', answer }, { method: 'POST', path: /targets/, times: 1 });
    const outcome = await apply(made);
    assert.match(outcome.surprise ?? '', /^"CTR_API_Token" was to be created, and .* was there before\.$/);
    assert.deepEqual(await undo(outcome), { undone: [], late: ['CTR_API_Token'], left: [] });
    assert.deepEqual(everything(), before);
  });

  it('does nothing without an id and a password, or while something is left to a person', async () => {
    const made = await plan('legacy');
    const without = await applyTargetSet(made, undefined, live().client, never());
    assert.match(without.surprise ?? '', /needs the id and the password of an API client/);
    held().deleteKey(key('SecureX_Token').id);
    const person = await apply(await plan('token'));
    assert.match(person.surprise ?? '', /^In the web console, create an account key/);
    assert.deepEqual(changes(), []);
  });

  for (const [method, step] of [
    ['POST', 'CTR_Credentials'],
    ['PUT', 'CTR_API'],
  ] as const) {
    it(`can be interrupted in a ${method}, which is waited for, and undone all the same`, async () => {
      const before = everything();
      const made = await plan('legacy');
      const leaving = new AbortController();
      live().server.onRequest = (request) => {
        if (request.method === method && request.path.includes('/v1/')) leaving.abort();
      };
      const outcome = await apply(made, leaving.signal);
      assert.match(outcome.surprise ?? '', /cancelled/);
      assert.equal(nameOf(outcome.done.at(-1)!), step);
      live().server.onRequest = () => undefined;
      const { late, left } = await undo(outcome);
      assert.deepEqual([late, left], [[], []]);
      assert.deepEqual(everything(), before);
    });
  }

  it('looks for what got no answer in time, and says that it may still arrive', async () => {
    const made = await plan('token', '_Token');
    let arrive = (): void => undefined;
    const until = new Promise<void>((resolve) => (arrive = resolve));
    live().server.faults.add({ kind: 'slow', until }, { method: 'POST', path: /v1/, times: 1 });
    live().server.onRequest = ({ method, path }) => {
      if (method === 'POST' && path.includes('/v1/')) live().clock.advance(timeout);
    };
    const outcome = await apply(made);
    assert.match(outcome.surprise ?? '', /within 30 seconds.* "CTR_API_Token" is not there\. It may still arrive: /);
    assert.deepEqual(await undo(outcome), { undone: [], late: ['CTR_API_Token'], left: [] });
    arrive();
    while (!held().targets.some(({ name }) => name === 'CTR_API_Token'))
      await new Promise((resolve) => setTimeout(resolve, 5));
    assert.match((await undo(outcome)).left[0]!.reason, /^It is there, and as the answer got lost/);
  });

  it('lets a second plan wait for the first, which has nothing left to create then', async () => {
    const [one, other] = [await plan('token', '_Token'), await plan('token', '_Token')];
    const [first, second] = await Promise.all([apply(one), apply(other)]);
    assert.equal(first.surprise, undefined);
    assert.match(second.surprise ?? '', /^"CTR_API_Token" is there by now: refresh/);
    assert.deepEqual(second.done, []);
  });

  it('shows the password of the new key nowhere, not even where the server repeats it', async () => {
    const inHeader = Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64');
    const said = [credentials.clientSecret, JSON.stringify(credentials), encodeURIComponent(credentials.clientSecret)];
    const body = JSON.stringify({ message: [...said, inHeader].join(' ') });
    const made = await plan('legacy');
    for (const status of [400, 409, 500]) {
      live().server.faults.clear();
      live().server.faults.add(
        { kind: 'answer', answer: { status, headers: {}, body } },
        { method: 'POST', path: /v1/ },
      );
      const shown = inspect(await apply(made), { depth: null, showHidden: true });
      assert.match(shown, /The server says/);
      assert.ok(!shown.includes('hunter2') && !shown.includes(inHeader), shown);
    }
    live().server.faults.clear();
    const outcome = await apply(made);
    assert.equal(outcome.surprise, undefined);
    const texts = [outcome, await live().client.takeSnapshot(never()), await plan('legacy')];
    for (const each of texts) assert.ok(!inspect(each, { depth: null, showHidden: true }).includes('hunter2'));
  });
});
