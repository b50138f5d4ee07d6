import { TenantError } from '../api/tenant-error';
import type { AccountKeyState } from '../state/tenant-state';
import type { TenantClient } from '../tenant-client';
import { Surprise } from './surprise';

/**
 * The id of an account key that is still there, and still what it was.
 * @throws {Surprise} @throws {TenantError}
 */
export async function findKey(
  key: AccountKeyState,
  client: Pick<TenantClient, 'getAccountKey'>,
  signal: AbortSignal,
): Promise<string> {
  if (key.id === null) throw new Surprise(`The id of the account key "${key.name}" is not known: refresh the tenant.`);
  try {
    const { type } = await client.getAccountKey(key.id, signal);
    if (type === key.type) return key.id;
  } catch (error) {
    if (!(error instanceof TenantError) || error.kind !== 'not-found') throw error;
  }
  throw new Surprise(`The account key "${key.name}" is not there any more, or is another one: refresh the tenant.`);
}
