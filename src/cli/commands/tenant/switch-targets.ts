import type { LanguageService } from '../../../core/language-service';
import type { VocabularyChoice } from '../../../core/vocabulary';
import type { Snapshot } from '../../../tenant/snapshot';
import { impactOf } from '../../../tenant/switch/switch-impact';
import { planSwitch, SwitchRefused, type SwitchPlan } from '../../../tenant/switch/switch-plan';
import type { TenantState } from '../../../tenant/state/tenant-state';
import type { WorkspaceIndex } from '../../../tenant/state/workspace-index';
import { ExitCode } from '../../exit-code';
import { switchPlanJson, switchPlanText } from '../../formatters/switch-plan';
import { indexFiles } from '../../index-files';
import type { Io } from '../../io';
import type { ConnectTenant } from '../../live-tenant';
import { Reporter } from '../../reporter';
import type { TenantSwitchArguments } from '../../tenant-arguments';
import { UsageError } from '../../usage-error';
import { carryOutSwitch } from './apply-switch';
import { stateFrom } from './state-from';

export async function switchTargets(
  { source, key, apply, paths, format }: TenantSwitchArguments,
  snapshot: Snapshot,
  io: Io,
  service: LanguageService,
  choice: VocabularyChoice,
  connect: ConnectTenant,
): Promise<number> {
  const { index, names, exitCode } = await indexFiles(paths, io, service, choice);
  const plan = planOrRefuse(stateFrom(source, snapshot, choice), key, index);
  const client = source.kind === 'live' ? connect(source.region, io) : undefined;
  const impacts = client ? await impactOf(plan, client, io.signal) : [];
  const nameOf = (uri: string) => names.get(uri) ?? uri;
  const text =
    format === 'json' ? switchPlanJson(plan, impacts, nameOf) : switchPlanText(plan, impacts, nameOf, io.colour, apply);
  await new Reporter(io, '', 0).print(text);
  if (exitCode !== ExitCode.clean) {
    if (apply) await new Reporter(io, '', 0).complain('Nothing was switched, as not all workflows could be looked at.');
    return exitCode;
  }
  if (apply && client) return await carryOutSwitch(plan, snapshot, client, io);
  return plan.notMigrated.length > 0 ? ExitCode.findings : ExitCode.clean;
}

function planOrRefuse(state: TenantState, key: string, index: WorkspaceIndex): SwitchPlan {
  try {
    return planSwitch(state, key, index);
  } catch (error) {
    if (error instanceof SwitchRefused) throw new UsageError(error.message);
    throw error;
  }
}
