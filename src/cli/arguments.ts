import { checkFormats, failOnLevels, type CheckFormat, type FailOn } from './check-choices';
import { problemOfSuffix } from '../core/catalog/target-sets';
import type { RetargetingOptions } from '../core/language-service';
import type { VocabularyChoice } from '../core/vocabulary';
import { quoted, readOptions, vocabularyIn, type Arity, type GivenOptions } from './given-options';
import { parseDoc, type DocArguments } from './doc-arguments';
import { parseGraph, type GraphArguments } from './graph-arguments';
import type { HelpTopic } from './help';
import { parseTenant, type TenantArguments } from './tenant-arguments';
import { UsageError } from './usage-error';

const migrateFormats = ['text', 'json'] as const;

const methods = ['token', 'legacy'] as const;

/** The method that workflows are brought to: the SecureX Token, or, the way back, tokens passed by hand. */
export type Method = (typeof methods)[number];

export type MigrateFormat = (typeof migrateFormats)[number];

export interface CheckArguments {
  readonly command: 'check';
  readonly paths: readonly string[];
  readonly format: CheckFormat;
  readonly failOn: FailOn;
  readonly secureXTargets: readonly string[];
  readonly vocabulary: VocabularyChoice | undefined;
}

/** What every command takes that changes files. */
export interface OutputArguments {
  readonly paths: readonly string[];
  readonly format: MigrateFormat;
  /** What happens to the result; `report` only says what would be done. */
  readonly output: 'report' | 'write' | 'diff' | 'out';
  /** The folder of `--out`, and empty otherwise. */
  readonly directory: string;
}

export interface MigrateArguments extends OutputArguments {
  readonly command: 'migrate';
  readonly to: Method;
  readonly assumeOptional: boolean;
  readonly keepDescription: boolean;
  readonly keepRetired: boolean;
  readonly replaceKept: boolean;
  readonly secureXTargets: readonly string[];
  readonly vocabulary: VocabularyChoice | undefined;
}

export interface RetargetArguments extends OutputArguments {
  readonly command: 'retarget';
  readonly options: RetargetingOptions;
  readonly secureXTargets: readonly string[];
  readonly vocabulary: VocabularyChoice | undefined;
}

export type Arguments =
  | CheckArguments
  | MigrateArguments
  | RetargetArguments
  | GraphArguments
  | DocArguments
  | TenantArguments
  | { readonly command: 'help'; readonly topic: HelpTopic }
  | { readonly command: 'version' };

const checkOptions = {
  format: 'value',
  'fail-on': 'value',
  'securex-target': 'values',
  vocabulary: 'value',
  help: 'flag',
} as const satisfies Record<string, Arity>;

const outputOptions = { write: 'flag', diff: 'flag', out: 'value', format: 'value' } as const satisfies Record<
  string,
  Arity
>;

const migrateOptions = {
  to: 'value',
  ...outputOptions,
  'assume-optional': 'flag',
  'keep-description': 'flag',
  'keep-retired': 'flag',
  'replace-kept': 'flag',
  'securex-target': 'values',
  vocabulary: 'value',
  help: 'flag',
} as const satisfies Record<string, Arity>;

const retargetOptions = {
  suffix: 'value',
  to: 'value',
  inferred: 'flag',
  undo: 'flag',
  ...outputOptions,
  'securex-target': 'values',
  vocabulary: 'value',
  help: 'flag',
} as const satisfies Record<string, Arity>;

/** @throws {UsageError} in words for the person who typed the arguments. */
export function parseArguments(args: readonly string[]): Arguments {
  const [command, ...rest] = args;
  switch (command) {
    case 'check':
      return parseCheck(rest);
    case 'migrate':
      return parseMigrate(rest);
    case 'retarget':
      return parseRetarget(rest);
    case 'graph':
      return parseGraph(rest);
    case 'doc':
      return parseDoc(rest);
    case 'tenant':
      return parseTenant(rest);
    case '-h':
    case '--help':
      return { command: 'help', topic: 'sxo' };
    case '-v':
    case '--version':
      return { command: 'version' };
    case undefined:
      throw new UsageError(`A command is missing: ${commands('or')}.`);
    default:
      throw new UsageError(
        command.startsWith('-')
          ? `The command comes first, before ${quoted(command)}: ${commands('or')}.`
          : `There is no command ${quoted(command)}, only ${commands('and')}.`,
      );
  }
}

function commands(joined: 'and' | 'or'): string {
  return `check, migrate, retarget, graph, doc ${joined} tenant`;
}

function parseCheck(args: readonly string[]): Arguments {
  const given = readOptions('check', args, checkOptions);
  if (given.has('help')) return { command: 'help', topic: 'check' };
  return {
    command: 'check',
    paths: given.paths(),
    format: given.choice('format', checkFormats, 'text'),
    failOn: given.choice('fail-on', failOnLevels, 'warning'),
    secureXTargets: given.all('securex-target'),
    vocabulary: vocabularyIn(given),
  };
}

function parseMigrate(args: readonly string[]): Arguments {
  const given = readOptions('migrate', args, migrateOptions);
  if (given.has('help')) return { command: 'help', topic: 'migrate' };
  const to = given.choice('to', methods, 'token');
  const ofMigration = ['assume-optional', 'keep-description', 'keep-retired', 'replace-kept'] as const;
  const aside = ofMigration.find((name) => given.has(name));
  if (to === 'legacy' && aside !== undefined) {
    throw new UsageError(`--${aside} is for a migration; it does not go with --to legacy.`);
  }
  return {
    command: 'migrate',
    to,
    ...outputArguments(given),
    assumeOptional: given.has('assume-optional'),
    keepDescription: given.has('keep-description'),
    keepRetired: given.has('keep-retired'),
    replaceKept: given.has('replace-kept'),
    secureXTargets: given.all('securex-target'),
    vocabulary: vocabularyIn(given),
  };
}

function parseRetarget(args: readonly string[]): Arguments {
  const given = readOptions('retarget', args, retargetOptions);
  if (given.has('help')) return { command: 'help', topic: 'retarget' };
  return {
    command: 'retarget',
    options: retargetingOptions(given),
    ...outputArguments(given),
    secureXTargets: given.all('securex-target'),
    vocabulary: vocabularyIn(given),
  };
}

function retargetingOptions(given: GivenOptions<keyof typeof retargetOptions>): RetargetingOptions {
  const isUndo = given.has('undo');
  const [suffix] = given.all('suffix');
  if (given.has('to')) {
    if (suffix !== undefined) throw new UsageError('Only one of --suffix and --to can be given.');
    return { to: given.choice('to', ['xdr'], 'xdr'), isUndo, withInferred: given.has('inferred') };
  }
  if (given.has('inferred')) throw new UsageError('--inferred goes with --to xdr only.');
  if (suffix === undefined) {
    throw new UsageError(
      'sxo retarget needs --suffix: what the names of the second set of targets end with, as _Token; or --to xdr, for the names that they have in Cisco XDR.',
    );
  }
  const problem = problemOfSuffix(suffix);
  if (problem !== undefined) throw new UsageError(problem);
  return { suffix, isUndo };
}

function outputArguments(given: GivenOptions<keyof typeof outputOptions>): OutputArguments {
  const outputs = (['write', 'diff', 'out'] as const).filter((name) => given.has(name));
  if (outputs.length > 1) {
    throw new UsageError(`Only one of ${outputs.map((name) => `--${name}`).join(' and ')} can be given.`);
  }
  const output = outputs[0] ?? 'report';
  const paths = given.paths();
  if (paths.includes('-') && (output === 'write' || output === 'out')) {
    throw new UsageError(`--${output} has no file name for standard input; use --diff, or name the file.`);
  }
  const format = given.choice('format', migrateFormats, 'text');
  if (output === 'diff' && format === 'json') {
    throw new UsageError('--diff prints a patch; it does not go with --format json.');
  }
  return { paths, format, output, directory: given.all('out')[0] ?? '' };
}
