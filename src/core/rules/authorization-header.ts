import { giveUp } from '../analysis/token-use';
import { explainObstacle } from './obstacles';
import type { Rule } from './rule';
import { generatorsOf } from './token-sources';

export const authorizationHeader: Rule = {
  code: 'authorization-header',
  severity: 'warning',
  summary: 'An HTTP Request on a SecureX target that sends the token by hand.',
  fix: 'safe',
  isInFixAll: true,
  tags: ['deprecated'],
  isPartOfMigration: true,
  *check({ workflows, assumeOptional, vocabulary }) {
    for (const analysis of workflows) {
      for (const use of analysis.uses) {
        const { obstacle, activity } = use;
        if (use.rule !== 'authorization-header' || !activity) continue;
        const isServed = obstacle === undefined && analysis.scope(assumeOptional).retirement.uses.has(use);
        const todo = isServed
          ? `With the ${vocabulary().tokenKey} on the target the header is added for you: remove it.`
          : explainObstacle(use, obstacle ?? 'token-target', vocabulary());
        yield {
          path: use.reference.path,
          message: `"${activity.title}" sends an access token by hand, which dies after ten minutes. ${todo}`,
          tags: ['deprecated'],
          related: generatorsOf(use, analysis),
          activity,
          workflow: analysis.workflow.title,
          isFixable: isServed && !use.needsWorkflowTarget,
          repairs: () =>
            isServed && !use.needsWorkflowTarget
              ? [{ title: 'Remove the Authorization header', isSafe: true, operations: [giveUp(use)] }]
              : [],
        };
      }
    }
  },
};
