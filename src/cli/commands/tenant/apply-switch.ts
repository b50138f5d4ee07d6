import { countOf } from '../../../core/text/wording';
import type { Snapshot } from '../../../tenant/snapshot';
import { applySwitch, putBack } from '../../../tenant/switch/apply-switch';
import { whatMayArrive } from '../../../tenant/switch/surprise';
import type { SwitchPlan } from '../../../tenant/switch/switch-plan';
import type { TenantClient } from '../../../tenant/tenant-client';
import { ExitCode } from '../../exit-code';
import { printable } from '../../formatters/wording';
import type { Io } from '../../io';
import { Reporter } from '../../reporter';
import { saveBefore } from './save-before';

/** Carries a plan out; at the first surprise it stops, and puts back what it changed. */
export async function carryOutSwitch(
  plan: SwitchPlan,
  before: Snapshot,
  client: TenantClient,
  io: Io,
): Promise<number> {
  const reporter = new Reporter(io, '', 0);
  if (plan.steps.length === 0) return ExitCode.clean;
  await saveBefore('switch', before, io);

  const { switched, surprise } = await applySwitch(plan, client, io.signal);
  if (surprise === undefined) {
    await reporter.note(`${countOf(switched.length, 'target')} switched to "${printable(plan.key.name)}".\n`);
    return ExitCode.clean;
  }
  // What was begun is put back even where the user has interrupted, and before a word: nobody may be listening.
  const { restored, late, left } = await putBack(switched, client, new AbortController().signal);
  await reporter.complain(`The switch stopped. ${surprise}${switched.length === 0 ? ' Nothing was changed.' : ''}`);
  if (restored.length > 0)
    await reporter.note(`Put back: ${printable(restored.map(({ name }) => name).join(', '))}.\n`);
  if (late.length > 0) await reporter.complain(whatMayArrive(late.map(({ name }) => name)));
  for (const { target, reason } of left) await reporter.complain(`${target.name} could not be put back. ${reason}`);
  return io.signal.aborted && left.length === 0 ? ExitCode.interrupted : ExitCode.trouble;
}
