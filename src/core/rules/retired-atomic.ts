import { giveUp } from '../analysis/token-uses';
import { explainObstacle } from './obstacles';
import type { Rule } from './rule';
import { generatorsOf } from './token-sources';

export const retiredAtomic: Rule = {
  code: 'retired-atomic',
  severity: 'warning',
  summary: 'A token passed to an atomic of the "v2" or "CTR" generation, whose input may not simply be emptied.',
  fix: 'unsafe',
  isInFixAll: false,
  tags: ['deprecated'],
  isPartOfMigration: true,
  *check({ workflows }) {
    for (const analysis of workflows) {
      for (const use of analysis.uses) {
        if (use.obstacle !== 'retired-atomic' || !use.activity) continue;
        yield {
          path: use.reference.path,
          message: `"${use.activity.title}" is passed an access token by hand, which dies after ten minutes. ${explainObstacle(use, use.obstacle)}`,
          tags: ['deprecated'],
          related: generatorsOf(use, analysis),
          activity: use.activity,
          workflow: analysis.workflow.title,
          repairs: () => [
            {
              title: 'Empty the input anyway (unsafe: the call may go out without a token)',
              isSafe: false,
              operations: [giveUp(use)],
            },
          ],
        };
      }
    }
  },
};
