import { verdictOf } from '../state/method';
import { placesOf, titlesOf } from './places';
import { groupedByTarget, type ResolvedUse } from './resolve-uses';
import type { TenantRule } from './tenant-rule';

export const tenantMethodMismatch: TenantRule = {
  code: 'tenant-method-mismatch',
  severity: 'warning',
  summary: 'A workflow that passes tokens to a target with a token key, or passes none to a target without one.',
  fix: 'none',
  tags: [],
  *check({ workflow, uses, vocabulary }) {
    if (workflow.method === 'none') return;
    for (const [target, group] of groupedByTarget(uses.filter(isCall))) {
      const { role, method } = verdictOf(target);
      if (role !== 'api') continue;
      if (workflow.method === 'legacy' && method === 'token') {
        yield {
          ...placesOf(group),
          message: `"${workflow.title}" passes access tokens by hand, and the account key of the target "${target.name}" makes them itself. The token that ${titlesOf(group)} may pass is needless there, and keeps an old client id and password alive: migrate the workflow.`,
        };
      }
      if (workflow.method === 'token' && method === 'legacy') {
        const key = target.hasNoAccountKey ? 'has no account key' : 'has an account key that is no token key';
        yield {
          ...placesOf(group),
          message: `"${workflow.title}" passes no access token, and the target "${target.name}" ${key}: the calls of ${titlesOf(group)} will be refused. Set an account key of the type ${vocabulary.tokenKeyType} on the target.`,
        };
      }
    }
  },
};

/** An own account key takes the target's out of play; the key of an integration is the product's business. */
function isCall({ use, hasOwnKey }: ResolvedUse): boolean {
  return use.activity !== null && use.choice !== 'module' && !hasOwnKey;
}
