import type { RetargetingOptions } from './language-service';
import { vocabularyFor, type Product, type Vocabulary } from './vocabulary';

/**
 * What a migrated workflow relies on in the tenant, for the end of every report.
 * @param suffixes of the sets of targets that the workflows use.
 */
export function beforeImport(vocabulary: Vocabulary, suffixes: Iterable<string>): string {
  const [first, others] = setsIn(suffixes);
  const further = others && ` Set it on the targets whose names end with ${others}, too.`;
  return `Before you import: set an account key of the type ${keyOnTargets(vocabulary, first)}.${further}`;
}

function keyOnTargets(vocabulary: Vocabulary, suffix: string): string {
  const [secureX, xdr] = [wordsOf('securex'), wordsOf('xdr')];
  const { tokenKeyType } = vocabulary === xdr ? xdr : secureX;
  const names = namesIn(vocabulary, suffix);
  if (vocabulary === xdr)
    return `${tokenKeyType} on the targets ${names}, or on those that the workflows choose in their place`;
  const inXdr = `; in Cisco XDR, a ${xdr.tokenKeyType} on ${namesIn(xdr, suffix)}`;
  return `${tokenKeyType} on the targets ${names}${vocabulary === secureX ? '' : inXdr}`;
}

function wordsOf(product: Product): Vocabulary {
  return vocabularyFor(product, () => product);
}

/** What the targets of the APIs are called first of all, in the set with a suffix. */
function namesIn({ apiTargets }: Vocabulary, suffix: string): string {
  const names = apiTargets.map(([name = '']) => name + suffix);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** The set to be named whole, which is the usual one if it is among them, and the suffixes of the others in words. */
function setsIn(suffixes: Iterable<string>): readonly [first: string, others: string] {
  const [first = '', ...others] = [...new Set(suffixes)].sort();
  return [first, others.join(' and ')];
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
export function beforeLegacyImport(suffixes: Iterable<string>): string {
  const [first, others] = setsIn(suffixes);
  const further = others && ` It needs the same four whose names end with ${others}, too.`;
  return (
    `Before you import: the tenant needs the target CTR_For_Access_Token${first} with an account key of the type HTTP ` +
    'Basic Authentication that holds the id and the password of an API client, and the targets ' +
    `CTR_API${first}, CTIA_Target${first} and Private_CTIA_Target${first} without an account key.${further} ` +
    'An access token lives ten minutes: a workflow that may run longer between a token and its last use has to make ' +
    'another one.'
  );
}
