import { realpathSync } from 'node:fs';
import { DefinitionIndex } from '../core/definition-index';
import type { DocumentSnapshot, LanguageService, MigrationPlan } from '../core/language-service';
import { writeAllOrNone } from './all-or-none';
import { nextTurn } from './event-loop';
import { FileProblem } from './file-problem';
import type { Io } from './io';
import { readAgain } from './read-workflow';
import type { WorkflowFile } from './workflow-files';
import { replaceFile, writeFileForNow } from './write-file';

/** A file of a group with its part of the common plan. */
export interface GroupMember {
  readonly document: DocumentSnapshot;
  readonly plan: MigrationPlan;
  readonly written: boolean;
}

interface PlannedFile {
  readonly path: string;
  readonly document: DocumentSnapshot;
  readonly plan: MigrationPlan;
  /** Where the result goes, if not into the file itself. */
  readonly output: string | undefined;
}

/** The files that hang together by definitions and calls. Only ids are kept of them, until one of a group is due. */
export class MigrationGroups {
  readonly #groups = new Map<string, readonly string[]>();
  readonly #members = new Map<string, GroupMember>();
  readonly #problems = new Map<string, FileProblem>();
  readonly #outputs = new Map<string, string>();
  readonly #service: LanguageService;
  readonly #assumeOptional: boolean;
  readonly #isWriting: boolean;

  constructor(service: LanguageService, args: { readonly assumeOptional: boolean; readonly output: string }) {
    this.#service = service;
    this.#assumeOptional = args.assumeOptional;
    this.#isWriting = args.output === 'write';
  }

  /**
   * Looks through the files; what cannot be read now is complained about when its turn comes.
   * @param outputs where results go that do not replace their file.
   */
  async find(
    files: readonly WorkflowFile[],
    io: Pick<Io, 'signal'>,
    outputs: ReadonlyMap<WorkflowFile, string> = new Map(),
  ): Promise<void> {
    if (files.length < 2) return;
    for (const [{ path }, output] of outputs) if (path !== null) this.#outputs.set(path, output);
    const index = new DefinitionIndex();
    const seen = new Set<string>();
    for (const { path } of files) {
      await nextTurn();
      if (io.signal.aborted) return;
      const document = path === null ? undefined : readAgain(path);
      // Through a link, a definition is not another one.
      const real = document && path !== null ? realpathSync(path) : '';
      if (!document || path === null || seen.has(real)) continue;
      seen.add(real);
      index.set(path, document.text);
    }
    const groups = await index.groups((path) => {
      const document = readAgain(path);
      return document ? this.#service.passes(document) : { tokens: new Set(), anything: new Set() };
    });
    for (const group of groups) for (const path of group) this.#groups.set(path, group);
  }

  /**
   * Plans the whole group of a file, and writes it where that is asked for, when its first file is due.
   * @throws {FileProblem} where a file of the group cannot be written; then all are as they were.
   */
  take({ path }: WorkflowFile): GroupMember | undefined {
    if (path === null) return undefined;
    const group = this.#groups.get(path);
    if (group) this.#carryOut(group);
    const problem = this.#problems.get(path);
    if (problem) throw problem;
    const member = this.#members.get(path);
    this.#members.delete(path);
    return member;
  }

  #carryOut(group: readonly string[]): void {
    for (const path of group) this.#groups.delete(path);
    const documents = group.flatMap((path) => {
      const document = readAgain(path);
      return document ? [{ path, document }] : [];
    });
    const plans = this.#service.planMigrations(
      documents.map(({ document }) => document),
      { assumeOptional: this.#assumeOptional },
    );
    const planned = documents.flatMap((each, index): PlannedFile[] => {
      const plan = plans[index];
      return plan ? [{ ...each, plan, output: this.#outputs.get(each.path) }] : [];
    });
    const written = new Set(planned.filter((file) => this.#isToWrite(file)));
    for (const file of planned) this.#members.set(file.path, { ...file, written: written.has(file) });
    try {
      writeAllOrNone(Array.from(written, (file) => ({ path: file.path, write: () => write(file) })));
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      for (const { path } of written) this.#problems.set(path, error);
    }
  }

  #isToWrite({ plan, output }: PlannedFile): boolean {
    if (plan.status === 'failed') return false;
    return output !== undefined || (this.#isWriting && plan.edits.length > 0);
  }
}

/** @returns what takes it back. */
function write({ path, document: { text }, plan: { newText }, output }: PlannedFile): () => void {
  if (output !== undefined) return writeFileForNow(output, newText);
  replaceFile(path, text, newText);
  return () => {
    replaceFile(path, newText, text);
  };
}
