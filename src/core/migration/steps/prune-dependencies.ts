import { staleDependencies } from '../../analysis/dependencies';
import type { Activity } from '../../document/workflow';
import type { MigrationStep } from '../migration-step';

/** A generator that nothing calls any more leaves the lists of atomics that an import must bring along. */
export const pruneDependencies: MigrationStep = {
  name: 'prune-dependencies',
  *plan({ analysis, scopes }) {
    const removed = new Set<Activity>();
    for (const { retirement } of scopes.values()) for (const activity of retirement.activities) removed.add(activity);
    const left = new Set([...removed].map(({ calledId }) => calledId));
    for (const { dependency, workflow, atomic } of staleDependencies(analysis, removed)) {
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
