import { staleDependencies } from '../../analysis/dependencies';
import type { MigrationStep } from '../migration-step';
import { whatGoes } from '../what-goes';

/** A generator that nothing calls any more leaves the lists of atomics that an import must bring along. */
export const pruneDependencies: MigrationStep = {
  name: 'prune-dependencies',
  *plan({ analysis, scopes }) {
    const { activities, replacements } = whatGoes(scopes.values());
    const left = new Set([...activities].map(({ calledId }) => calledId));
    // What was replaced elsewhere leaves its place in the lists to its successor.
    for (const { calledId } of replacements.keys()) left.delete(calledId);
    for (const { dependency, workflow, atomic } of staleDependencies(analysis, activities, replacements)) {
      // What was stale before is no business of a migration; its own finding has a fix.
      if (!left.has(atomic.id)) continue;
      const list = dependency.path.parent?.key === 'atomic_workflows' ? 'atomic_workflows' : 'dependent_workflows';
      yield {
        kind: 'prune-dependency',
        workflow,
        activity: undefined,
        title: list,
        message: `Take "${atomic.name}" out of ${list}.`,
        path: dependency.path,
        operations: [{ kind: 'remove', path: dependency.path, withEmptyList: true }],
      };
    }
  },
};
