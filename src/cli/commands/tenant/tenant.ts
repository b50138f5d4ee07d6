import { ExitCode } from '../../exit-code';
import type { Io } from '../../io';
import { nodeHost, type ServiceFactory } from '../../node-host';
import { Reporter } from '../../reporter';
import type { TenantArguments } from '../../tenant-arguments';
import { readTenant, TenantProblem, type ReadTenant } from '../../tenant-source';
import { UsageError } from '../../usage-error';
import { checkTenant } from './check-tenant';
import { diffTenants } from './diff-tenants';
import { showTenant } from './show-tenant';
import { switchTargets } from './switch-targets';

/** @param read how a snapshot is had; tests and a live client hand in their own. */
export async function tenant(
  args: TenantArguments,
  io: Io,
  createService: ServiceFactory,
  read: ReadTenant = readTenant,
): Promise<number> {
  try {
    return await carryOut(args, io, createService, read);
  } catch (error) {
    if (!(error instanceof TenantProblem)) throw error;
    await new Reporter(io, '', 0).complain(error.message, error.file);
    return ExitCode.trouble;
  }
}

async function carryOut(
  args: TenantArguments,
  io: Io,
  createService: ServiceFactory,
  read: ReadTenant,
): Promise<number> {
  const service = createService(nodeHost({}, io));
  switch (args.command) {
    case 'tenant show':
      return await showTenant(args, args.source ? await read(args.source, io) : null, io, service);
    case 'tenant check':
      return await checkTenant(args, await read(args.source, io), io, service);
    case 'tenant diff':
      return await diffTenants(args, await read(args.before, io), await read(args.after, io), io);
    case 'tenant switch':
      if (args.apply) throw new UsageError('--apply cannot be used yet; without it the plan is shown.');
      return await switchTargets(args, await read(args.source, io), io, service);
    case 'tenant snapshot':
      throw new UsageError('sxo tenant snapshot cannot be used yet: it needs a connection to the tenant.');
  }
}
