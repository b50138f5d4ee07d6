import type { Snapshot } from '../../../tenant/snapshot';
import { differenceOf } from '../../../tenant/state/difference';
import { ExitCode } from '../../exit-code';
import { differenceJson, differenceText } from '../../formatters/tenant-difference';
import type { Io } from '../../io';
import { Reporter } from '../../reporter';
import type { TenantDiffArguments } from '../../tenant-arguments';
import { stateFrom } from './state-from';

export async function diffTenants(
  args: TenantDiffArguments,
  before: Snapshot,
  after: Snapshot,
  io: Io,
): Promise<number> {
  const difference = differenceOf(stateFrom(args.before, before, 'auto'), stateFrom(args.after, after, 'auto'));
  const text = args.format === 'json' ? differenceJson(difference) : differenceText(difference, io.colour);
  await new Reporter(io, '', 0).print(text);
  const { targets, accountKeys, targetGroups } = difference;
  return targets.length + accountKeys.length + targetGroups.length > 0 ? ExitCode.findings : ExitCode.clean;
}
