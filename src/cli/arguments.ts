import { parseArgs } from 'node:util';
import type { HelpTopic } from './help';
import { UsageError } from './usage-error';

const checkFormats = ['text', 'json', 'github'] as const;
const migrateFormats = ['text', 'json'] as const;
const failOnLevels = ['error', 'warning', 'info', 'never'] as const;

export type CheckFormat = (typeof checkFormats)[number];
export type MigrateFormat = (typeof migrateFormats)[number];
export type FailOn = (typeof failOnLevels)[number];

export interface CheckArguments {
  readonly command: 'check';
  readonly paths: readonly string[];
  readonly format: CheckFormat;
  readonly failOn: FailOn;
  readonly secureXTargets: readonly string[];
}

export interface MigrateArguments {
  readonly command: 'migrate';
  readonly paths: readonly string[];
  readonly format: MigrateFormat;
  /** What happens to the result; `report` only says what would be done. */
  readonly output: 'report' | 'write' | 'diff' | 'out';
  /** The folder of `--out`, and empty otherwise. */
  readonly directory: string;
  readonly assumeOptional: boolean;
  readonly keepDescription: boolean;
  readonly secureXTargets: readonly string[];
}

export type Arguments =
  | CheckArguments
  | MigrateArguments
  | { readonly command: 'help'; readonly topic: HelpTopic }
  | { readonly command: 'version' };

/** What an option takes: nothing, one value, or one value each time it is given. */
type Arity = 'flag' | 'value' | 'values';

const checkOptions = {
  format: 'value',
  'fail-on': 'value',
  'securex-target': 'values',
  help: 'flag',
} as const satisfies Record<string, Arity>;

const migrateOptions = {
  write: 'flag',
  diff: 'flag',
  out: 'value',
  format: 'value',
  'assume-optional': 'flag',
  'keep-description': 'flag',
  'securex-target': 'values',
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
    case '-h':
    case '--help':
      return { command: 'help', topic: 'sxo' };
    case '-v':
    case '--version':
      return { command: 'version' };
    case undefined:
      throw new UsageError('A command is missing: check or migrate.');
    default:
      throw new UsageError(
        command.startsWith('-')
          ? `The command comes first, before ${quoted(command)}: check or migrate.`
          : `There is no command ${quoted(command)}, only check and migrate.`,
      );
  }
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
  };
}

function parseMigrate(args: readonly string[]): Arguments {
  const given = readOptions('migrate', args, migrateOptions);
  if (given.has('help')) return { command: 'help', topic: 'migrate' };

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
  return {
    command: 'migrate',
    paths,
    format,
    output,
    directory: given.all('out')[0] ?? '',
    assumeOptional: given.has('assume-optional'),
    keepDescription: given.has('keep-description'),
    secureXTargets: given.all('securex-target'),
  };
}

class GivenOptions<Name extends string> {
  readonly #command: string;
  readonly #options: ReadonlyMap<string, readonly string[]>;
  readonly #paths: readonly string[];

  constructor(command: string, options: ReadonlyMap<string, readonly string[]>, paths: readonly string[]) {
    this.#command = command;
    this.#options = options;
    this.#paths = paths;
  }

  has(name: Name): boolean {
    return this.#options.has(name);
  }

  all(name: Name): readonly string[] {
    return this.#options.get(name) ?? [];
  }

  choice<Value extends string>(name: Name, allowed: readonly Value[], otherwise: Value): Value {
    const [text] = this.all(name);
    if (text === undefined) return otherwise;
    const value = allowed.find((one) => one === text);
    if (value === undefined) {
      throw new UsageError(`--${name} cannot be ${quoted(text)}; it is one of ${allowed.join(', ')}.`);
    }
    return value;
  }

  paths(): readonly string[] {
    if (this.#paths.length === 0) {
      throw new UsageError(`sxo ${this.#command} needs a PATH: a file, a folder, or - for standard input.`);
    }
    // An empty variable in a script must not come to mean the whole current folder.
    if (this.#paths.includes('')) throw new UsageError('A PATH is empty; write . for the current folder.');
    return this.#paths;
  }
}

/** Node's parser splits the arguments; it is not strict, because our own words are clearer than its messages. */
function readOptions<Name extends string>(
  command: string,
  args: readonly string[],
  known: Readonly<Record<Name, Arity>>,
): GivenOptions<Name> {
  const arities = new Map<string, Arity>(Object.entries(known));
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Array.from(arities, ([name, arity]) => [
        name,
        { type: arity === 'flag' ? ('boolean' as const) : ('string' as const), ...(name === 'help' ? { short: 'h' } : {}) },
      ]),
    ),
  });
  const options = new Map<string, string[]>();
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;

    const arity = arities.get(token.name);
    const before = options.get(token.name);
    if (arity === undefined) {
      const names = Array.from(arities.keys(), (name) => `--${name}`).join(', ');
      throw new UsageError(`sxo ${command} has no option ${quoted(token.rawName)}, only ${names}.`);
    }
    if (arity === 'flag') {
      if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`);
      options.set(token.name, []);
      continue;
    }
    if (!token.value || (!token.inlineValue && token.value.startsWith('-'))) {
      throw new UsageError(`${token.rawName} needs a value.`);
    }
    if (arity === 'value' && before !== undefined) throw new UsageError(`${token.rawName} is given more than once.`);
    options.set(token.name, [...(before ?? []), token.value]);
  }
  return new GivenOptions<Name>(command, options, paths);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
