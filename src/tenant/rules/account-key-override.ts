import { groupBy } from '../group-by';
import { verdictOf } from '../state/method';
import type { TargetState, TenantState } from '../state/tenant-state';
import type { ResolvedUse } from './resolve-uses';
import type { TenantRule } from './tenant-rule';

export const accountKeyOverride: TenantRule = {
  code: 'account-key-override',
  severity: 'info',
  summary: "An activity that uses an account key of its own instead of a SecureX target's.",
  fix: 'none',
  tags: [],
  *check({ workflow, uses, state, vocabulary }) {
    const byActivity = groupBy(uses, ({ use }) => use.activity);
    // The workflow's own override is worth a word where anything in the workflow runs on such a target.
    byActivity.set(
      null,
      uses.filter(({ use }) => use.activity === null || use.isInherited),
    );
    for (const { activity, title, accountKey, path } of workflow.accountKeys) {
      const target = secureXTargetOf(byActivity.get(activity) ?? []);
      if (!target) continue;
      yield {
        path,
        message: `"${title}" uses ${described(accountKey, state)} instead of the key of the target "${target.name}". A key that is set on the target does not reach it, so a switch to the ${vocabulary.token} passes it by: use the target's own key, or change this one as well.`,
      };
    }
  },
};

function secureXTargetOf(uses: readonly ResolvedUse[]): TargetState | undefined {
  return uses.flatMap(({ targets }) => targets).find((target) => verdictOf(target).role === 'api');
}

function described(id: string, state: TenantState): string {
  const key = state.accountKeyWithId(id);
  return key ? `the account key "${key.name}" (${key.typeName})` : `the account key ${id}, which the tenant lacks,`;
}
