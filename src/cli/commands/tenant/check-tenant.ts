import type { LanguageServiceHost } from '../../../core/host';
import type { LanguageService } from '../../../core/language-service';
import { checkDocument } from '../../../tenant/rules/check-document';
import type { Snapshot } from '../../../tenant/snapshot';
import { tenantRuleCodes } from '../../../tenant/tenant-rule-code';
import { checkFiles } from '../../check-files';
import type { Io } from '../../io';
import type { ProjectFiles } from '../../project-files';
import type { TenantCheckArguments } from '../../tenant-arguments';
import { stateFrom } from './state-from';

const asked: ReadonlySet<string> = new Set(tenantRuleCodes);

export async function checkTenant(
  args: TenantCheckArguments,
  snapshot: Snapshot,
  io: Io,
  service: LanguageService,
  host: LanguageServiceHost,
  projects: ProjectFiles,
): Promise<number> {
  const state = stateFrom(args.source, snapshot, args.vocabulary ?? 'auto');
  return await checkFiles(args, io, {
    projects,
    isAsked: (rule) => asked.has(rule),
    look: (document) => {
      // What is broken cannot be judged in full, and has to be said here, too.
      const broken = service.diagnose(document).filter(({ code }) => code === 'json-syntax');
      const found = checkDocument(document, state, service, host.configuration(document.uri));
      return { ...found, diagnostics: [...broken, ...found.diagnostics] };
    },
  });
}
