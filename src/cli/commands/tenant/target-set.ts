import type { LanguageService } from '../../../core/language-service';
import type { VocabularyChoice } from '../../../core/vocabulary';
import type { Region } from '../../../tenant/regions';
import type { Snapshot } from '../../../tenant/snapshot';
import type { TenantState } from '../../../tenant/state/tenant-state';
import type { WorkspaceIndex } from '../../../tenant/state/workspace-index';
import { impactOf } from '../../../tenant/switch/switch-impact';
import { planTargetSet, type TargetSetPlan } from '../../../tenant/target-set/plan-target-set';
import { TargetSetRefused } from '../../../tenant/target-set/set-key';
import { changesOf, leftToPerson } from '../../../tenant/target-set/set-steps';
import { regionOfState } from '../../../tenant/target-set/target-set';
import { ExitCode } from '../../exit-code';
import { targetSetJson, targetSetText } from '../../formatters/target-set';
import { indexFiles } from '../../index-files';
import type { Io } from '../../io';
import type { ConnectTenant } from '../../live-tenant';
import { Reporter } from '../../reporter';
import type { SnapshotSource, TenantTargetsArguments } from '../../tenant-arguments';
import { UsageError } from '../../usage-error';
import { carryOutTargetSet, newKeyCredentials } from './apply-target-set';
import { stateFrom } from './state-from';

export async function targetSet(
  args: TenantTargetsArguments,
  snapshot: Snapshot,
  io: Io,
  service: LanguageService,
  choice: VocabularyChoice,
  connect: ConnectTenant,
): Promise<number> {
  const { source, paths, format } = args;
  const { index, names, exitCode } = await indexFiles(paths, io, service, choice);
  const plan = planOrRefuse(args, stateFrom(source, snapshot, choice), index);
  const client = source.kind === 'live' ? connect(source.region, io) : undefined;
  const impacts = client ? await impactOf({ steps: changesOf(plan) }, client, io.signal) : [];
  const nameOf = (uri: string) => names.get(uri) ?? uri;
  const text =
    format === 'json'
      ? targetSetJson(plan, impacts, nameOf)
      : targetSetText(plan, impacts, nameOf, io.colour, args.apply);
  await new Reporter(io, '', 0).print(text);
  if (exitCode !== ExitCode.clean) return exitCode;
  if (args.apply && client) return await carryOutTargetSet(plan, snapshot, client, io);
  return isLeftToPerson(plan, io) ? ExitCode.findings : ExitCode.clean;
}

function planOrRefuse(
  { method, suffix, key, source }: TenantTargetsArguments,
  state: TenantState,
  index: WorkspaceIndex,
): TargetSetPlan {
  try {
    return planTargetSet({ method, suffix, region: regionFrom(source, state) }, key, state, index);
  } catch (error) {
    if (error instanceof TargetSetRefused) throw new UsageError(error.message);
    throw error;
  }
}

/** What a tenant tells counts for more than what was typed, as with the address of another server. */
function regionFrom(source: SnapshotSource, state: TenantState): Region {
  const region = regionOfState(state) ?? (source.kind === 'live' ? source.region : undefined);
  if (region !== undefined) return region;
  throw new UsageError(
    'The snapshot does not tell the region, on which the addresses of the targets depend: add "region" to it, one of ' +
      'us, eu and apjc.',
  );
}

function isLeftToPerson(plan: TargetSetPlan, { env }: Io): boolean {
  const lacksClient = plan.key.state === 'to-create' && newKeyCredentials(env) === undefined;
  return lacksClient || plan.notFitting.length > 0 || leftToPerson(plan).length > 0;
}
