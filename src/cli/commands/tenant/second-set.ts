import type { Snapshot } from '../../../tenant/snapshot';
import { planSecondSet, SecondSetRefused, type SecondSetPlan } from '../../../tenant/second-set/second-set-plan';
import { ExitCode } from '../../exit-code';
import { isDone, secondSetJson, secondSetText } from '../../formatters/second-set';
import type { Io } from '../../io';
import { Reporter } from '../../reporter';
import type { TenantSecondSetArguments } from '../../tenant-arguments';
import { UsageError } from '../../usage-error';
import { stateFrom } from './state-from';

export async function secondSet(args: TenantSecondSetArguments, snapshot: Snapshot, io: Io): Promise<number> {
  const plan = planOrRefuse(args, snapshot);
  await new Reporter(io, '', 0).print(args.format === 'json' ? secondSetJson(plan) : secondSetText(plan, io.colour));
  return plan.targets.every(isDone) ? ExitCode.clean : ExitCode.findings;
}

function planOrRefuse({ source, suffix, method }: TenantSecondSetArguments, snapshot: Snapshot): SecondSetPlan {
  try {
    return planSecondSet(stateFrom(source, snapshot), suffix, method);
  } catch (error) {
    if (error instanceof SecondSetRefused) throw new UsageError(error.message);
    throw error;
  }
}
