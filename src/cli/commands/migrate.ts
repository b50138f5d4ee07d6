import type { MigrateArguments } from '../arguments';
import { conversionWords, migrationWords } from '../formatters/plan-words';
import type { Io } from '../io';
import { nodeHost, type ServiceFactory } from '../node-host';
import { ProjectFiles } from '../project-files';
import { rewriteFiles } from '../rewrite-files';

export async function migrate(args: MigrateArguments, io: Io, createService: ServiceFactory): Promise<number> {
  const projects = new ProjectFiles(io);
  const service = createService(nodeHost(args, io, projects));
  const { to, assumeOptional } = args;
  return await rewriteFiles(args, io, {
    words: to === 'legacy' ? conversionWords : migrationWords,
    doing: to === 'legacy' ? 'Converting' : 'Migrating',
    projects,
    plan: (document) =>
      to === 'legacy' ? service.planConversion(document) : service.planMigration(document, { assumeOptional }),
  });
}
