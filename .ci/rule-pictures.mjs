// What the pictures in docs/rules/pictures show: a workflow and a tenant, all of them written for this project.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './command.mjs';

/** By the code of a rule: the file, of samples/ or of the rule's own fixtures, and the name of the tenant. */
export const rulePictures = {
  'tenant-target-missing': { file: 'refresh-logic.json', tenant: 'token' },
  'tenant-method-mismatch': { file: 'direct-input.json', tenant: 'token' },
  'account-key-override': ofFixtures('account-key-override'),
  'duplicate-name': ofFixtures('duplicate-name'),
  'remote-needs-update': ofFixtures('remote-needs-update'),
};

export const ruleNames = Object.keys(rulePictures);

/** The tenants besides those of samples/. */
export function ruleTenants() {
  return ruleNames.filter((code) => rulePictures[code].tenant === code).map((code) => {
    const { targets, runtime_users, target_groups } = JSON.parse(readFileSync(join(projectRoot, fixtures(code), 'tenant.json'), 'utf8'));
    return { name: code, targets, runtime_users, target_groups };
  });
}

function ofFixtures(code) {
  return { file: `${fixtures(code)}/invalid-1.json`, tenant: code };
}

function fixtures(code) {
  return `test/tenant/rules/${code}`;
}
