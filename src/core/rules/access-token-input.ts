import { giveUp } from '../analysis/token-use';
import { explainObstacle } from './obstacles';
import type { Rule } from './rule';
import { generatorsOf } from './token-sources';

export const accessTokenInput: Rule = {
  code: 'access-token-input',
  severity: 'warning',
  summary: 'An Access Token input that a token reaches, on a SecureX activity.',
  fix: 'safe',
  isInFixAll: true,
  tags: ['deprecated'],
  isPartOfMigration: true,
  *check({ workflows, assumeOptional, vocabulary }) {
    for (const analysis of workflows) {
      for (const use of analysis.uses) {
        if (use.rule !== 'access-token-input' || !use.activity) continue;
        const { obstacle, activity } = use;
        const isServed = obstacle === undefined && analysis.scope(assumeOptional).retirement.uses.has(use);
        const todo = isServed
          ? `With the ${vocabulary().tokenKey} on the target the activity needs none: empty the input.`
          : explainObstacle(use, obstacle ?? 'token-target', vocabulary());
        yield {
          path: use.reference.path,
          message: `"${activity.title}" is passed an access token by hand, which dies after ten minutes. ${todo}`,
          tags: ['deprecated'],
          related: generatorsOf(use, analysis),
          activity,
          workflow: analysis.workflow.title,
          isFixable: isServed && !use.needsWorkflowTarget,
          repairs: () =>
            isServed && !use.needsWorkflowTarget
              ? [{ title: 'Empty the Access Token input', isSafe: true, operations: [giveUp(use)] }]
              : [],
        };
      }
    }
  },
};
