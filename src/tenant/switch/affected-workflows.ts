import type { WorkflowMethod } from '../../core/inventory';
import type { TargetState } from '../state/tenant-state';
import type { WorkspaceIndex } from '../state/workspace-index';

/** A workflow that runs something on a target that is to change. */
export interface AffectedWorkflow {
  readonly uri: string;
  readonly title: string;
  readonly uniqueName: string;
  readonly method: WorkflowMethod;
}

export function workflowsOn(target: TargetState, index: WorkspaceIndex): AffectedWorkflow[] {
  const users = index.usersOfTarget(target).filter(({ activity }) => activity !== null);
  return distinct(
    users.map(({ uri, workflow, workflowId, method }) => ({ uri, title: workflow, uniqueName: workflowId, method })),
  );
}

export function distinct(workflows: readonly AffectedWorkflow[]): AffectedWorkflow[] {
  return [...new Map(workflows.map((each) => [`${each.uri}\n${each.uniqueName}`, each])).values()];
}
