import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { DefinitionIndex } from '../core/definition-index';
import type { DocumentSnapshot } from '../core/language-service';
import { largestFile, readAgain } from './read-workflow';
import type { WorkflowFile } from './workflow-files';

/**
 * The workflows that the files of a run define, for tokens that go from one of them into another. Nothing is read for
 * it before a definition is asked for, and then only ids are kept.
 */
export class FileDefinitions {
  #paths: readonly string[] = [];
  #index: DefinitionIndex | undefined;

  /** @param files those that the PATH arguments stand for. */
  lookIn(files: readonly WorkflowFile[]): void {
    this.#paths = files.flatMap(({ path }) => path ?? []);
    this.#index = undefined;
  }

  of(workflowId: string): readonly DocumentSnapshot[] {
    // A file that stands alone asks for what others define.
    if (this.#paths.length < 2) return [];
    this.#index ??= indexOf(this.#paths);
    const seen = new Set<string>();
    return this.#index.filesDefining(workflowId).flatMap((path) => {
      const document = readAgain(path);
      // Through a link, a definition is not another one.
      const real = document && realpathSync(path);
      if (!document || real === undefined || seen.has(real)) return [];
      seen.add(real);
      return [document];
    });
  }
}

function indexOf(paths: readonly string[]): DefinitionIndex {
  const index = new DefinitionIndex();
  const scratch = new Scratch();
  for (const path of paths) index.set(path, namedWorkflows(scratch.read(path)));
  return index;
}

const namedWorkflow = Buffer.from('"definition_workflow_');

/** Each id of a workflow, and what stands before it: to make texts of all the bytes would cost several times as much. */
function namedWorkflows(bytes: Buffer): string {
  const places: string[] = [];
  for (let at = bytes.indexOf(namedWorkflow); at >= 0; at = bytes.indexOf(namedWorkflow, at + 1)) {
    const end = bytes.indexOf('"', at + 1) + 1;
    places.push(bytes.toString('latin1', Math.max(0, at - 64), end));
  }
  return places.join('\n');
}

/** One memory for file after file, as nothing of them is kept. */
class Scratch {
  #memory = Buffer.alloc(0);

  /** Nothing where it cannot be read: that is said when its turn comes. */
  read(path: string): Buffer {
    try {
      const stats = statSync(path);
      if (!stats.isFile() || stats.size > largestFile) return this.#memory.subarray(0, 0);
      if (stats.size > this.#memory.length) this.#memory = Buffer.allocUnsafeSlow(2 * stats.size);
      const file = openSync(path, 'r');
      try {
        return this.#memory.subarray(0, readSync(file, this.#memory, 0, stats.size, 0));
      } finally {
        closeSync(file);
      }
    } catch {
      return this.#memory.subarray(0, 0);
    }
  }
}
