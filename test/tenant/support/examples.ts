import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSnapshot, type Snapshot } from '../../../src/tenant/snapshot';
import { root } from '../../support/repository';

/** Invented answers of five tenants, kept outside the repository. */
const folder = join(root, '../shared/tenant/examples');

export const examples = ['a-legacy', 'b-new', 'c-mixed', 'd-xdr', 'e-xdr-legacy'] as const;
export type Example = (typeof examples)[number];

/** A suite over the five tenants; where they are not there, it says so in the list of tests. */
export function describeExamples(title: string, define: () => void): void {
  if (existsSync(folder)) {
    describe(title, define);
  } else {
    describe(`${title}: SKIPPED, the example tenants are not in ../shared/tenant`, () => {
      it('needs ../shared/tenant beside the repository');
    });
  }
}

export function exampleSnapshot(name: Example): Snapshot {
  const parts = { targets: `${name}.targets`, runtime_users: `${name}.runtime_users`, target_groups: 'target_groups' };
  const lists = Object.entries(parts).map(([part, file]) => [part, read(file)] as const);
  return parseSnapshot(
    JSON.stringify({ version: 1, takenAt: '2024-02-20T16:02:41Z', region: 'us', ...Object.fromEntries(lists) }),
  );
}

export function read(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'));
}
