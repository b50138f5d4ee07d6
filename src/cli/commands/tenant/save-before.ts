import { resolve } from 'node:path';
import { printSnapshot, type Snapshot } from '../../../tenant/snapshot';
import type { Io } from '../../io';
import { Reporter } from '../../reporter';
import { writeFile } from '../../write-file';

/** Keeps the state before a change in a file of its own, and says where. */
export async function saveBefore(what: 'switch' | 'targets', before: Snapshot, io: Io): Promise<void> {
  const saved = `sxo-before-${what}-${before.takenAt.replace(/\D/g, '')}.json`;
  writeFile(resolve(io.cwd, saved), printSnapshot(before));
  await new Reporter(io, '', 0).note(`The state before is saved in ${saved}.\n`);
}
