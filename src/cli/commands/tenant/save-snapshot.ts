import { resolve } from 'node:path';
import { printSnapshot, type Snapshot } from '../../../tenant/snapshot';
import { ExitCode } from '../../exit-code';
import { count, printable } from '../../formatters/wording';
import type { Io } from '../../io';
import { Reporter } from '../../reporter';
import { writeFile } from '../../write-file';

export async function saveSnapshot(out: string, snapshot: Snapshot, io: Io): Promise<number> {
  writeFile(resolve(io.cwd, out), printSnapshot(snapshot));
  const { targets, runtime_users: keys, target_groups: groups } = snapshot;
  const held = [
    count(targets.length, 'target'),
    count(keys.length, 'account key'),
    count(groups.length, 'target group'),
  ];
  await new Reporter(io, '', 0).print(`${printable(out)}: ${held.join(', ')}.\n`);
  return ExitCode.clean;
}
