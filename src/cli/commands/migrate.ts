import type { MigrateArguments } from '../arguments';
import { migrationWords } from '../formatters/plan-words';
import type { Io } from '../io';
import { nodeHost, type ServiceFactory } from '../node-host';
import { ProjectFiles } from '../project-files';
import { rewriteFiles } from '../rewrite-files';

export async function migrate(args: MigrateArguments, io: Io, createService: ServiceFactory): Promise<number> {
  const projects = new ProjectFiles(io);
  const service = createService(nodeHost(args, io, projects));
  const { assumeOptional } = args;
  return await rewriteFiles(args, io, {
    words: migrationWords,
    doing: 'Migrating',
    projects,
    plan: (document) => service.planMigration(document, { assumeOptional }),
  });
}
