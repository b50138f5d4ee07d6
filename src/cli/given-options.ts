import { parseArgs } from 'node:util';
import { vocabularyChoices, type VocabularyChoice } from '../core/vocabulary';
import { UsageError } from './usage-error';

/** What an option takes: nothing, one value, or one value each time it is given. */
export type Arity = 'flag' | 'value' | 'values';

/** What was typed after a command, sorted. */
export class GivenOptions<Name extends string> {
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

  paths(what = 'PATH: a file, a folder'): readonly string[] {
    if (this.#paths.length === 0) {
      throw new UsageError(`sxo ${this.#command} needs a ${what}, or - for standard input.`);
    }
    return this.pathsIfAny();
  }

  pathsIfAny(): readonly string[] {
    // An empty variable in a script must not come to mean the whole current folder.
    if (this.#paths.includes('')) throw new UsageError('A PATH is empty; write . for the current folder.');
    return this.#paths;
  }
}

/** Node's parser splits the arguments; it is not strict, because our own words are clearer than its messages. */
export function readOptions<Name extends string>(
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
        {
          type: arity === 'flag' ? ('boolean' as const) : ('string' as const),
          ...(name === 'help' ? { short: 'h' } : {}),
        },
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
    if (arity !== 'values' && before !== undefined) throw new UsageError(`${token.rawName} is given more than once.`);
    if (arity === 'flag') {
      if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`);
      options.set(token.name, []);
      continue;
    }
    if (!token.value || (!token.inlineValue && token.value.startsWith('-'))) {
      throw new UsageError(`${token.rawName} needs a value.`);
    }
    options.set(token.name, [...(before ?? []), token.value]);
  }
  return new GivenOptions<Name>(command, options, paths);
}

/** Nothing where it was not given, so that what a project file says counts. */
export function vocabularyIn(given: GivenOptions<'vocabulary'>): VocabularyChoice | undefined {
  return given.has('vocabulary') ? given.choice('vocabulary', vocabularyChoices, 'auto') : undefined;
}

export function quoted(text: string): string {
  return JSON.stringify(text);
}
