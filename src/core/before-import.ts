import type { RetargetingOptions } from './language-service';
import type { Vocabulary } from './vocabulary';

/** What a migrated workflow relies on in the tenant, for the end of every report. */
export function beforeImport({ keyOnTargets }: Vocabulary): string {
  return `Before you import: set ${keyOnTargets}.`;
}

/** The same of a workflow that was moved to another set of targets. */
export function beforeImportOfMoved(options: RetargetingOptions): string {
  if ('to' in options) {
    const product = options.isUndo ? 'SecureX' : 'Cisco XDR';
    return `Before you import: make sure that the tenant has the targets that the workflows now choose by their names in ${product}, and that the account keys of these targets are of the method that the workflows use.`;
  }
  const { suffix, isUndo } = options;
  return isUndo
    ? 'Before you import: make sure that the tenant has the targets with the usual names, and that their account keys are of the method that the workflows use.'
    : `Before you import: create the targets whose names end with ${suffix}, and set their account keys.`;
}

/** The same for a workflow that was converted to the legacy method. */
export const beforeLegacyImport =
  'Before you import: the tenant needs the target CTR_For_Access_Token with an account key of the type HTTP Basic ' +
  'Authentication that holds the id and the password of an API client, and the targets CTR_API, CTIA_Target and ' +
  'Private_CTIA_Target without an account key. An access token lives ten minutes: a workflow that may run longer ' +
  'between a token and its last use has to make another one.';
