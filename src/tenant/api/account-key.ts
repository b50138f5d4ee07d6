import * as z from 'zod/mini';
import type { ApiClient } from './api-client';
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
  const path = `/v1/runtime_users/${encodeURIComponent(id)}`;
  return api.get({ path, schema: accountKeySchema, failure: 'The account key could not be read', signal });
}
