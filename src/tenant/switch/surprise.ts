import { TenantError } from '../api/tenant-error';

/** Something is not as the plan took it to be. */
export class Surprise extends Error {}

/** In words, whatever it is: what was written before must not be forgotten over a mistake of ours. */
export function messageOf(error: unknown): string {
  if (error instanceof TenantError || error instanceof Surprise) return error.message;
  return `Something unexpected happened: ${error instanceof Error ? error.message : String(error)}.`;
}
