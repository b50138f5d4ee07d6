import type { Activity } from '../../document/workflow';
import type { TokenFlow } from '../../analysis/token-flow';
import { isContainer, leavesOf } from '../../analysis/bookkeeping';
import { workflowStep } from '../migration-step';

/** Generators, what stores their tokens and what watches their age, each with the group that holds nothing else. */
export const deleteTokenActivities = workflowStep(
  'delete-token-activities',
  function* ({ retirement }, { workflow, flow }) {
    for (const activity of flow.workflow.activities) {
      const { parent } = activity;
      if (!retirement.activities.has(activity) || (parent && retirement.activities.has(parent))) continue;
      yield {
        kind: 'delete-activity',
        workflow,
        activity,
        title: activity.title,
        message: `Delete "${activity.title}", ${describe(activity, flow)}.`,
        path: activity.path.child('unique_name'),
        operations: [{ kind: 'remove', path: activity.path, withEmptyList: activity.parent !== undefined }],
      };
    }
  },
);

function describe(activity: Activity, flow: TokenFlow): string {
  if (flow.generators.has(activity)) return 'which makes an access token';
  if (!isContainer(activity)) return 'which only serves the access token';
  const renews = leavesOf(activity).some((leaf) => flow.generators.has(leaf));
  return renews ? 'which renews the access token' : 'which only serves the access token';
}
