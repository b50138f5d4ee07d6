import { giveUp, isUnproven, type TokenUse } from '../analysis/token-use';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { Vocabulary } from '../vocabulary';
import { explainObstacle, noLongerNeeded } from './obstacles';
import type { Finding, Rule } from './rule';
import { generatorsOf } from './token-sources';

export const tokenNeedsReview: Rule = {
  code: 'token-needs-review',
  severity: 'warning',
  summary: 'A token that goes where a token key cannot serve, or where nobody knows whether it can.',
  fix: 'unsafe',
  isInFixAll: false,
  tags: [],
  isPartOfMigration: true,
  *check({ workflows, assumeOptional, vocabulary }) {
    for (const analysis of workflows) {
      for (const use of analysis.uses) {
        // What is deleted with the token needs no review.
        if (use.activity && analysis.scope(assumeOptional).retirement.activities.has(use.activity)) continue;
        if (use.rule !== 'token-needs-review' || (use.obstacle === undefined && !use.fills)) continue;
        yield reviewOf(use, analysis, vocabulary());
      }
      for (const { activity, atomic } of analysis.flow.generators.values()) {
        if (!atomic.leavesThroughGlobal) continue;
        yield {
          path: activity.path.child('properties').child('workflow_id'),
          message: `"${activity.title}" writes its token into a global variable, where any workflow may read it. Find out which do before deleting it.`,
          activity,
          workflow: analysis.workflow.title,
        };
      }
    }
  },
};

function reviewOf(use: TokenUse, analysis: WorkflowAnalysis, vocabulary: Vocabulary): Finding {
  const { reference, activity, obstacle } = use;
  const { index, text } = reference.to;
  const where = activity ? `"${activity.title}"` : 'The workflow itself';
  return {
    path: reference.path,
    ...(reference.isWhole ? {} : { part: { start: index, end: index + text.length } }),
    message: `${where} is given an access token, which dies after ten minutes. ${obstacle === undefined ? noLongerNeeded(vocabulary) : explainObstacle(use, obstacle, vocabulary)}`,
    related: generatorsOf(use, analysis),
    workflow: analysis.workflow.title,
    ...(activity ? { activity } : {}),
    repairs: () =>
      isUnproven(use)
        ? [
            {
              title: 'Empty the input anyway (unsafe: the call may go out without a token)',
              isSafe: false,
              operations: [giveUp(use)],
            },
          ]
        : [],
  };
}
