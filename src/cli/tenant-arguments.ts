import { problemOfSuffix } from '../core/catalog/target-sets';
import type { VocabularyChoice } from '../core/vocabulary';
import { regions, type Region } from '../tenant/regions';
import { setMethods, type SetMethod } from '../tenant/target-set/target-set';
import { checkFormats, failOnLevels, type CheckFormat, type FailOn } from './check-choices';
import { quoted, readOptions, vocabularyIn, type Arity, type GivenOptions } from './given-options';
import type { HelpTopic } from './help';
import { UsageError } from './usage-error';

const formats = ['text', 'json'] as const;
export type TenantFormat = (typeof formats)[number];

/** Where a tenant's state is taken from. */
export type SnapshotSource =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'live'; readonly region: Region };

export interface TenantShowArguments {
  readonly command: 'tenant show';
  /** What the workflow files bring along is shown without one. */
  readonly source: SnapshotSource | null;
  readonly paths: readonly string[];
  readonly format: TenantFormat;
  readonly vocabulary: VocabularyChoice | undefined;
}

export interface TenantCheckArguments {
  readonly command: 'tenant check';
  readonly source: SnapshotSource;
  readonly paths: readonly string[];
  readonly format: CheckFormat;
  readonly failOn: FailOn;
  readonly secureXTargets: readonly string[];
  readonly vocabulary: VocabularyChoice | undefined;
}

export interface TenantDiffArguments {
  readonly command: 'tenant diff';
  readonly before: SnapshotSource;
  readonly after: SnapshotSource;
  readonly format: TenantFormat;
}

export interface TenantSwitchArguments {
  readonly command: 'tenant switch';
  readonly source: SnapshotSource;
  readonly key: string;
  readonly apply: boolean;
  readonly paths: readonly string[];
  readonly format: TenantFormat;
  readonly vocabulary: VocabularyChoice | undefined;
}

export interface TenantTargetsArguments {
  readonly command: 'tenant targets';
  readonly source: SnapshotSource;
  readonly method: SetMethod;
  readonly suffix: string;
  /** The account key that the targets are to use, where it is not the usual one. */
  readonly key: string | undefined;
  readonly apply: boolean;
  readonly paths: readonly string[];
  readonly format: TenantFormat;
  readonly vocabulary: VocabularyChoice | undefined;
}

export interface TenantSnapshotArguments {
  readonly command: 'tenant snapshot';
  readonly source: SnapshotSource;
  readonly out: string;
  readonly format: TenantFormat;
}

export type TenantArguments =
  | TenantShowArguments
  | TenantCheckArguments
  | TenantDiffArguments
  | TenantSwitchArguments
  | TenantTargetsArguments
  | TenantSnapshotArguments;

/** Where nothing else is said. */
const liveTenant: SnapshotSource = { kind: 'live', region: 'us' };

const source = { snapshot: 'value', region: 'value' } as const;
const showOptions = { ...source, format: 'value', vocabulary: 'value', help: 'flag' } as const satisfies Record<
  string,
  Arity
>;
const checkOptions = { ...showOptions, 'fail-on': 'value', 'securex-target': 'values' } as const satisfies Record<
  string,
  Arity
>;
const diffOptions = { format: 'value', help: 'flag' } as const satisfies Record<string, Arity>;
const switchOptions = { ...showOptions, key: 'value', apply: 'flag' } as const satisfies Record<string, Arity>;
const targetsOptions = { ...switchOptions, method: 'value', suffix: 'value' } as const satisfies Record<string, Arity>;
const snapshotOptions = { ...source, out: 'value', format: 'value', help: 'flag' } as const satisfies Record<
  string,
  Arity
>;

interface Help {
  readonly command: 'help';
  readonly topic: HelpTopic;
}

/** @throws {UsageError} in words for the person who typed the arguments. */
export function parseTenant([command, ...rest]: readonly string[]): TenantArguments | Help {
  switch (command) {
    case 'show':
      return parseShow(rest);
    case 'check':
      return parseCheck(rest);
    case 'diff':
      return parseDiff(rest);
    case 'switch':
      return parseSwitch(rest);
    case 'targets':
      return parseTargets(rest);
    case 'snapshot':
      return parseSnapshotCommand(rest);
    case '-h':
    case '--help':
      return { command: 'help', topic: 'tenant' };
    case undefined:
      throw new UsageError('sxo tenant needs one of show, check, diff, switch, targets and snapshot.');
    default:
      throw new UsageError(
        command.startsWith('-')
          ? `One of show, check, diff, switch, targets and snapshot comes first, before ${quoted(command)}.`
          : `sxo tenant has no command ${quoted(command)}, only show, check, diff, switch, targets and snapshot.`,
      );
  }
}

function parseShow(args: readonly string[]): TenantShowArguments | Help {
  const given = readOptions('tenant show', args, showOptions);
  if (given.has('help')) return { command: 'help', topic: 'tenant show' };
  const paths = given.pathsIfAny();
  const from = sourceIn(given) ?? (paths.length === 0 ? liveTenant : null);
  const format = given.choice('format', formats, 'text');
  return { command: 'tenant show', source: from, paths, format, vocabulary: vocabularyIn(given) };
}

function parseCheck(args: readonly string[]): TenantCheckArguments | Help {
  const given = readOptions('tenant check', args, checkOptions);
  if (given.has('help')) return { command: 'help', topic: 'tenant check' };
  return {
    command: 'tenant check',
    source: insistOnSource('tenant check', given),
    paths: given.paths(),
    format: given.choice('format', checkFormats, 'text'),
    failOn: given.choice('fail-on', failOnLevels, 'warning'),
    secureXTargets: given.all('securex-target'),
    vocabulary: vocabularyIn(given),
  };
}

function parseDiff(args: readonly string[]): TenantDiffArguments | Help {
  const given = readOptions('tenant diff', args, diffOptions);
  if (given.has('help')) return { command: 'help', topic: 'tenant diff' };
  const [before, after, ...more] = given.pathsIfAny();
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UsageError('sxo tenant diff takes two snapshots: the one before and the one after.');
  }
  return {
    command: 'tenant diff',
    before: { kind: 'file', path: before },
    after: { kind: 'file', path: after },
    format: given.choice('format', formats, 'text'),
  };
}

function parseSwitch(args: readonly string[]): TenantSwitchArguments | Help {
  const given = readOptions('tenant switch', args, switchOptions);
  if (given.has('help')) return { command: 'help', topic: 'tenant switch' };
  const [key] = given.all('key');
  if (key === undefined) throw new UsageError('sxo tenant switch needs --key NAME: the account key for the targets.');
  const from = sourceIn(given) ?? liveTenant;
  return {
    command: 'tenant switch',
    source: from,
    key,
    apply: isApplied(given, from),
    paths: given.pathsIfAny(),
    format: given.choice('format', formats, 'text'),
    vocabulary: vocabularyIn(given),
  };
}

function parseTargets(args: readonly string[]): TenantTargetsArguments | Help {
  const given = readOptions('tenant targets', args, targetsOptions);
  if (given.has('help')) return { command: 'help', topic: 'tenant targets' };
  if (!given.has('method')) {
    throw new UsageError('sxo tenant targets needs --method legacy or --method token: what the targets are for.');
  }
  const [suffix = ''] = given.all('suffix');
  const problem = suffix === '' ? undefined : problemOfSuffix(suffix);
  if (problem !== undefined) throw new UsageError(problem);
  const from = sourceIn(given) ?? liveTenant;
  return {
    command: 'tenant targets',
    source: from,
    method: given.choice('method', setMethods, 'legacy'),
    suffix,
    key: given.all('key')[0],
    apply: isApplied(given, from),
    paths: given.pathsIfAny(),
    format: given.choice('format', formats, 'text'),
    vocabulary: vocabularyIn(given),
  };
}

function isApplied(given: GivenOptions<'apply'>, from: SnapshotSource): boolean {
  if (given.has('apply') && from.kind === 'file') {
    throw new UsageError('--apply changes a tenant, and a snapshot is none; without --apply the plan is shown.');
  }
  return given.has('apply');
}

function parseSnapshotCommand(args: readonly string[]): TenantSnapshotArguments | Help {
  const given = readOptions('tenant snapshot', args, snapshotOptions);
  if (given.has('help')) return { command: 'help', topic: 'tenant snapshot' };
  if (given.pathsIfAny().length > 0) throw new UsageError('sxo tenant snapshot takes no PATH.');
  const [out] = given.all('out');
  if (out === undefined) throw new UsageError('sxo tenant snapshot needs --out FILE: where the snapshot is written.');
  const format = given.choice('format', formats, 'text');
  return { command: 'tenant snapshot', source: sourceIn(given) ?? liveTenant, out, format };
}

function insistOnSource(command: string, given: GivenOptions<'snapshot' | 'region'>): SnapshotSource {
  const from = sourceIn(given);
  if (from !== null) return from;
  throw new UsageError(`sxo ${command} needs a tenant: --snapshot FILE, or --region ${regions.join('|')}.`);
}

function sourceIn(given: GivenOptions<'snapshot' | 'region'>): SnapshotSource | null {
  const [path] = given.all('snapshot');
  if (path !== undefined && given.has('region')) {
    throw new UsageError('Only one of --snapshot and --region can be given.');
  }
  if (path !== undefined) return { kind: 'file', path };
  return given.has('region') ? { kind: 'live', region: given.choice('region', regions, 'us') } : null;
}
