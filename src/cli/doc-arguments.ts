import type { VocabularyChoice } from '../core/vocabulary';
import { readOptions, vocabularyIn, type Arity } from './given-options';
import type { HelpTopic } from './help';
import { UsageError } from './usage-error';

export interface DocArguments {
  readonly command: 'doc';
  readonly paths: readonly string[];
  /** The folder that pages are written into; empty where they are printed. */
  readonly directory: string;
  readonly secureXTargets: readonly string[];
  readonly vocabulary: VocabularyChoice | undefined;
}

const docOptions = {
  out: 'value',
  'securex-target': 'values',
  vocabulary: 'value',
  help: 'flag',
} as const satisfies Record<string, Arity>;

/** @throws {UsageError} */
export function parseDoc(
  args: readonly string[],
): DocArguments | { readonly command: 'help'; readonly topic: HelpTopic } {
  const given = readOptions('doc', args, docOptions);
  if (given.has('help')) return { command: 'help', topic: 'doc' };
  const paths = given.paths();
  if (paths.includes('-') && given.has('out')) {
    throw new UsageError('--out has no file name for standard input; name the file.');
  }
  return {
    command: 'doc',
    paths,
    directory: given.all('out')[0] ?? '',
    secureXTargets: given.all('securex-target'),
    vocabulary: vocabularyIn(given),
  };
}
