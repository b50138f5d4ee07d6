import type { Answer } from './exchange';

/** How many requests the organisation may make in a rolling hour, all its clients together. */
export interface Quota {
  readonly limit?: number;
  readonly remaining?: number;
}

/** What an answer says of the quota; nothing where it says nothing. */
export function readQuota(answer: Answer): Quota | undefined {
  const limit = count(answer.header('X-Ratelimit-Org-Limit'));
  const remaining = count(answer.header('X-Ratelimit-Org-Remaining'));
  if (limit === undefined && remaining === undefined) return undefined;
  return { ...(limit !== undefined && { limit }), ...(remaining !== undefined && { remaining }) };
}

function count(header: string | null): number | undefined {
  return header !== null && /^\s*\d{1,9}\s*$/.test(header) ? Number(header) : undefined;
}
