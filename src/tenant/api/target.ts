import * as z from 'zod/mini';
import type { ApiClient } from './api-client';
import { tolerantList, type TolerantList } from './tolerant-list';

// As the Automation API answers; nothing is promised to be there, and what is not named here is kept.

/** `GET /v1/targets` and `GET /v1/targets/{id}`. */
export const targetSchema = z.looseObject({
  id: z.string(),
  unique_name: z.nullish(z.string()),
  name: z.nullish(z.string()),
  title: z.nullish(z.string()),
  type: z.nullish(z.string()),
  updated_on: z.nullish(z.string()),
  valid: z.nullish(z.boolean()),
  metadata: z.nullish(z.record(z.string(), z.unknown())),
  properties: z.nullish(z.record(z.string(), z.unknown())),
});

export type Target = z.infer<typeof targetSchema>;

/** What a change sends. The API wants `properties` whole: whether it merges or replaces, nobody says. */
export interface TargetChange {
  readonly name?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface NewTarget {
  readonly name: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export function listTargets(api: ApiClient, signal: AbortSignal): Promise<TolerantList<Target>> {
  const schema = tolerantList(targetSchema);
  return api.get({ path: '/v1/targets', schema, failure: 'The targets could not be read', signal });
}

/** By `id`, not by `unique_name`. */
export function getTarget(api: ApiClient, id: string, signal: AbortSignal): Promise<Target> {
  return api.get({ path: pathOf(id), schema: targetSchema, failure: 'The target could not be read', signal });
}

/** @returns the target as it is now. */
export function putTarget(api: ApiClient, id: string, change: TargetChange, signal: AbortSignal): Promise<Target> {
  const failure = 'The target could not be changed';
  // One by one: a whole target fits the type as well, and must not be sent with all that it holds.
  const { name, title, description, properties } = change;
  const body = { name, title, description, properties };
  return api.put({ path: pathOf(id), schema: targetSchema, failure, signal, body });
}

/** @returns the target with the id that it got. */
export function postTarget(
  api: ApiClient,
  { name, type, properties }: NewTarget,
  signal: AbortSignal,
): Promise<Target> {
  const failure = 'The target could not be created';
  const body = { name, title: name, type, properties };
  return api.post({ path: '/v1/targets', schema: targetSchema, failure, signal, body });
}

export function deleteTarget(api: ApiClient, id: string, signal: AbortSignal): Promise<void> {
  return api.delete({ path: pathOf(id), failure: 'The target could not be deleted', signal });
}

function pathOf(id: string): string {
  return `/v1/targets/${encodeURIComponent(id)}`;
}
