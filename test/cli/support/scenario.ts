import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A command line session as text. Prose comes first; then sections, each under a line `====name====`:
 * - `files`: what lies in the folder before, each file under a line `--- path`, or `--- path = copy/of/this` for a
 *   file of the repository;
 * - `stdin`: optional, as one such file without its heading, or `= copy/of/this`;
 * - `command`: the line that is run in that folder;
 * - `stdout`, `stderr`, `exit`: all that is expected, to the letter;
 * - `files after`: the files that differ or are new. All others must be as they were, so without this section the
 *   command must not change a byte.
 */
export interface Scenario {
  readonly files: Readonly<Record<string, Buffer>>;
  readonly stdin: Buffer;
  readonly args: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: string;
  readonly filesAfter: Readonly<Record<string, Buffer>>;
}

const required = ['files', 'command', 'stdout', 'stderr', 'exit'];
const allowed = [...required, 'stdin', 'files after'];

export function parseScenario(text: string, repository: string): Scenario {
  const [prose = '', ...rest] = text.split(/^====(.+)====\n/m);
  if (prose.trim() === '') throw new Error('A scenario begins with a sentence on what it shows.');
  const sections = new Map<string, string>();
  for (let index = 0; index < rest.length; index += 2) sections.set(rest[index] ?? '', rest[index + 1] ?? '');
  for (const name of required) if (!sections.has(name)) throw new Error(`The section ${name} is missing.`);
  for (const name of sections.keys()) if (!allowed.includes(name)) throw new Error(`There is no section ${name}.`);

  const section = (name: string) => sections.get(name) ?? '';
  const [program, ...args] = section('command').trim().split(/\s+/);
  if (program !== 'sxo') throw new Error('A scenario runs sxo.');
  return {
    files: parseFiles(section('files'), repository),
    stdin: content(section('stdin'), repository),
    args,
    stdout: section('stdout'),
    stderr: section('stderr'),
    exit: section('exit').trim(),
    filesAfter: parseFiles(section('files after'), repository),
  };
}

/** The same scenario with what the command really did. */
export function updateScenario(text: string, actual: Pick<Scenario, 'stdout' | 'stderr' | 'exit'>): string {
  return Object.entries({ ...actual, exit: `${actual.exit}\n` }).reduce(
    (result, [name, body]) => result.replace(new RegExp(`(^====${name}====\n)[^]*?(?=^====|$(?![^]))`, 'm'), (_, head: string) => head + body),
    text,
  );
}

function parseFiles(section: string, repository: string): Record<string, Buffer> {
  const [before = '', ...rest] = section.split(/^--- (.+)\n/m);
  if (before !== '') throw new Error(`This belongs to no file: ${before}`);
  const files: Record<string, Buffer> = {};
  for (let index = 0; index < rest.length; index += 2) {
    const [path = '', copy] = (rest[index] ?? '').split(' = ');
    files[path] = content(copy === undefined ? (rest[index + 1] ?? '') : `= ${copy}\n`, repository);
  }
  return files;
}

function content(body: string, repository: string): Buffer {
  const copy = /^= (.+)\n$/.exec(body)?.[1];
  return copy === undefined ? Buffer.from(body) : readFileSync(join(repository, copy));
}
