import assert from 'node:assert/strict';
import { TenantError, type TenantErrorKind } from '../../../src/tenant/api/tenant-error';
import type { Credentials, Fetch } from '../../../src/tenant/ports';
import { createTenantClient, type TenantClient } from '../../../src/tenant/tenant-client';
import { startTenantServer, type TenantServer } from '../server/tenant-server';
import type { TenantDefinition } from '../server/tenant-state';
import { TestClock } from './test-clock';

export interface Live {
  readonly server: TenantServer;
  readonly clock: TestClock;
  /** Of the first tenant. */
  readonly client: TenantClient;
  readonly clientOf: (credentials: Credentials) => TenantClient;
}

/** A server with these tenants and a client of the first, new for each test of the suite. */
export function liveTenant(...tenants: readonly TenantDefinition[]): () => Live {
  let live: Live | undefined;
  beforeEach(async () => {
    const clock = new TestClock();
    const server = await startTenantServer({ tenants, clock });
    const endpoints = { token: server.tokenUrl, api: server.apiUrl };
    const clientOf = (credentials: Credentials): TenantClient =>
      createTenantClient({ fetch: platformFetch, clock, credentials: () => Promise.resolve(credentials) }, endpoints);
    live = { server, clock, clientOf, client: clientOf(server.credentialsOf(tenants[0]!.name)) };
  });
  afterEach(async () => {
    await live?.server.close();
    assert.equal(live?.clock.waiting, 0, 'a timer outlived its request');
  });
  return () => live!;
}

export const platformFetch: Fetch = (url, request) => fetch(url, request);

/** A signal that nobody aborts. */
export const never = (): AbortSignal => new AbortController().signal;

/** The error that a promise must be rejected with. */
export async function failureOf(promise: Promise<unknown>, kind: TenantErrorKind): Promise<TenantError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof TenantError, `not a TenantError: ${String(error)}`);
    assert.equal(error.kind, kind, error.message);
    assert.match(error.message, /^[A-Z].*[.)]$/s, 'not a sentence');
    return error;
  }
  assert.fail(`expected to fail with ${kind}`);
}
