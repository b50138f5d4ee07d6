import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './repository';

/** Public workflow exports, kept outside the repository because they belong to their authors. */
const folder = join(root, '../shared/corpus');

export interface CorpusFile {
  readonly name: string;
  readonly text: string;
}

/** A workflow before and after Cisco's own migration. */
export interface OfficialPair {
  readonly name: string;
  readonly legacy: string;
  readonly official: string;
}

const isThere = existsSync(join(folder, 'index.json'));

/** A suite over the public workflows; where they are not there, it says so in the list of tests. */
export function describeCorpus(title: string, define: () => void): void {
  if (isThere) {
    describe(title, define);
  } else {
    describe(`${title}: SKIPPED, the public workflows are not in ../shared/corpus`, () => {
      it('needs ../shared/corpus beside the repository');
    });
  }
}

export function officialPairs(): OfficialPair[] {
  return readdirSync(join(folder, 'official'))
    .sort()
    .map((name) => ({
      name,
      legacy: read('official', name, 'legacy.json'),
      official: read('official', name, 'official.json'),
    }));
}

export function wildFiles(): CorpusFile[] {
  return readdirSync(join(folder, 'wild'))
    .sort()
    .map((name) => ({ name, text: read('wild', name) }));
}

/** Every workflow of the corpus in every version. */
export function allFiles(): CorpusFile[] {
  const pairs = officialPairs().flatMap(({ name, legacy, official }) => [
    { name: `${name} before`, text: legacy },
    { name: `${name} after`, text: official },
  ]);
  return [...pairs, ...wildFiles()];
}

function read(...path: string[]): string {
  return readFileSync(join(folder, ...path), 'utf8');
}

/** An atomic as the catalogue of the public workflows has it, as far as tests look at it. */
export interface KnownAtomic {
  readonly workflowId: string;
  readonly canonicalName: string;
  readonly accessTokenOutput?: readonly string[];
  readonly replacedBy?: {
    readonly workflowId: string;
    readonly inputMap: Readonly<Record<string, { readonly to: string }>>;
    readonly unmappedInputs: readonly string[];
    readonly outputMap: Readonly<Record<string, { readonly to: string }>>;
  };
}

export function catalogue(): {
  readonly generators: readonly KnownAtomic[];
  readonly consumers: readonly KnownAtomic[];
} {
  return JSON.parse(read('../catalog/atomics.json')) as ReturnType<typeof catalogue>;
}
