import { leavesOf } from '../analysis/bookkeeping';
import { isSetVariables } from '../analysis/token-flow';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { Activity } from '../document/workflow';
import type { Repair } from '../edits/repair';

/** Deletes one group that renews a token, where nothing outside reads what is inside. */
export function refreshRepair(group: Activity, { flow, uses, workflow }: WorkflowAnalysis): Repair[] {
  const inside = new Set([group, ...workflow.activities.filter((activity) => isWithin(activity, group))]);
  const ids = new Set([...inside].map((activity) => activity.id));
  const isReadOutside = [workflow, ...workflow.activities.filter((activity) => !inside.has(activity))]
    .flatMap((source) => source.references)
    .some(({ to }) => to.kind === 'activity' && ids.has(to.owner));
  if (isReadOutside) return [];
  const filled = new Set(
    flow.assignments.filter(({ activity }) => inside.has(activity)).map((assignment) => assignment.variable),
  );
  const users = uses.filter(({ reference, activity }) => {
    const variable = flow.localVariable(reference);
    return variable !== undefined && filled.has(variable) && !(activity && inside.has(activity));
  });
  const doesMore = leavesOf(group).some(
    (leaf) => !flow.generators.has(leaf.id) && !isSetVariables(leaf) && !isDate(leaf),
  );
  if (doesMore) return [];
  const isSafe = users.length === 0;
  const title = isSafe
    ? `Delete "${group.title}"`
    : `Delete "${group.title}" (unsafe: ${users.length} activities would go on with an old token)`;
  return [
    {
      title,
      isSafe,
      isForAll: false,
      operations: [{ kind: 'remove', path: group.path, withEmptyList: group.parent !== undefined }],
    },
  ];
}

function isDate(activity: Activity): boolean {
  return activity.type.startsWith('core.calculate_date');
}

function isWithin(activity: Activity, group: Activity): boolean {
  for (let around = activity.parent; around; around = around.parent) if (around === group) return true;
  return false;
}
