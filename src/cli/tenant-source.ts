import { resolve } from 'node:path';
import { parseSnapshot, SnapshotError, type Snapshot } from '../tenant/snapshot';
import { FileProblem } from './file-problem';
import type { Io } from './io';
import type { ConnectTenant } from './live-tenant';
import { readWorkflow } from './read-workflow';
import type { SnapshotSource } from './tenant-arguments';

/** How a command gets a tenant's state. */
export type ReadTenant = (source: SnapshotSource) => Promise<Snapshot>;

/** Why a tenant's state could not be had: a sentence for people, and the file that it is about. */
export class TenantProblem extends Error {
  readonly file: string;

  constructor(sentence: string, file: string) {
    super(sentence);
    this.file = file;
  }
}

/**
 * From a file, or from the live tenant.
 * @throws {TenantProblem} @throws {TenantError} @throws {UsageError}
 */
export function tenantReader(io: Io, connect: ConnectTenant): ReadTenant {
  return async (source) => {
    switch (source.kind) {
      case 'file':
        return readSnapshotFile(source.path, io);
      case 'live':
        return await connect(source.region, io).takeSnapshot(io.signal);
    }
  };
}

function readSnapshotFile(path: string, io: Io): Snapshot {
  try {
    return parseSnapshot(readWorkflow(resolve(io.cwd, path)));
  } catch (error) {
    if (error instanceof FileProblem || error instanceof SnapshotError) throw new TenantProblem(error.message, path);
    throw error;
  }
}
