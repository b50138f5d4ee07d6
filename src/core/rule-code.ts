/** Every rule's code: its file, its page in `docs/rules` and its fixture folder bear the same name. */
export const ruleCodes = [
  'access-token-input',
  'authorization-header',
  'generate-access-token',
  'token-refresh',
  'token-variable',
  'token-target',
  'mixed-methods',
  'unused-dependency',
  'retired-atomic',
  'atomic-token-input',
  'token-needs-review',
  'inline-token-request',
  'dangling-reference',
  'securex-ended',
  'workflow-schema',
] as const;

export type RuleCode = (typeof ruleCodes)[number];
