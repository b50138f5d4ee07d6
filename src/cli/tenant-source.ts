import { resolve } from 'node:path';
import { parseSnapshot, SnapshotError, type Snapshot } from '../tenant/snapshot';
import { FileProblem } from './file-problem';
import type { Io } from './io';
import { readWorkflow } from './read-workflow';
import type { SnapshotSource } from './tenant-arguments';
import { UsageError } from './usage-error';

/** How a command gets a tenant's state; a live client takes its place here. */
export type ReadTenant = (source: SnapshotSource, io: Io) => Promise<Snapshot>;

/** Why a tenant's state could not be had: a sentence for people, and the file that it is about. */
export class TenantProblem extends Error {
  readonly file: string;

  constructor(sentence: string, file: string) {
    super(sentence);
    this.file = file;
  }
}

/** @throws {TenantProblem} @throws {UsageError} */
export const readTenant: ReadTenant = (source, io) => {
  switch (source.kind) {
    case 'file':
      return Promise.resolve().then(() => readSnapshotFile(source.path, io));
    case 'live':
      return Promise.reject(new UsageError('--region cannot be used yet; give a snapshot with --snapshot FILE.'));
  }
};

function readSnapshotFile(path: string, io: Io): Snapshot {
  try {
    return parseSnapshot(readWorkflow(resolve(io.cwd, path)));
  } catch (error) {
    if (error instanceof FileProblem || error instanceof SnapshotError) throw new TenantProblem(error.message, path);
    throw error;
  }
}
