/** Every tenant rule's code: its file, its page in `docs/rules` and its fixture folder bear the same name. */
export const tenantRuleCodes = [
  'tenant-target-missing',
  'tenant-method-mismatch',
  'account-key-override',
  'duplicate-name',
  'remote-needs-update',
] as const;

export type TenantRuleCode = (typeof tenantRuleCodes)[number];
