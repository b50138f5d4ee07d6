import { accountKeyOverride } from './account-key-override';
import { duplicateName } from './duplicate-name';
import { remoteNeedsUpdate } from './remote-needs-update';
import { tenantMethodMismatch } from './tenant-method-mismatch';
import type { TenantRule } from './tenant-rule';
import { tenantTargetMissing } from './tenant-target-missing';

/** All tenant rules, in the order of the documentation. */
export const tenantRules: readonly TenantRule[] = [
  tenantTargetMissing,
  tenantMethodMismatch,
  accountKeyOverride,
  duplicateName,
  remoteNeedsUpdate,
];
