import { rootNeed } from '../analysis/retirement';
import type { GeneratorCall } from '../analysis/token-flow';
import type { TokenUse } from '../analysis/token-use';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import { generatorRepair } from '../migration/generator-repair';
import { mostRelated, type Finding, type Rule, type RuleContext } from './rule';
import type { Reference } from '../document/workflow';

export const generateAccessToken: Rule = {
  code: 'generate-access-token',
  severity: 'warning',
  summary: 'An activity that makes a SecureX token (not one for Orbital).',
  fix: 'safe',
  isInFixAll: false,
  tags: ['deprecated'],
  isPartOfMigration: true,
  *check(context) {
    for (const analysis of context.workflows) {
      const left = new Set(analysis.uses.filter((use) => !use.isOrbital).map(({ reference }) => reference));
      for (const generator of analysis.secureXGenerators) {
        if (generator.atomic.leavesThroughGlobal || staysOnPurpose(generator, analysis, context)) continue;
        yield findingOf(generator, analysis, context, left);
      }
      for (const { activity, atomic } of analysis.unclearGenerators) {
        if (atomic.leavesThroughGlobal) continue;
        yield {
          path: activity.path.child('properties').child('workflow_id'),
          message: `"${activity.title}" makes an access token that nothing uses, on a target that does not tell whose it is. Delete it if it is for ${context.vocabulary().product}.`,
          tags: ['deprecated'],
          activity,
          workflow: analysis.workflow.title,
        };
      }
    }
  },
};

/** Whether all that a migration leaves of its uses is Orbital's or kept on purpose: then nothing is wrong with it any more. */
function staysOnPurpose(
  generator: GeneratorCall,
  analysis: WorkflowAnalysis,
  { assumeOptional }: RuleContext,
): boolean {
  const { retirement } = analysis.scope(assumeOptional);
  const isKept = (use: TokenUse): boolean => use.isOrbital || use.isSuppressed;
  if (retirement.activities.has(generator.activity) || !analysis.uses.some(isKept)) return false;
  const staying = [...analysis.usesOf(generator)].filter((use) => !retirement.uses.has(use));
  return staying.length > 0 && staying.every(isKept);
}

function findingOf(
  generator: GeneratorCall,
  analysis: WorkflowAnalysis,
  context: RuleContext,
  uses: ReadonlySet<Reference>,
): Finding {
  const { activity } = generator;
  const { retirement } = analysis.scope(context.assumeOptional);
  const isGoing = retirement.activities.has(activity);
  // What needs another target of the workflow, or another definition, can only be done by the whole migration.
  const hangsOnMore = analysis.uses.some((use) => use.needsWorkflowTarget || use.fills);
  const need = rootNeed(retirement, activity);
  const todo = isGoing
    ? `With the ${context.vocabulary().tokenKey} on the targets nobody needs it: delete it.`
    : `It stays as long as "${need?.activity?.title ?? analysis.workflow.title}" needs it.`;
  return {
    path: activity.path.child('properties').child('workflow_id'),
    message: `"${activity.title}" makes an access token that dies after ten minutes. ${todo}`,
    tags: ['deprecated'],
    related: first(analysis.usesOf(generator), mostRelated).map(({ reference, activity: user }) => ({
      path: reference.path,
      message: `${user ? `"${user.title}"` : 'The workflow'} takes the token.`,
    })),
    activity,
    workflow: analysis.workflow.title,
    // What keeps it is told by a finding of its own, unless it is no use of the token.
    isForMigration: isGoing || !need || !uses.has(need),
    isFixable: isGoing && !hangsOnMore,
    repairs: () => (isGoing && !hangsOnMore ? generatorRepair(generator, analysis, context) : []),
  };
}

function first<T>(items: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === count) break;
    taken.push(item);
  }
  return taken;
}
