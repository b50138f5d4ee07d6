import assert from 'node:assert/strict';
import type { Target, TargetChange } from '../../src/tenant/api/target';
import { accountKeySchema } from '../../src/tenant/api/account-key';
import { failureOf, liveTenant, never, platformFetch } from './support/live';
import { apiTarget, basicKey, smallTenant, tokenKey } from './support/small-tenant';
import { regionEndpoints } from '../../src/tenant/regions';
import { createTenantClient } from '../../src/tenant/tenant-client';
import { TestClock } from './support/test-clock';

/** What the explorer will send: all that the target has, with two properties changed. */
function withTokenKey({ name, title, properties }: Target): TargetChange {
  return {
    ...(name != null && { name }),
    ...(title != null && { title }),
    properties: { ...properties, no_runtime_user: false, default_runtime_user_id: tokenKey.id },
  };
}

describe('the tenant client, against a server', () => {
  const live = liveTenant(smallTenant, { ...smallTenant, name: 'other', targets: [] });

  it('takes a snapshot of all three lists', async () => {
    const { client, server, clock } = live();
    const snapshot = await client.takeSnapshot(never());
    assert.equal(snapshot.version, 1);
    assert.equal(snapshot.takenAt, new Date(clock.now()).toISOString());
    assert.equal(snapshot.region, undefined);
    assert.deepEqual(snapshot.targets, smallTenant.targets);
    assert.deepEqual(
      snapshot.runtime_users.map(({ name }) => name),
      ['CTR_Credentials', 'SecureX_Token'],
    );
    assert.deepEqual(snapshot.target_groups, smallTenant.target_groups);
    assert.equal(client.leftOut, 0);
    assert.deepEqual(server.requests.map(({ path }) => path).sort(), [
      '/api/v1/runtime_users',
      '/api/v1/target_groups',
      '/api/v1/targets',
      '/iroh/oauth2/token',
    ]);
  });

  it('sees the tenant of its own credentials', async () => {
    const { clientOf, server } = live();
    assert.deepEqual((await clientOf(server.credentialsOf('other')).takeSnapshot(never())).targets, []);
    const { clientId } = server.credentialsOf('small');
    const wrong = clientOf({ clientId, clientSecret: server.credentialsOf('other').clientSecret });
    const error = await failureOf(wrong.takeSnapshot(never()), 'bad-client');
    assert.match(error.message, /unknown client"\. Request id: request-\d+\.$/);
    assert.match(error.requestId ?? '', /^request-\d+$/);
  });

  it('reads the quota', async () => {
    assert.equal(live().client.quota, undefined);
    await live().client.getTarget(apiTarget.id, never());
    const { quota } = live().client;
    assert.deepEqual(quota, { limit: 8000, remaining: 7998 });
  });

  it('changes a target and reads it again', async () => {
    const { client, server } = live();
    const before = await client.getTarget(apiTarget.id, never());
    assert.equal(before.title, 'CTR_API');
    const changed = await client.putTarget(apiTarget.id, withTokenKey(before), never());
    const after = await client.getTarget(apiTarget.id, never());
    assert.deepEqual(after, changed);
    assert.deepEqual(after.properties, {
      ...before.properties,
      no_runtime_user: false,
      default_runtime_user_id: tokenKey.id,
    });
    assert.ok(String(after.updated_on) > String(before.updated_on));
    assert.deepEqual(server.tenant('small').target(apiTarget.id)?.properties, after.properties);
  });

  it('sends of a target only what a change may hold', async () => {
    const { client, server } = live();
    const whole = await client.getTarget(apiTarget.id, never());
    await client.putTarget(apiTarget.id, whole as TargetChange, never());
    const sent = server.requests.find(({ method }) => method === 'PUT');
    assert.deepEqual(Object.keys(JSON.parse(sent!.body) as object), ['name', 'title', 'properties']);
  });

  it('drops the properties of an account key at the border', async () => {
    const { client } = live();
    const key = await client.getAccountKey(basicKey.id, never());
    assert.equal(key.name, 'CTR_Credentials');
    assert.equal('properties' in key, false);
    assert.deepEqual(accountKeySchema.parse({ id: 'x', properties: { a: 1 }, api_key: 'y' }), { id: 'x' });
  });

  it('tells who uses a target or a key', async () => {
    const { client, server } = live();
    const names = async (id: string, type: 'target' | 'runtime_user'): Promise<unknown[]> =>
      (await client.usedBy(id, type, never())).items.map(({ name }) => name);
    assert.deepEqual(await names(apiTarget.id, 'target'), ['Some workflow']);
    assert.deepEqual(await names(basicKey.id, 'runtime_user'), ['CTR_For_Access_Token']);
    assert.deepEqual(await names(tokenKey.id, 'runtime_user'), []);
    assert.equal(server.requests.at(-1)?.query.get('base_type'), 'runtime_user');
    for (const body of ['{}', '{"used_by":null}', '{"uses":[]}']) {
      server.faults.clear();
      server.faults.add({ kind: 'answer', answer: { status: 200, headers: {}, body } });
      assert.deepEqual(await client.usedBy(apiTarget.id, 'target', never()), { items: [], leftOut: 0 });
    }
  });

  it('does not know what is not there, and nothing is changed by what is no change', async () => {
    const { client } = live();
    const error = await failureOf(client.getTarget('03 / no such?', never()), 'not-found');
    assert.match(error.message, /^The target could not be read: the tenant does not have it\./);
    await failureOf(client.getAccountKey('x', never()), 'not-found');
    await failureOf(client.putTarget('x', { properties: {} }, never()), 'not-found');
    const odd = { properties: [] } as unknown as TargetChange;
    assert.match((await failureOf(client.putTarget(apiTarget.id, odd, never()), 'rejected')).message, /HTTP 400/);
    await failureOf(
      client.putTarget(apiTarget.id, { name: 'CTR_For_Access_Token', properties: {} }, never()),
      'conflict',
    );
    assert.deepEqual((await client.takeSnapshot(never())).targets, smallTenant.targets);
  });

  it('renews its token before the server lets it end', async () => {
    const { client, server, clock } = live();
    await client.getTarget(apiTarget.id, never());
    clock.advance(539_000);
    await client.getTarget(apiTarget.id, never());
    assert.equal(server.tokens.length, 1);
    clock.advance(60_000);
    await client.getTarget(apiTarget.id, never());
    assert.equal(server.tokens.length, 2);
  });

  it('takes a new token where the server ended one early', async () => {
    const { client, server } = live();
    server.faults.add({ kind: 'expired' }, { path: /v1/, times: 1 });
    await client.takeSnapshot(never());
    assert.equal(server.tokens.length, 2);
  });

  it('knows that nothing listens', async () => {
    const { server, clock } = live();
    await server.close();
    const endpoints = { token: server.tokenUrl, api: server.apiUrl };
    const credentials = () => Promise.resolve(server.credentialsOf('small'));
    const client = createTenantClient({ fetch: platformFetch, clock, credentials }, endpoints);
    const error = await failureOf(client.takeSnapshot(never()), 'unreachable');
    assert.match(error.message, /^The sign-in failed: 127\.0\.0\.1:\d+ cannot be reached\..*\(ECONNREFUSED\)$/);
  });

  it('names the region where the addresses are those of one', async () => {
    const { server } = live();

    const redirected = (url: string, request: Parameters<typeof platformFetch>[1]) =>
      platformFetch(
        url.replace(regionEndpoints.eu.api, server.apiUrl).replace(regionEndpoints.eu.token, server.tokenUrl),
        request,
      );
    const credentials = () => Promise.resolve(server.credentialsOf('small'));
    const ports = { fetch: redirected, clock: new TestClock(), credentials };
    assert.equal((await createTenantClient(ports, regionEndpoints.eu).takeSnapshot(never())).region, 'eu');
  });
});
