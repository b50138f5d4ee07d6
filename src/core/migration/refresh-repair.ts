import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { Activity } from '../document/workflow';
import type { Repair } from '../edits/repair';

/** Deletes one group that renews a token and does nothing else, where nobody outside reads what is inside. */
export function refreshRepair(group: Activity, analysis: WorkflowAnalysis): Repair[] {
  if (!analysis.isBookkeeping(group)) return [];
  const inside = new Set(withDescendants(group));
  const isOutside = (activity: Activity | undefined) => !activity || !inside.has(activity);
  const isRead = [...inside].some((activity) =>
    analysis.referencesTo(activity).some((reference) => isOutside(reference.activity)),
  );
  if (isRead) return [];
  const filled = [...inside].flatMap((activity) => analysis.flow.assignmentsOf(activity));
  const variables = new Set(filled.flatMap(({ variable }) => variable ?? []));
  const users = [...variables].map((variable) => analysis.usersOf(variable)).filter(({ size }) => size > 0);
  // Most often one variable holds the token; only where there are more must their users be told apart.
  const left = (users.length > 1 ? new Set(users.flatMap((some) => [...some])) : (users[0] ?? new Set())).size;
  const title =
    left === 0
      ? `Delete "${group.title}"`
      : `Delete "${group.title}" (unsafe: ${left === 1 ? '1 activity' : `${left} activities`} would go on with an old token)`;
  return [
    {
      title,
      isSafe: left === 0,
      operations: [{ kind: 'remove', path: group.path, withEmptyList: group.parent !== undefined }],
    },
  ];
}

function withDescendants(activity: Activity): Activity[] {
  return [activity, ...activity.children.flatMap(withDescendants)];
}
