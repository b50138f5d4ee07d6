import { tokenConsumers, tokenGenerators } from './catalog/atomics';
import { Grouped } from './document/grouped';

/** The ids of workflows that a file hands something to. */
export interface FilePasses {
  /** Those that get a token. */
  readonly tokens: ReadonlySet<string>;
  /** Those that get one if the file's own workflows are given one. */
  readonly anything: ReadonlySet<string>;
}

interface IndexedFile {
  readonly defines: ReadonlySet<string>;
  readonly calls: ReadonlySet<string>;
  readonly makesTokens: boolean;
}

/** Both with or without the prefix that tells what they are of; what is written otherwise is not found. */
const defined = /"unique_name"\s*:\s*"definition_workflow_([^"\\]+)"/g;
const called = /"workflow_id"\s*:\s*"(?:definition_workflow_)?([^"\\]+)"/g;

/** Of these, no definition is asked. */
const vouched: ReadonlySet<string> = new Set(
  [...tokenGenerators, ...tokenConsumers.filter(({ emptyInput }) => emptyInput === 'proven')].map(({ id }) => id),
);

/** Knows which files define and which call a workflow, by a look at their texts that keeps nothing but ids. */
export class DefinitionIndex {
  readonly #files = new Map<string, IndexedFile>();

  set(uri: string, text: string): void {
    this.#files.set(uri, {
      defines: idsIn(text, defined),
      calls: idsIn(text, called),
      makesTokens: tokenGenerators.some(({ id }) => text.includes(id)),
    });
  }

  delete(uri: string): void {
    this.#files.delete(uri);
  }

  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** The files that hold the definition of a workflow. */
  filesDefining(workflowId: string): string[] {
    return [...this.#files].filter(([, { defines }]) => defines.has(workflowId)).map(([uri]) => uri);
  }

  /**
   * The files that a migration must look at together, because a token goes from one into a definition in another;
   * files that stand for themselves are in none.
   *
   * @param passesOf asked for few files only, as it means to read them.
   */
  async groups(passesOf: (uri: string) => FilePasses | PromiseLike<FilePasses>): Promise<string[][]> {
    const definers = this.#by(({ defines }) => defines);
    const callers = this.#by(({ calls }) => calls);
    const filesOf = (id: string) => new Set([...definers.of(id), ...callers.of(id)]);
    const isShared = (id: string) => !vouched.has(id) && definers.of(id).length > 0 && filesOf(id).size > 1;
    const reached = new Set<string>();
    for (const [uri, { makesTokens, calls }] of this.#files) {
      if (!makesTokens || ![...calls].some(isShared)) continue;
      for (const id of (await passesOf(uri)).tokens) if (isShared(id)) reached.add(id);
    }
    const ties = new Grouped<string, string>();
    // Grows while it is walked: a definition may hand its token on.
    for (const id of reached) {
      const [first, ...others] = filesOf(id);
      for (const other of others) {
        ties.add(first ?? '', other);
        ties.add(other, first ?? '');
      }
      for (const uri of definers.of(id))
        for (const next of (await passesOf(uri)).anything) if (isShared(next)) reached.add(next);
    }
    return this.#components(ties);
  }

  #components(ties: Grouped<string, string>): string[][] {
    const seen = new Set<string>();
    const order = [...this.#files.keys()];
    return order.flatMap((uri) => {
      if (seen.has(uri) || ties.of(uri).length === 0) return [];
      const group = new Set([uri]);
      for (const member of group) for (const other of ties.of(member)) group.add(other);
      for (const member of group) seen.add(member);
      return [order.filter((member) => group.has(member))];
    });
  }

  #by(idsOf: (file: IndexedFile) => ReadonlySet<string>): Grouped<string, string> {
    const grouped = new Grouped<string, string>();
    for (const [uri, file] of this.#files) for (const id of idsOf(file)) grouped.add(id, uri);
    return grouped;
  }
}

function idsIn(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(pattern), ([, id = '']) => id));
}
