import { TenantError } from './tenant-error';

/** What a request is for, as far as an error message must know. */
export interface Errand {
  /** The beginning of a sentence, such as "The targets could not be read". */
  readonly failure: string;
  /** Whether the tenant may have changed although no good answer came. */
  readonly changes: boolean;
}

export function cancelled(errand: Errand): TenantError {
  return new TenantError('cancelled', `${errand.failure}: it was cancelled.${doubt(errand)}`);
}

/** A sentence for a change of which nobody can say whether it was made. */
export function doubt({ changes }: Errand): string {
  return changes ? ' Whether the change was made is not known: refresh, and look.' : '';
}
