import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { run } from '../../src/cli/run';
import { TenantError } from '../../src/tenant/api/tenant-error';
import { migrationNodes } from '../../src/tenant/explorer/migration-nodes';
import { tenantNodes } from '../../src/tenant/explorer/tenant-nodes';
import { workspaceNodes } from '../../src/tenant/explorer/workspace-nodes';
import { parseSnapshot, printSnapshot } from '../../src/tenant/snapshot';
import { stateOfSnapshot } from '../../src/tenant/state/state-of';
import { capturedIo } from '../cli/support/captured-io';
import { temporaryFolder } from '../cli/support/temporary-folder';
import type { JsonObject } from '../support/json';
import { printJson } from '../support/print-json';
import * as build from '../support/workflow';
import type { Fault } from './server/faults';
import { jsonAnswer } from './server/server-answer';
import type { TenantDefinition } from './server/tenant-state';
import { allExampleTenants } from './support/all-examples';
import { withSecrets, secretsOf } from './support/key-secrets';
import { liveTenant, never } from './support/live';
import { apiTarget, basicKey, secretInKey, smallTenant } from './support/small-tenant';
import { allNodes, indexOf, now, viewOf } from './support/tree';

function assertNone(secrets: readonly string[], text: string, what: string): void {
  for (const secret of secrets) assert.ok(!text.includes(secret), `${what} shows ${secret}:\n${text}`);
}

describe('secrets', () => {
  const live = liveTenant(smallTenant);

  /** All that may not be seen: the password, what carries it, all tokens, and what a key keeps. */
  function secrets(): string[] {
    const { server } = live();
    const { clientId, clientSecret } = server.credentialsOf('small');
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    return [clientSecret, basic, secretInKey, ...server.tokens];
  }

  const assertClean = (text: string, what: string): void => {
    assertNone(secrets(), text, what);
  };

  it('are in no snapshot and in no account key', async () => {
    const { client, server } = live();
    // Even if the list held the properties, which it does not.
    const users = JSON.stringify(smallTenant.runtime_users);
    assert.ok(users.includes(secretInKey));
    server.faults.add(
      { kind: 'answer', answer: jsonAnswer(200, smallTenant.runtime_users) },
      { path: /runtime_users$/, times: 1 },
    );
    assertClean(JSON.stringify(await client.takeSnapshot(never())), 'the snapshot');
    assertClean(JSON.stringify(await client.getAccountKey(basicKey.id, never())), 'the key');
    assert.equal(secrets().length, 4);
  });

  it('are in no error, not even where the server repeats all that it was sent', async () => {
    const { server, clientOf } = live();
    const client = clientOf(server.credentialsOf('small'));
    await client.getTarget(apiTarget.id, never());
    const echo = secrets().filter((secret) => secret !== secretInKey);
    const [token] = server.tokens as [string];
    const repeating = (status: number, ...said: string[]): Fault[] => [
      {
        kind: 'answer',
        answer: jsonAnswer(status, { message: said.join(' '), description: `Bearer ${said[0] ?? ''}` }),
      },
      { kind: 'answer', answer: jsonAnswer(status, { error: said[0], error_description: said.join('/') }) },
      {
        kind: 'answer',
        answer: { status, headers: { message: said.join(' '), 'X-Request-Id': said.at(-1) ?? '' }, body: '' },
      },
      { kind: 'answer', answer: { status, headers: {}, body: said.join(' ') } },
    ];
    const statuses = [200, 400, 401, 403, 404, 409, 418, 429, 500, 503];
    const atTheApi: Fault[] = [
      ...statuses.flatMap((status) => repeating(status, token)),
      { kind: 'dropped' },
      { kind: 'html' },
      { kind: 'broken-json' },
    ];
    let errors = 0;
    const check = async (promise: Promise<unknown>): Promise<void> => {
      const error: unknown = await promise.catch((thrown: unknown) => thrown);
      if (!(error instanceof TenantError)) return;
      errors++;
      assertClean(error.message, error.kind);
      assertClean(inspect(error, { depth: null, showHidden: true }), error.kind);
      assertClean(JSON.stringify(error), error.kind);
    };
    for (const fault of atTheApi) {
      server.faults.clear();
      server.faults.add(fault, { path: /v1/ });
      await check(client.takeSnapshot(never()));
      await check(client.getAccountKey(basicKey.id, never()));
      await check(client.putTarget(apiTarget.id, { properties: {} }, never()));
    }
    for (const fault of statuses.flatMap((status) => repeating(status, ...echo))) {
      server.faults.clear();
      server.faults.add(fault, { path: /token/ });
      client.forget();
      await check(client.takeSnapshot(never()));
    }
    assert.ok(errors > 100, `only ${errors} errors`);
  });
});

for (const example of allExampleTenants()) {
  const tenant: TenantDefinition = { ...example, runtime_users: example.runtime_users.map(withSecrets) };

  describe(`the secrets of the tenant ${tenant.name}`, () => {
    const live = liveTenant(tenant);
    const folder = temporaryFolder();

    // As a careless server would: with all that the keys keep.
    beforeEach(() => {
      live().server.faults.add(
        { kind: 'answer', answer: jsonAnswer(200, tenant.runtime_users) },
        { path: /runtime_users$/ },
      );
    });

    function secrets(): string[] {
      const { server } = live();
      const { clientId, clientSecret } = server.credentialsOf(tenant.name);
      const inKeys = tenant.runtime_users.flatMap(secretsOf);
      assert.ok(inKeys.length >= 9 * tenant.runtime_users.length);
      assert.ok(server.tokens.length > 0, 'nobody signed in');
      return [clientSecret, Buffer.from(`${clientId}:${clientSecret}`).toString('base64'), ...inKeys, ...server.tokens];
    }

    const byUniqueName = (objects: TenantDefinition['targets']): JsonObject =>
      Object.fromEntries(objects.map((object) => [String(object.unique_name), object as JsonObject]));
    /** A file that brings all of it along, and uses each key. */
    const file: build.WorkflowParts = {
      actions: tenant.runtime_users.map(({ name, unique_name }) => {
        const runtime_user = { override_target_runtime_user: true, runtime_user_id: String(unique_name) };
        return build.httpRequest(`with ${String(name)}`, { properties: { runtime_user } });
      }),
      beside: { targets: byUniqueName(tenant.targets), runtime_users: byUniqueName(tenant.runtime_users) },
    };

    it('are in no line of the explorer', async () => {
      const { client } = live();
      const snapshot = await client.takeSnapshot(never());
      const index = indexOf(file);
      const states = (['live', 'cached', 'snapshot'] as const).map((origin) => stateOfSnapshot(snapshot, origin));
      const views = states.map((state, at) => viewOf(state, { id: String(at), quota: client.quota }));
      const nodes = allNodes([
        ...tenantNodes(views, index, now),
        ...workspaceNodes(index),
        ...states.flatMap((state) => migrationNodes(state, index)),
      ]);
      const keys = nodes.filter(({ kind }) => kind === 'accountKey');
      assert.equal(keys.length, 4 * tenant.runtime_users.length, 'not all keys have a line everywhere');
      assert.ok(keys.every(({ children }) => children?.().length === 1));
      assertNone(secrets(), JSON.stringify(nodes), 'the explorer');
      assertNone(secrets(), inspect(states, { depth: null, showHidden: true }), 'a state');
    });

    it('are in no snapshot that is saved, whoever wrote the one that it was made from', async () => {
      const snapshot = await live().client.takeSnapshot(never());
      assertNone(secrets(), printSnapshot(snapshot), 'the snapshot');
      const written = JSON.stringify({ ...snapshot, runtime_users: tenant.runtime_users });
      assertNone(secrets(), printSnapshot(parseSnapshot(written)), 'a snapshot from a file');
    });

    it('are in nothing that sxo tenant show prints', async () => {
      const { server, client } = live();
      const snapshot = await client.takeSnapshot(never());
      writeFileSync(join(folder(), 'raw.json'), JSON.stringify({ ...snapshot, runtime_users: tenant.runtime_users }));
      writeFileSync(join(folder(), 'workflow.json'), printJson(build.workflow(file)));
      const { clientId, clientSecret } = server.credentialsOf(tenant.name);
      const credentials = { SXO_CLIENT_ID: clientId, SXO_CLIENT_SECRET: clientSecret };
      const env = { ...credentials, SXO_TOKEN_URL: server.tokenUrl, SXO_API_URL: server.apiUrl };
      for (const source of ['--region us', '--region us workflow.json', '--snapshot raw.json', 'workflow.json']) {
        for (const format of ['text', 'json']) {
          const io = capturedIo(folder(), { env });
          const line = `tenant show ${source} --format ${format}`;
          assert.equal(await run(line.split(' '), io), 0, io.err());
          for (const { name } of tenant.runtime_users) assert.ok(io.out().includes(String(name)), line);
          assertNone(secrets(), io.out() + io.err(), line);
        }
      }
    });
  });
}
