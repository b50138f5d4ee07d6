import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSnapshot, type Snapshot } from '../../../src/tenant/snapshot';
import { root } from '../../support/repository';
import type { TenantDefinition, TenantObject } from '../server/tenant-state';

/** Invented answers of five tenants and the OpenAPI document, kept outside the repository. */
const folder = join(root, '../shared/tenant');
const isThere = existsSync(join(folder, 'examples'));

export const examples = ['a-legacy', 'b-new', 'c-mixed', 'd-xdr', 'e-xdr-legacy'] as const;
export type Example = (typeof examples)[number];

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
  return isThere ? examples.map(exampleTenant) : [];
}

export function exampleSnapshot(name: Example): Snapshot {
  const { targets, runtime_users, target_groups } = exampleTenant(name);
  const lists = { targets, runtime_users, target_groups };
  return parseSnapshot(JSON.stringify({ version: 1, takenAt: '2024-02-20T16:02:41Z', region: 'us', ...lists }));
}

/** One of the answers, by the name of its file. */
export function read(file: string): unknown {
  return readJson(`examples/${file}.json`);
}

export function openApiDocument(): unknown {
  return readJson('automation-subset.relaxed.openapi.json');
}

function exampleTenant(name: Example): TenantDefinition {
  return {
    name,
    targets: read(`${name}.targets`) as TenantObject[],
    runtime_users: read(`${name}.runtime_users`) as TenantObject[],
    target_groups: read('target_groups') as TenantObject[],
  };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'));
}
