import type { VocabularyChoice } from '../core/vocabulary';
import { readOptions, vocabularyIn, type Arity } from './given-options';
import type { HelpTopic } from './help';
import { UsageError } from './usage-error';

const graphFormats = ['mermaid', 'svg', 'json'] as const;
export type GraphFormat = (typeof graphFormats)[number];

export interface GraphArguments {
  readonly command: 'graph';
  /** One file, or `-`. */
  readonly path: string;
  readonly format: GraphFormat;
  /** Whether a picture also shows who reads what whom has written. */
  readonly withData: boolean;
  /** Whether a picture shows what a migration does. */
  readonly withMigration: boolean;
  readonly secureXTargets: readonly string[];
  readonly vocabulary: VocabularyChoice | undefined;
}

const graphOptions = {
  format: 'value',
  data: 'flag',
  migration: 'flag',
  'securex-target': 'values',
  vocabulary: 'value',
  help: 'flag',
} as const satisfies Record<string, Arity>;

/** Why an option that is for pictures does not go with JSON. */
const asJson = {
  data: 'which holds all lines anyway',
  migration: 'which tells of the workflow as it is',
} as const;

/** @throws {UsageError} */
export function parseGraph(
  args: readonly string[],
): GraphArguments | { readonly command: 'help'; readonly topic: HelpTopic } {
  const given = readOptions('graph', args, graphOptions);
  if (given.has('help')) return { command: 'help', topic: 'graph' };
  const [path = '', ...others] = given.paths('FILE: a workflow export');
  if (others.length > 0) throw new UsageError('sxo graph takes one file, as each is a picture of its own.');
  const format = given.choice('format', graphFormats, 'mermaid');
  const ofPictures = (['data', 'migration'] as const).find((name) => given.has(name));
  if (format === 'json' && ofPictures !== undefined) {
    throw new UsageError(`--${ofPictures} is for pictures; it does not go with --format json, ${asJson[ofPictures]}.`);
  }
  return {
    command: 'graph',
    path,
    format,
    withData: given.has('data'),
    withMigration: given.has('migration'),
    secureXTargets: given.all('securex-target'),
    vocabulary: vocabularyIn(given),
  };
}
