import * as z from 'zod/mini';
import type { Credentials } from '../ports';
import { basicKeyType } from '../state/account-key-types';
import type { ApiClient } from './api-client';
import { basicAuthorization } from './basic-authorization';
import { tolerantList, type TolerantList } from './tolerant-list';

/**
 * `GET /v1/runtime_users` and by id. Unlike with targets, what is not named here goes at the border: by id a key has
 * `properties` that may hold its secret in clear.
 */
export const accountKeySchema = z.object({
  id: z.string(),
  unique_name: z.nullish(z.string()),
  name: z.nullish(z.string()),
  title: z.nullish(z.string()),
  description: z.nullish(z.string()),
  type: z.nullish(z.string()),
  base_type: z.nullish(z.string()),
  schema_id: z.nullish(z.string()),
  owner: z.nullish(z.string()),
  created_on: z.nullish(z.string()),
  created_by: z.nullish(z.string()),
  updated_on: z.nullish(z.string()),
  updated_by: z.nullish(z.string()),
  valid: z.nullish(z.boolean()),
});

export type AccountKey = z.infer<typeof accountKeySchema>;

export function listAccountKeys(api: ApiClient, signal: AbortSignal): Promise<TolerantList<AccountKey>> {
  const schema = tolerantList(accountKeySchema);
  return api.get({ path: '/v1/runtime_users', schema, failure: 'The account keys could not be read', signal });
}

/** By `id`, not by `unique_name`. */
export function getAccountKey(api: ApiClient, id: string, signal: AbortSignal): Promise<AccountKey> {
  return api.get({ path: pathOf(id), schema: accountKeySchema, failure: 'The account key could not be read', signal });
}

/** Creates a key of the type HTTP Basic Authentication. @returns it without its properties, which are its secrets. */
export function postBasicKey(
  api: ApiClient,
  name: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<AccountKey> {
  const { clientId, clientSecret } = credentials;
  const properties = {
    display_name: name,
    auth_option: 'Basic',
    basic_username: clientId,
    basic_password: clientSecret,
  };
  return api.post({
    path: '/v1/runtime_users',
    schema: accountKeySchema,
    failure: 'The account key could not be created',
    signal,
    body: { name, title: name, type: basicKeyType, properties },
    secrets: spellingsOf(credentials),
  });
}

export function deleteAccountKey(api: ApiClient, id: string, signal: AbortSignal): Promise<void> {
  return api.delete({ path: pathOf(id), failure: 'The account key could not be deleted', signal });
}

/** All the ways in which a server may repeat a password: the longest first, so that none is masked in part only. */
function spellingsOf(credentials: Credentials): string[] {
  const { clientSecret } = credentials;
  const inJson = JSON.stringify(clientSecret).slice(1, -1);
  const inHeader = basicAuthorization(credentials).replace(/^Basic /, '');
  return [inHeader, encodeURIComponent(clientSecret), inJson, clientSecret];
}

function pathOf(id: string): string {
  return `/v1/runtime_users/${encodeURIComponent(id)}`;
}
