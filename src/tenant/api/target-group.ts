import * as z from 'zod/mini';
import type { ApiClient } from './api-client';
import { tolerantList, type TolerantList } from './tolerant-list';

/** `GET /v1/target_groups`; the targets of a group come only by its id. */
export const targetGroupSchema = z.looseObject({
  id: z.string(),
  unique_name: z.nullish(z.string()),
  name: z.nullish(z.string()),
  title: z.nullish(z.string()),
  type: z.nullish(z.string()),
});

export type TargetGroup = z.infer<typeof targetGroupSchema>;

export function listTargetGroups(api: ApiClient, signal: AbortSignal): Promise<TolerantList<TargetGroup>> {
  const schema = tolerantList(targetGroupSchema);
  return api.get({ path: '/v1/target_groups', schema, failure: 'The target groups could not be read', signal });
}
