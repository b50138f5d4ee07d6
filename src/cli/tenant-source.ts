import { resolve } from 'node:path';
import { missingInWords } from '../tenant/missing-in-words';
import { parseSnapshot, SnapshotError, type Snapshot } from '../tenant/snapshot';
import type { TenantClient } from '../tenant/tenant-client';
import { FileProblem } from './file-problem';
import type { Io } from './io';
import type { ConnectTenant } from './live-tenant';
import { readWorkflow } from './read-workflow';
import { Reporter } from './reporter';
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
        return await readLive(connect(source.region, io), io);
    }
  };
}

/** What is missing is missing in all that follows, so it has to be said. */
async function readLive(client: TenantClient, io: Io): Promise<Snapshot> {
  const snapshot = await client.takeSnapshot(io.signal);
  const missing = missingInWords(client.leftOut);
  if (missing !== undefined) await new Reporter(io, '', 0).complain(missing);
  return snapshot;
}

function readSnapshotFile(path: string, io: Io): Snapshot {
  try {
    return parseSnapshot(readWorkflow(resolve(io.cwd, path)));
  } catch (error) {
    if (error instanceof FileProblem || error instanceof SnapshotError) throw new TenantProblem(error.message, path);
    throw error;
  }
}
