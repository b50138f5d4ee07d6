import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/repository';
import type { TenantDefinition } from '../server/tenant-state';
import { exampleTenants } from './examples';

const folder = join(root, 'samples/tenants');

/** The tenants of samples/, and those that are kept outside the repository where they are there. */
export function allExampleTenants(): TenantDefinition[] {
  const samples = readdirSync(folder).map((file): TenantDefinition => {
    const definition = JSON.parse(readFileSync(join(folder, file), 'utf8')) as TenantDefinition;
    return { ...definition, name: file.replace('.json', '') };
  });
  return [...samples, ...exampleTenants()];
}
