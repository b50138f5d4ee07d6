import { TenantError } from '../api/tenant-error';

/** Something is not as the plan took it to be. */
export class Surprise extends Error {}

/** What was asked for may still come, long after the tenant was found to be without it. */
export const mayArrive = 'It may still arrive: refresh the tenant in some minutes, and look again.';

/** Of what was undone, that of which the answer got lost, in sentences. */
export function whatMayArrive(names: readonly string[]): string {
  return `As before for now: ${names.join(', ')}. No answer came to the change. ${mayArrive}`;
}

/** In words, whatever it is: what was written before must not be forgotten over a mistake of ours. */
export function messageOf(error: unknown): string {
  if (error instanceof TenantError || error instanceof Surprise) return error.message;
  return `Something unexpected happened: ${error instanceof Error ? error.message : String(error)}.`;
}
