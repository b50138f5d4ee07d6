import { workflowTargetFor } from '../analysis/workflow-target';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { Finding, Rule } from './rule';

export const tokenTarget: Rule = {
  code: 'token-target',
  severity: 'info',
  summary: 'A workflow or an activity that still chooses CTR_For_Access_Token and makes no token there.',
  fix: 'safe',
  isInFixAll: false,
  tags: [],
  isPartOfMigration: true,
  *check({ workflows, assumeOptional }) {
    for (const analysis of workflows) {
      yield* ofWorkflow(analysis, assumeOptional);
      yield* ofActivities(analysis);
    }
  },
};

function* ofWorkflow(analysis: WorkflowAnalysis, assumeOptional: boolean): Iterable<Finding> {
  const { workflow, targets, flow } = analysis;
  const { role, names, namePaths } = targets.ofWorkflow(workflow);
  if (role !== 'token') return;
  const [name = ''] = names;
  // With generators, only the whole migration can tell what remains on the target.
  const better =
    flow.generators.size === 0 && namePaths().length === 1 && /^CTR_For_Access_Token$/i.test(targets.usualNameOf(name))
      ? workflowTargetFor([], workflow.activities, targets, analysis.consumers, targets.suffixOf(name))
      : undefined;
  const willGo = flow.generators.size > 0 && analysis.scope(assumeOptional).workflowTarget !== undefined;
  for (const [index, path] of namePaths().entries()) {
    yield {
      path,
      message: `The workflow "${workflow.title}" runs on ${names[index] ?? ''}, ${reason} ${willGo ? 'A migration points it at the target that its activities use.' : advice}`,
      workflow: workflow.title,
      isForMigration: flow.generators.size > 0,
      isFixable: better !== undefined,
      repairs: () =>
        better === undefined
          ? []
          : [
              {
                title: `Run on ${better}`,
                isSafe: true,
                operations: [{ kind: 'set', path, value: better }],
              },
            ],
    };
  }
}

function* ofActivities({ workflow, targets, flow }: WorkflowAnalysis): Iterable<Finding> {
  for (const { activity, target } of targets.chosenIn(workflow)) {
    if (target.role !== 'token' || flow.generators.has(activity)) continue;
    for (const [index, path] of target.namePaths().entries()) {
      yield {
        path,
        message: `"${activity.title}" runs on ${target.names[index] ?? ''}, ${reason} ${advice}`,
        workflow: workflow.title,
        activity,
        isForMigration: flow.generators.size > 0,
      };
    }
  }
}

const reason = 'which only serves to make access tokens and which a tenant with the token key need not have.';
const advice = 'Choose the target of the API that is called.';
