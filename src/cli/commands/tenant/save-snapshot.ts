import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { countOf } from '../../../core/text/wording';
import { jsonLine } from '../../../picture/json-line';
import { parseSnapshot, printSnapshot, SnapshotError, type Snapshot } from '../../../tenant/snapshot';
import { ExitCode } from '../../exit-code';
import { FileProblem } from '../../file-problem';
import { printable } from '../../formatters/wording';
import type { Io } from '../../io';
import { readWorkflow } from '../../read-workflow';
import { Reporter } from '../../reporter';
import type { TenantSnapshotArguments } from '../../tenant-arguments';
import { TenantProblem } from '../../tenant-source';
import { writeFile } from '../../write-file';

/** @param read asked only where the snapshot may be written. */
export async function saveSnapshot(
  { out, format }: TenantSnapshotArguments,
  read: () => Promise<Snapshot>,
  io: Io,
): Promise<number> {
  const path = resolve(io.cwd, out);
  insistOnSnapshot(path, out);
  const snapshot = await read();
  writeFile(path, printSnapshot(snapshot));
  const { targets, runtime_users: keys, target_groups: groups } = snapshot;
  const counts = { targets: targets.length, accountKeys: keys.length, targetGroups: groups.length };
  const text = `${printable(out)}: ${countOf(counts.targets, 'target')}, ${countOf(counts.accountKeys, 'account key')}, ${countOf(counts.targetGroups, 'target group')}.\n`;
  const json = `${jsonLine({ version: 1, file: out, ...counts })}\n`;
  await new Reporter(io, '', 0).print(format === 'json' ? json : text);
  return ExitCode.clean;
}

/**
 * A slip of the pen must not cost a workflow: of what is there already, only a snapshot is replaced, or an empty file.
 * @throws {TenantProblem}
 */
function insistOnSnapshot(path: string, out: string): void {
  if (isFree(path)) return;
  try {
    parseSnapshot(readWorkflow(path));
  } catch (error) {
    if (!(error instanceof SnapshotError) && !(error instanceof FileProblem)) throw error;
    throw new TenantProblem(
      'What is there already is no snapshot, and is left as it is. Give another file with --out.',
      out,
    );
  }
}

/** Whatever else is wrong with the place is said when it is written to. */
function isFree(path: string): boolean {
  try {
    const stats = statSync(path);
    return stats.isFile() && stats.size === 0;
  } catch {
    return true;
  }
}
