import type { FileAnalysis } from '../analysis/file-analysis';
import type { MigrationScope } from '../analysis/migration-scope';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { JsonPathNode } from '../document/json-path';
import type { Activity, Workflow } from '../document/workflow';
import type { JsonOperation } from '../edits/json-operation';
import type { ChangeKind } from '../language-service';

/** A change before its edits are composed. */
export interface PlannedChange {
  readonly kind: ChangeKind;
  readonly workflow: Workflow;
  readonly activity: Activity | undefined;
  /** The activity's title, or what else is changed. */
  readonly title: string;
  readonly message: string;
  /** What to show a person: the place, by its key or its value. */
  readonly path: JsonPathNode;
  readonly operations: readonly JsonOperation[];
}

/** What a step may look at. Steps see the file as it is; none depends on what another one did. */
export interface StepContext {
  readonly analysis: FileAnalysis;
  readonly scopes: ReadonlyMap<WorkflowAnalysis, MigrationScope>;
}

export interface MigrationStep {
  readonly name: string;
  plan(context: StepContext): Iterable<PlannedChange>;
}

/** A step that looks at one workflow after the other. */
export function workflowStep(
  name: string,
  plan: (scope: MigrationScope, workflow: WorkflowAnalysis, context: StepContext) => Iterable<PlannedChange>,
): MigrationStep {
  return {
    name,
    *plan(context) {
      for (const [workflow, scope] of context.scopes) yield* plan(scope, workflow, context);
    },
  };
}
