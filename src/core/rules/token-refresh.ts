import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { Activity } from '../document/workflow';
import { refreshRepair } from '../migration/refresh-repair';
import { headOf } from './places';
import type { Rule } from './rule';

export const tokenRefresh: Rule = {
  code: 'token-refresh',
  severity: 'warning',
  summary: "Logic that watches a token's age and renews it.",
  fix: 'safe',
  isInFixAll: false,
  tags: ['deprecated'],
  isPartOfMigration: true,
  *check({ workflows, assumeOptional, vocabulary }) {
    for (const analysis of workflows) {
      if (analysis.secureXGenerators.length === 0) continue;
      const { retirement } = analysis.scope(assumeOptional);
      const isTokenNeeded =
        analysis.uses.some((use) => !use.isOrbital && !retirement.uses.has(use)) ||
        analysis.secureXGenerators.some((generator) => analysis.isKept(generator));
      const isTokenMade = analysis.secureXGenerators.some(({ activity }) => !retirement.activities.has(activity));
      for (const activity of refreshLogic(analysis)) {
        const isGoing = retirement.activities.has(activity);
        const repairs = refreshRepair(activity, analysis);
        const todo = isGoing
          ? `With the ${vocabulary().tokenKey} there is no age to watch: delete it.`
          : isTokenNeeded
            ? 'It stays as long as something needs the token.'
            : 'It stays because more than the token hangs on it: see what else is done here.';
        yield {
          path: headOf(activity),
          message: `"${activity.title}" watches the age of an access token in order to renew it. ${todo}`,
          tags: ['deprecated'],
          activity,
          workflow: analysis.workflow.title,
          // What needs the token is told by a finding of its own.
          isForMigration: isGoing || (isTokenMade && !isTokenNeeded),
          isFixable: repairs[0]?.isSafe === true,
          repairs: () => repairs,
        };
      }
    }
  },
};

/** Every activity that computes with a token's time, or the outermost container around it that serves nothing else. */
function refreshLogic(analysis: WorkflowAnalysis): Set<Activity> {
  const { flow, secureXGenerators } = analysis;
  const found = new Set<Activity>();
  for (const { reference, cargo } of flow.reads) {
    const { activity } = reference;
    if (cargo !== 'time' || activity?.type !== 'core.calculate_date_time_difference') continue;
    const isSecureX = flow.sources(reference).some((source) => secureXGenerators.includes(source));
    if (isSecureX) found.add(analysis.outermostBookkeeping(activity));
  }
  return found;
}
