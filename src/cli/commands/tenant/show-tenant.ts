import type { LanguageService } from '../../../core/language-service';
import type { VocabularyChoice } from '../../../core/vocabulary';
import type { Snapshot } from '../../../tenant/snapshot';
import { verdictOn } from '../../../tenant/state/method';
import type { TargetState } from '../../../tenant/state/tenant-state';
import { tenantJson } from '../../formatters/tenant-json';
import { tenantText } from '../../formatters/tenant-text';
import { indexFiles } from '../../index-files';
import type { Io } from '../../io';
import { Reporter } from '../../reporter';
import type { TenantShowArguments } from '../../tenant-arguments';
import type { ShownTenant } from '../../tenant-report';
import { stateFrom } from './state-from';

export async function showTenant(
  { source, paths, format }: TenantShowArguments,
  snapshot: Snapshot | null,
  io: Io,
  service: LanguageService,
  choice: VocabularyChoice,
): Promise<number> {
  const { index, names, exitCode } = await indexFiles(paths, io, service, choice);
  const state = source && snapshot ? stateFrom(source, snapshot, choice) : index.state;
  const { method, evidence, targets } = verdictOn(state);

  const usedBy = (target: TargetState) =>
    index.usersOfTarget(target).map(({ uri, workflow, activity, title }) => ({
      file: names.get(uri) ?? uri,
      workflow,
      activity: activity === null ? null : title,
    }));
  const shown: ShownTenant = {
    source: state.source,
    vocabulary: state.vocabulary,
    method,
    evidence,
    targets: targets.map((verdict) => ({
      name: verdict.target.name,
      method: verdict.method,
      key: verdict.target.accountKey?.name ?? null,
      keyType: verdict.target.accountKey?.type ?? null,
      usedBy: usedBy(verdict.target),
      host: verdict.target.host,
      keyTypeName: verdict.target.accountKey?.typeName ?? null,
    })),
    accountKeys: state.accountKeys.map(({ name, type, typeName, isTokenKey }) => ({
      name,
      type,
      typeName,
      isTokenKey,
    })),
    wasIndexed: paths.length > 0,
  };
  await new Reporter(io, '', 0).print(format === 'json' ? tenantJson(shown) : tenantText(shown, io.colour));
  return exitCode;
}
