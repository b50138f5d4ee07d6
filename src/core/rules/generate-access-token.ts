import type { GeneratorCall } from '../analysis/token-flow';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import { generatorRepair } from '../migration/generator-repair';
import { tokenKey } from './obstacles';
import type { Finding, Rule, RuleContext } from './rule';

export const generateAccessToken: Rule = {
  code: 'generate-access-token',
  severity: 'warning',
  summary: 'An activity that makes a SecureX token (not one for Orbital).',
  fix: 'safe',
  tags: ['deprecated'],
  isPartOfMigration: true,
  *check(context) {
    for (const analysis of context.workflows) {
      for (const generator of analysis.secureXGenerators) {
        if (!generator.atomic.leavesThroughGlobal) yield findingOf(generator, analysis, context);
      }
    }
  },
};

function findingOf(generator: GeneratorCall, analysis: WorkflowAnalysis, context: RuleContext): Finding {
  const { activity } = generator;
  const { retirement } = analysis.scope();
  const uses = analysis.uses.filter((use) => analysis.flow.sources(use.reference).includes(generator));
  const orbital = uses.some((use) => use.isOrbital);
  const need = retirement.neededBy.get(activity)?.activity?.title;
  const goes = retirement.activities.has(activity);
  const why = `"${activity.title}" makes an access token that dies after ten minutes.`;
  const todo = goes
    ? `With the ${tokenKey} on the targets nobody needs it: delete it.`
    : orbital && !uses.some((use) => !use.isOrbital && use.obstacle)
      ? 'Orbital needs it, which no token key serves: it stays.'
      : `It stays as long as ${need ? `"${need}"` : 'something'} needs it.`;
  return {
    path: activity.path.child('properties').child('workflow_id'),
    message: `${why} ${todo}`,
    tags: ['deprecated'],
    related: uses.map(({ reference, activity: user }) => ({
      path: reference.path,
      message: `${user ? `"${user.title}"` : 'The workflow'} takes the token.`,
    })),
    activity,
    workflow: analysis.workflow.title,
    isFixable: goes,
    repairs: () => (goes ? generatorRepair(generator, analysis, context) : []),
  };
}
