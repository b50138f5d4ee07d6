import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/repository';
import type { TenantDefinition, TenantObject } from '../server/tenant-state';

/** Answers of five tenants and the OpenAPI document, kept outside the repository. */
const folder = join(root, '../shared/tenant');
const isThere = existsSync(join(folder, 'examples'));

/** A suite over the example tenants; where they are not there, it says so in the list of tests. */
export function describeExamples(title: string, define: () => void): void {
  if (isThere) {
    describe(title, define);
  } else {
    describe(`${title}: SKIPPED, the example tenants are not in ../shared/tenant`, () => {
      it('needs ../shared/tenant beside the repository');
    });
  }
}

export function exampleTenants(): TenantDefinition[] {
  if (!isThere) return [];
  const target_groups = read('examples/target_groups.json') as TenantObject[];
  return ['a-legacy', 'b-new', 'c-mixed', 'd-xdr', 'e-xdr-legacy'].map((name) => ({
    name,
    targets: read(`examples/${name}.targets.json`) as TenantObject[],
    runtime_users: read(`examples/${name}.runtime_users.json`) as TenantObject[],
    target_groups,
  }));
}

export function openApiDocument(): unknown {
  return read('automation-subset.relaxed.openapi.json');
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'));
}
