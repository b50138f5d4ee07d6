import { replacedDependencies, type ReplacedDependency } from '../../analysis/dependencies';
import type { MigrationStep } from '../migration-step';
import { whatGoes } from '../what-goes';

/** The lists of atomics that an import must bring along name the system atomic that is called now. */
export const replaceDependencies: MigrationStep = {
  name: 'replace-dependencies',
  *plan({ analysis, scopes }) {
    const { activities, replacements } = whatGoes(scopes.values());
    for (const replaced of replacedDependencies(analysis, activities, replacements)) {
      const { dependency, workflow, operation } = replaced;
      const list = String(dependency.path.parent?.key);
      yield {
        kind: 'replace-dependency',
        workflow,
        activity: undefined,
        title: list,
        message: describe(replaced, list),
        path: dependency.path,
        operations: [operation],
      };
    }
  },
};

function describe({ how, replacement: { retired, successor } }: ReplacedDependency, list: string): string {
  switch (how) {
    case 'replace':
      return `Put "${successor.name}" in the place of "${retired.name}" in ${list}.`;
    case 'drop':
      return `Take "${retired.name}" out of ${list}, which has "${successor.name}" already.`;
    case 'add':
      return `Add "${successor.name}" to ${list}, beside "${retired.name}", which is still called.`;
  }
}
