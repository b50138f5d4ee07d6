import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { TenantError } from '../../src/tenant/api/tenant-error';
import type { Fault } from './server/faults';
import { jsonAnswer } from './server/server-answer';
import { liveTenant, never } from './support/live';
import { apiTarget, basicKey, secretInKey, smallTenant } from './support/small-tenant';

describe('secrets', () => {
  const live = liveTenant(smallTenant);

  /** All that may not be seen: the password, what carries it, all tokens, and what a key keeps. */
  function secrets(): string[] {
    const { server } = live();
    const { clientId, clientSecret } = server.credentialsOf('small');
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    return [clientSecret, basic, secretInKey, ...server.tokens];
  }

  function assertClean(text: string, what: string): void {
    for (const secret of secrets()) assert.ok(!text.includes(secret), `${what} shows ${secret}:\n${text}`);
  }

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
