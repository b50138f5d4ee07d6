import type { MigrateArguments } from '../arguments';
import { conversionWords, migrationWords } from '../formatters/plan-words';
import { MigrationGroups } from '../migration-groups';
import type { Io } from '../io';
import { nodeHost, type ServiceFactory } from '../node-host';
import { ProjectFiles } from '../project-files';
import { rewriteFiles } from '../rewrite-files';

export async function migrate(args: MigrateArguments, io: Io, createService: ServiceFactory): Promise<number> {
  const projects = new ProjectFiles(io);
  const service = createService(nodeHost(args, io, projects));
  if (args.to === 'legacy') {
    return await rewriteFiles(args, io, {
      words: conversionWords,
      doing: 'Converting',
      projects,
      service,
      plan: (document) => service.planConversion(document),
    });
  }
  const { assumeOptional } = args;
  return await rewriteFiles(args, io, {
    words: migrationWords,
    doing: 'Migrating',
    projects,
    service,
    plan: (document) => service.planMigration(document, { assumeOptional }),
    groups: new MigrationGroups(service, args),
  });
}
