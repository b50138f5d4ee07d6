import { accessTokenInput } from './access-token-input';
import { atomicTokenInput } from './atomic-token-input';
import { authorizationHeader } from './authorization-header';
import { danglingReference } from './dangling-reference';
import { generateAccessToken } from './generate-access-token';
import { inlineTokenRequest } from './inline-token-request';
import { mixedMethods } from './mixed-methods';
import { retiredAtomic } from './retired-atomic';
import type { Rule } from './rule';
import { secureXEnded } from './securex-ended';
import { tokenNeedsReview } from './token-needs-review';
import { tokenRefresh } from './token-refresh';
import { tokenTarget } from './token-target';
import { tokenVariable } from './token-variable';
import { unusedDependency } from './unused-dependency';
import { workflowSchema } from './workflow-schema';

/** All rules, in the order of the documentation. */
export const rules: readonly Rule[] = [
  accessTokenInput,
  authorizationHeader,
  generateAccessToken,
  tokenRefresh,
  tokenVariable,
  tokenTarget,
  mixedMethods,
  unusedDependency,
  retiredAtomic,
  atomicTokenInput,
  tokenNeedsReview,
  inlineTokenRequest,
  danglingReference,
  secureXEnded,
  workflowSchema,
];
