import type { VocabularyChoice } from '../../../core/vocabulary';
import { TenantError } from '../../../tenant/api/tenant-error';
import { ExitCode } from '../../exit-code';
import { FileProblem } from '../../file-problem';
import type { Io } from '../../io';
import { connectTenant, type ConnectTenant } from '../../live-tenant';
import { nodeHost, type ServiceFactory } from '../../node-host';
import { ProjectFiles } from '../../project-files';
import { Reporter } from '../../reporter';
import type { TenantArguments } from '../../tenant-arguments';
import { TenantProblem, tenantReader } from '../../tenant-source';
import { checkTenant } from './check-tenant';
import { diffTenants } from './diff-tenants';
import { saveSnapshot } from './save-snapshot';
import { showTenant } from './show-tenant';
import { switchTargets } from './switch-targets';
import { targetSet } from './target-set';

/** @param connect how a live tenant is had. */
export async function tenant(
  args: TenantArguments,
  io: Io,
  createService: ServiceFactory,
  connect: ConnectTenant = connectTenant,
): Promise<number> {
  try {
    return await carryOut(args, io, createService, connect);
  } catch (error) {
    const isFile = error instanceof TenantProblem;
    if (!isFile && !(error instanceof TenantError) && !(error instanceof FileProblem)) throw error;
    await new Reporter(io, '', 0).complain(error.message, isFile ? error.file : undefined);
    return io.signal.aborted ? ExitCode.interrupted : ExitCode.trouble;
  }
}

async function carryOut(
  args: TenantArguments,
  io: Io,
  createService: ServiceFactory,
  connect: ConnectTenant,
): Promise<number> {
  const projects = new ProjectFiles(io);
  const host = nodeHost('vocabulary' in args ? args : {}, io, projects);
  const service = createService(host);
  const read = tenantReader(io, connect);
  // A tenant lies in no folder: the project file of the current one counts.
  const choice = (): VocabularyChoice => host.configuration('').vocabulary;
  switch (args.command) {
    case 'tenant show':
      return await showTenant(args, args.source ? await read(args.source) : null, io, service, choice());
    case 'tenant check':
      return await checkTenant(args, await read(args.source), io, service, host, projects);
    case 'tenant diff':
      return await diffTenants(args, await read(args.before), await read(args.after), io);
    case 'tenant switch':
      return await switchTargets(args, await read(args.source), io, service, choice(), connect);
    case 'tenant targets':
      return await targetSet(args, await read(args.source), io, service, choice(), connect);
    case 'tenant snapshot':
      return await saveSnapshot(args, () => read(args.source), io);
  }
}
