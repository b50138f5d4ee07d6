// A server on this computer that speaks the API of a tenant, with the invented ones of samples/tenants: for trying the
// explorer without an account. It is the very server that the tests use.
import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot, temporaryFolder } from './command.mjs';

/** @param further tenants besides those of samples/. */
export async function startExampleTenants(further = []) {
  const outfile = join(temporaryFolder('tenants'), 'tenant-server.mjs');
  await build({
    entryPoints: [join(projectRoot, 'test', 'tenant', 'server', 'tenant-server.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const { startTenantServer } = await import(pathToFileURL(outfile).href);
  const folder = join(projectRoot, 'samples', 'tenants');
  const tenants = readdirSync(folder).map((file) => ({ name: file.replace(/\.json$/, ''), ...JSON.parse(readFileSync(join(folder, file), 'utf8')) }));
  tenants.push(...further);
  const server = await startTenantServer({ tenants });
  return { server, names: tenants.map(({ name }) => name) };
}
