import type { LanguageService } from '../../../core/language-service';
import { checkAgainstTenant } from '../../../tenant/rules/check-against-tenant';
import type { Snapshot } from '../../../tenant/snapshot';
import { checkFiles } from '../../check-files';
import type { Io } from '../../io';
import type { TenantCheckArguments } from '../../tenant-arguments';
import { stateFrom } from './state-from';

export async function checkTenant(
  args: TenantCheckArguments,
  snapshot: Snapshot,
  io: Io,
  service: LanguageService,
): Promise<number> {
  const state = stateFrom(args.source, snapshot);
  return await checkFiles(args, io, (document) => {
    // What is broken cannot be judged in full, and has to be said here, too.
    const broken = service.diagnose(document).filter(({ code }) => code === 'json-syntax');
    const inventory = service.inventory(document);
    const found = checkAgainstTenant(inventory, (path) => service.locate(document, path), state);
    return { isWorkflow: inventory.workflows.length > 0, diagnostics: [...broken, ...found] };
  });
}
