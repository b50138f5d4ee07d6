import assert from 'node:assert/strict';
import { accountKeySchema } from '../../src/tenant/api/account-key';
import { createTenantClient } from '../../src/tenant/tenant-client';
import { startTenantServer, type TenantServer } from './server/tenant-server';
import type { TenantDefinition } from './server/tenant-state';
import { describeExamples, exampleTenants, openApiDocument } from './support/examples';
import { never, platformFetch } from './support/live';
import { OpenApi } from './support/open-api';
import { TestClock } from './support/test-clock';

describeExamples('the example tenants', () => {
  const tenants = exampleTenants();
  const clock = new TestClock();
  let api: OpenApi;
  let server: TenantServer;
  before(async () => {
    api = new OpenApi(openApiDocument());
    server = await startTenantServer({ tenants, clock });
  });
  after(() => server.close());

  async function tokenOf(name: string): Promise<string> {
    const { clientId, clientSecret } = server.credentialsOf(name);
    const response = await fetch(server.tokenUrl, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const answer = (await response.json()) as { readonly access_token: string };
    assert.deepEqual(api.answerProblems('POST', '/iroh/oauth2/token', response.status, answer), []);
    return answer.access_token;
  }

  it('are answered as the OpenAPI document says, list by list and one by one', async () => {
    for (const { name, targets, runtime_users } of tenants) {
      const headers = { Authorization: `Bearer ${await tokenOf(name)}` };
      const ask = async (declared: string, path: string, init: RequestInit = {}): Promise<unknown> => {
        const response = await fetch(server.apiUrl + path, { headers, ...init });
        const body: unknown = await response.json();
        const problems = api.answerProblems(init.method ?? 'GET', declared, response.status, body);
        assert.deepEqual(problems, [], `${name} ${path}`);
        return body;
      };
      for (const path of ['/v1/targets', '/v1/runtime_users', '/v1/target_groups']) {
        assert.ok(Array.isArray(await ask(path, path)));
      }
      for (const { id } of runtime_users) await ask('/v1/runtime_users/{runtime_user_id}', `/v1/runtime_users/${id}`);
      for (const { id, name, properties } of targets) {
        const path = `/v1/targets/${id}`;
        await ask('/v1/targets/{target_id}', path);
        const body = JSON.stringify({ name, properties });
        await ask('/v1/targets/{target_id}', path, { method: 'PUT', body });
      }
    }
  });

  const clientOf = ({ name }: TenantDefinition) =>
    createTenantClient(
      { fetch: platformFetch, clock, credentials: () => Promise.resolve(server.credentialsOf(name)) },
      { token: server.tokenUrl, api: server.apiUrl },
    );

  it('come whole through the client', async () => {
    for (const tenant of tenants) {
      const client = clientOf(tenant);
      const snapshot = await client.takeSnapshot(never());
      assert.equal(client.leftOut, 0);
      assert.deepEqual(
        snapshot.targets.map((target) => ({ ...target, updated_on: '' })),
        tenant.targets.map((target) => ({
          ...target,
          updated_on: '',
          valid: server.tenant(tenant.name).target(target.id)?.valid,
        })),
      );
      assert.deepEqual(
        snapshot.runtime_users,
        tenant.runtime_users.map((key) => accountKeySchema.parse(key)),
      );
      assert.deepEqual(snapshot.target_groups, tenant.target_groups);
    }
  });

  it('are changed with a body as the OpenAPI document says', async () => {
    const [tenant] = tenants as [TenantDefinition];
    const client = clientOf(tenant);
    const id = tenant.targets[0]!.id;
    const { name, title, properties } = await client.getTarget(id, never());
    await client.putTarget(id, { name: name!, title: title!, properties: properties! }, never());
    const { body } = server.requests.at(-1)!;
    assert.deepEqual(api.requestProblems('PUT', '/v1/targets/{target_id}', JSON.parse(body)), []);
  });

  it('get new keys and targets with bodies and answers as the OpenAPI document says', async () => {
    const [tenant] = tenants as [TenantDefinition];
    const client = clientOf(tenant);
    const credentials = { clientId: 'client-1', clientSecret: 'invented' };
    const key = await client.createBasicKey('New key', credentials, never());
    const properties = { display_name: 'New', default_runtime_user_id: key.id };
    await client.createTarget({ name: 'New', type: 'web-service.endpoint', properties }, never());
    const posts = server.requests.filter(({ method, path }) => method === 'POST' && path.includes('/v1/'));
    assert.equal(posts.length, 2);
    const headers = { Authorization: `Bearer ${await tokenOf(tenant.name)}` };
    for (const { path, body } of posts) {
      const declared = path.replace('/api', '');
      const sent = JSON.parse(body) as object;
      assert.deepEqual(api.requestProblems('POST', declared, sent), []);
      const again = JSON.stringify({ ...sent, name: 'Another' });
      const response = await fetch(server.url + path, { method: 'POST', headers, body: again });
      assert.deepEqual(api.answerProblems('POST', declared, response.status, await response.json()), []);
      assert.equal((await fetch(server.url + path, { method: 'POST', headers, body: again })).status, 409);
    }
  });

  it('would not pass with another shape', () => {
    const problems = (body: unknown): string[] => api.answerProblems('GET', '/v1/targets', 200, body);
    assert.deepEqual(problems({}), ['$: not of type array']);
    assert.deepEqual(problems([{ id: 7, colour: 'red' }]), [
      '$[0].id: not of type string',
      '$[0].colour: not declared',
    ]);
    assert.deepEqual(api.requestProblems('PUT', '/v1/targets/{target_id}', { name: 'x' }), ['$.properties: missing']);
    assert.equal(api.answerProblems('GET', '/v1/targets', 418, []).length, 1);
  });
});
