import { parseArguments, type Arguments } from './arguments';
import { ExitCode } from './exit-code';
import { errorCode } from './file-problem';
import type { Io } from './io';
import type { ServiceFactory } from './node-host';
import { Reporter } from './reporter';
import { UsageError } from './usage-error';

/** The command line as a function: from arguments and streams to an exit code. */
export async function run(args: readonly string[], io: Io, createService?: ServiceFactory): Promise<number> {
  const reporter = new Reporter(io, '', 0);
  try {
    return await execute(parseArguments(args), io, createService);
  } catch (error) {
    // Whoever read our output has seen enough: no reason to complain.
    if (errorCode(error) === 'EPIPE') return ExitCode.brokenPipe;
    if (error instanceof UsageError) {
      await reporter.complain(`${error.message} See sxo --help.`);
      return ExitCode.trouble;
    }
    await reporter.complain(await reporter.unexpected(error));
    return ExitCode.trouble;
  }
}

/** What a command needs is loaded when it is called for, which keeps help and usage errors instant. */
async function execute(parsed: Arguments, io: Io, createService: ServiceFactory | undefined): Promise<number> {
  switch (parsed.command) {
    case 'help': {
      const { helpOn } = await import('./help.js');
      await io.stdout.write(helpOn(parsed.topic));
      return ExitCode.clean;
    }
    case 'version': {
      const { version } = await import('./version.js');
      await io.stdout.write(`${version}\n`);
      return ExitCode.clean;
    }
    case 'check': {
      const { check } = await import('./commands/check.js');
      return await check(parsed, io, createService ?? (await realService()));
    }
    case 'migrate': {
      const { migrate } = await import('./commands/migrate.js');
      return await migrate(parsed, io, createService ?? (await realService()));
    }
    case 'retarget': {
      const { retarget } = await import('./commands/retarget.js');
      return await retarget(parsed, io, createService ?? (await realService()));
    }
    case 'graph': {
      const { graph } = await import('./commands/graph.js');
      return await graph(parsed, io, createService ?? (await realService()));
    }
    case 'doc': {
      const { doc } = await import('./commands/doc.js');
      return await doc(parsed, io, createService ?? (await realService()));
    }
    case 'tenant show':
    case 'tenant check':
    case 'tenant diff':
    case 'tenant switch':
    case 'tenant targets':
    case 'tenant snapshot': {
      const { tenant } = await import('./commands/tenant/tenant.js');
      return await tenant(parsed, io, createService ?? (await realService()));
    }
  }
}

async function realService(): Promise<ServiceFactory> {
  const { createLanguageService } = await import('../core/service.js');
  return createLanguageService;
}
