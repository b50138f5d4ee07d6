import { tokenGenerators, type TokenGenerator } from '../catalog/atomics';
import { bareId } from '../document/reference';
import type { Activity, Dependency, Workflow } from '../document/workflow';
import type { FileAnalysis } from './file-analysis';

export interface StaleDependency {
  readonly dependency: Dependency;
  readonly workflow: Workflow;
  readonly atomic: TokenGenerator;
}

/** Generators that a list at some level of the file still names although no activity at any level calls them. */
export function* staleDependencies(
  { workflows }: FileAnalysis,
  removed: ReadonlySet<Activity>,
): Iterable<StaleDependency> {
  const called = new Set<string>();
  for (const { workflow } of workflows) {
    for (const activity of workflow.activities) {
      const id = activity.properties.workflow_id;
      if (id && !removed.has(activity)) called.add(bareId(id));
    }
  }
  const embedded = new Set(workflows.map(({ workflow }) => workflow.id));
  for (const {
    export: { dependencies },
    workflow,
  } of workflows) {
    for (const dependency of dependencies) {
      const atomic = tokenGenerators.find((generator) => generator.id === dependency.id);
      if (atomic && !called.has(atomic.id) && !embedded.has(atomic.id)) yield { dependency, workflow, atomic };
    }
  }
}
