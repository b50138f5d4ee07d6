import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './usage-error';
import type { WorkflowFile } from './workflow-files';

/**
 * Where `--out` writes each file.
 * @throws {UsageError} before anything is written, when two files would meet or a file would replace an input.
 */
export function outputPaths(files: readonly WorkflowFile[], directory: string): ReadonlyMap<WorkflowFile, string> {
  insistOnFolder(directory);
  const inputs = new Map(files.map((file) => [real(file.path ?? ''), file]));
  const outputs = new Map<WorkflowFile, string>();
  const taken = new Map<string, WorkflowFile>();
  for (const file of files) {
    const output = join(directory, file.relative);
    const other = taken.get(output);
    if (other !== undefined) {
      throw new UsageError(
        `${other.name} and ${file.name} would both be written to ${output}; give each its own --out.`,
      );
    }
    const input = inputs.get(real(output));
    if (input !== undefined) {
      throw new UsageError(
        `--out would replace the input ${input.name}; use --write for that, or name another folder.`,
      );
    }
    taken.set(output, file);
    outputs.set(file, output);
  }
  return outputs;
}

/** @throws {UsageError} where `--out` names a file. */
export function insistOnFolder(directory: string): void {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new UsageError(`--out needs a folder, and ${directory} is a file.`);
  }
}

/** Follows links also where the end of the path does not exist yet. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(real(parent), basename(path));
  }
}
