import { staleDependencies } from '../analysis/dependencies';
import type { Rule } from './rule';

export const unusedDependency: Rule = {
  code: 'unused-dependency',
  severity: 'info',
  summary: 'A generator listed in atomic_workflows or dependent_workflows that nothing calls.',
  fix: 'safe',
  isInFixAll: true,
  tags: ['unnecessary'],
  isPartOfMigration: false,
  *check(context) {
    for (const { dependency, workflow, atomic } of staleDependencies(context, new Set(), new Map())) {
      yield {
        path: dependency.path,
        message: `No activity calls "${atomic.name}" any more, yet an import asks for it: take it out of the list.`,
        tags: ['unnecessary'],
        workflow: workflow.title,
        isFixable: true,
        repairs: () => [
          {
            title: `Take "${atomic.name}" out of the list`,
            isSafe: true,
            operations: [{ kind: 'remove', path: dependency.path, withEmptyList: true }],
          },
        ],
      };
    }
  },
};
