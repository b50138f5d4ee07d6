import assert from 'node:assert/strict';
import type { TenantErrorKind } from '../../src/tenant/api/tenant-error';
import type { Fault } from './server/faults';
import { gate } from './support/fake-fetch';
import { failureOf, liveTenant, never } from './support/live';
import { apiTarget, smallTenant, tokenKey, tokenTarget } from './support/small-tenant';
import { timeout } from './support/test-clock';

const change = { properties: { host: 'changed.example.com' } };

describe('a tenant in trouble', () => {
  const live = liveTenant(smallTenant);
  const hostNow = (): unknown =>
    (live().server.tenant('small').target(apiTarget.id)?.properties as Record<string, unknown>).host;

  const told: readonly [string, Fault, TenantErrorKind, RegExp][] = [
    ['an expired token', { kind: 'expired' }, 'expired', /refused, and a new one as well\. Sign in again\./],
    ['a missing scope', { kind: 'forbidden' }, 'forbidden', /"ao" or "ao:read".*role admin, user or sat/],
    ['the rate limit', { kind: 'rate-limit', retryAfter: '3557' }, 'rate-limit', /Try again in 60 minutes\./],
    ['an error of its own', { kind: 'server-error' }, 'server', /trouble of its own \(HTTP 500\)/],
    ['broken JSON', { kind: 'broken-json' }, 'not-json', /127\.0\.0\.1:\d+ is not JSON/],
    ['a page', { kind: 'html' }, 'not-json', /A proxy or a sign-in page/],
    ['a dropped connection', { kind: 'dropped' }, 'unreachable', /cannot be reached/],
  ];
  for (const [name, fault, kind, words] of told) {
    it(`${name} is told as ${kind}, when reading as when changing`, async () => {
      const { client, server } = live();
      server.faults.add(fault, { path: /v1\/targets/ });
      const error = await failureOf(client.takeSnapshot(never()), kind);
      assert.match(error.message, /^The targets could not be read: /);
      assert.match(error.message, words);
      const onChange = await failureOf(client.putTarget(apiTarget.id, change, never()), kind);
      assert.match(onChange.message, /^The target could not be changed: /);
    });
  }

  it('asks for the role of an administrator where something should change', async () => {
    const { client, server } = live();
    server.faults.add({ kind: 'forbidden' }, { method: 'PUT' });
    const error = await failureOf(client.putTarget(apiTarget.id, change, never()), 'forbidden');
    assert.match(error.message, /It needs the scope "ao", and an account with the role admin\./);
    assert.equal(hostNow(), 'visibility.amp.cisco.com');
  });

  it('waits for the seconds that a busy server names, with an "s" behind or not', async () => {
    const { client, server, clock } = live();
    server.faults.add({ kind: 'rate-limit', retryAfter: '7s' }, { path: /targets$/, times: 1 });
    server.faults.add({ kind: 'server-error', retryAfter: '3' }, { path: /targets$/, times: 1 });
    server.faults.add({ kind: 'server-error' }, { path: /targets$/, times: 1 });
    assert.equal((await client.takeSnapshot(never())).targets.length, 2);
    assert.deepEqual(clock.pauses, [7000, 3000, 2000]);
  });

  it('gives up the other lists when one fails', async () => {
    const { client, server, clock } = live();
    const held = gate();
    server.faults.add({ kind: 'slow', until: held.opened }, { path: /runtime_users|target_groups/ });
    server.faults.add({ kind: 'forbidden' }, { path: /targets$/ });
    await failureOf(client.takeSnapshot(never()), 'forbidden');
    await new Promise(setImmediate);
    assert.equal(clock.waiting, 0);
    held.open();
  });

  it('is left alone as soon as nobody wants the answer any more', async () => {
    const { client, server, clock } = live();
    const held = gate();
    const allCame = gate();
    const came = new Set<string>();
    server.faults.add({ kind: 'slow', until: held.opened }, { path: /v1/ });
    server.onRequest = ({ path }) => {
      if (path.includes('v1') && came.add(path).size === 3) allCame.open();
    };
    const leaving = new AbortController();
    const left = failureOf(client.takeSnapshot(leaving.signal), 'cancelled');
    await allCame.opened;
    assert.equal(clock.waiting, 3);
    leaving.abort();
    await left;
    await new Promise(setImmediate);
    assert.equal(clock.waiting, 0);
    held.open();
  });

  it('does not wait for a slow answer longer than half a minute', async () => {
    const { client, server, clock } = live();
    const held = gate();
    server.faults.add({ kind: 'slow', until: held.opened }, { path: /v1/ });
    server.onRequest = ({ path }) => {
      if (path.includes('v1')) clock.advance(timeout);
    };
    const error = await failureOf(client.getTarget(apiTarget.id, never()), 'timeout');
    assert.match(error.message, /did not answer within 30 seconds/);
    const onChange = await failureOf(client.putTarget(apiTarget.id, change, never()), 'timeout');
    assert.match(onChange.message, /Whether the change was made is not known: refresh, and look\.$/);
    held.open();
  });

  it('leaves an odd item out of a list, and counts it', async () => {
    const { client, server } = live();
    server.faults.add({ kind: 'odd-item', item: { id: 7 } }, { path: /targets$/ });
    server.faults.add({ kind: 'odd-item', item: null }, { path: /runtime_users$/ });
    const snapshot = await client.takeSnapshot(never());
    assert.equal(snapshot.targets.length, 2);
    assert.equal(snapshot.runtime_users.length, 2);
    assert.equal(client.leftOut, 2);
  });

  it('does not take an answer for a list that is none', async () => {
    const { client, server } = live();
    const answer = { status: 200, headers: {}, body: '{"targets":[]}' };
    server.faults.add({ kind: 'answer', answer }, { path: /targets$/ });
    const error = await failureOf(client.takeSnapshot(never()), 'unexpected-answer');
    assert.match(error.message, /^The targets could not be read: the answer is JSON, but not of the shape/);
  });

  it('says of a change that failed half-way that nobody knows, and never repeats it', async () => {
    const { client, server } = live();
    server.faults.add({ kind: 'half-way' }, { method: 'PUT' });
    const error = await failureOf(client.putTarget(apiTarget.id, change, never()), 'server');
    assert.match(error.message, /Whether the change was made is not known/);
    assert.equal(server.requests.filter(({ method }) => method === 'PUT').length, 1);
    assert.equal(hostNow(), 'changed.example.com');
  });

  it('can fail at the second of two changes', async () => {
    const { client, server } = live();
    server.faults.add({ kind: 'conflict' }, { method: 'PUT', after: 1 });
    await client.putTarget(apiTarget.id, change, never());
    await failureOf(client.putTarget(tokenTarget.id, change, never()), 'conflict');
    server.faults.clear();
    await client.putTarget(tokenTarget.id, change, never());
  });

  it('may lose a key while somebody looks', async () => {
    const { client, server } = live();
    server.faults.add({ kind: 'key-missing', id: tokenKey.id }, { path: /runtime_users\//, times: 1 });
    await failureOf(client.getAccountKey(tokenKey.id, never()), 'not-found');
    const properties = { default_runtime_user_id: tokenKey.id };
    assert.equal((await client.putTarget(apiTarget.id, { properties }, never())).valid, false);
  });

  it('may have been changed by somebody else meanwhile', async () => {
    const { client, server } = live();
    const before = await client.getTarget(apiTarget.id, never());
    server.faults.add({ kind: 'target-touched', id: apiTarget.id }, { times: 1 });
    const after = await client.getTarget(apiTarget.id, never());
    assert.notEqual(after.updated_on, before.updated_on);
    assert.deepEqual(after.properties, before.properties);
  });
});
