import { tokenGenerators, type TokenGenerator } from '../catalog/atomics';
import type { Activity, Dependency, Workflow } from '../document/workflow';
import type { FileAnalysis } from './file-analysis';

const generatorById = new Map(tokenGenerators.map((atomic) => [atomic.id, atomic]));

export interface StaleDependency {
  readonly dependency: Dependency;
  readonly workflow: Workflow;
  readonly atomic: TokenGenerator;
}

/** Generators that a list at some level of the file still names although no activity at any level calls them. */
export function staleDependencies({ workflows }: FileAnalysis, removed: ReadonlySet<Activity>): StaleDependency[] {
  const listed = workflows.flatMap(({ export: { dependencies }, workflow }) =>
    dependencies.flatMap((dependency) => {
      const atomic = generatorById.get(dependency.id);
      return atomic ? [{ dependency, workflow, atomic }] : [];
    }),
  );
  if (listed.length === 0) return [];
  const needed = new Set(workflows.map(({ workflow }) => workflow.id));
  for (const { workflow } of workflows) {
    for (const activity of workflow.activities) {
      const { calledId } = activity;
      if (calledId !== undefined && !removed.has(activity)) needed.add(calledId);
    }
  }
  return listed.filter(({ atomic }) => !needed.has(atomic.id));
}
