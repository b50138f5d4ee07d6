import * as z from 'zod/mini';
import type { ApiClient } from './api-client';
import { tolerantList, type TolerantList } from './tolerant-list';

/** Whoever uses a target or an account key; of its shape little is known. */
export const referenceSchema = z.looseObject({
  id: z.nullish(z.string()),
  unique_name: z.nullish(z.string()),
  name: z.nullish(z.string()),
  title: z.nullish(z.string()),
  type: z.nullish(z.string()),
  base_type: z.nullish(z.string()),
});

export type Reference = z.infer<typeof referenceSchema>;
export type ReferencedType = 'target' | 'runtime_user';

const usedBySchema = z.pipe(
  // Go leaves an empty list out as gladly as it writes `null`.
  z.looseObject({ used_by: z._default(tolerantList(referenceSchema), { items: [], leftOut: 0 }) }),
  z.transform(({ used_by }) => used_by),
);

/** `GET /v1/references/{id}`: what hangs on the thing with this `id`. */
export function listUsedBy(
  api: ApiClient,
  id: string,
  baseType: ReferencedType,
  signal: AbortSignal,
): Promise<TolerantList<Reference>> {
  const path = `/v1/references/${encodeURIComponent(id)}?base_type=${baseType}&used_by=true`;
  return api.get({ path, schema: usedBySchema, failure: 'What uses it could not be read', signal });
}
