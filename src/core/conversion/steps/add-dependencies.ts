import { systemGenerator } from '../../catalog/atomics';
import type { PlannedChange } from '../../migration/migration-step';
import type { ConversionContext } from '../conversion-step';
import { listsWithoutGenerator } from '../dependency-lists';

/** An import must bring the generator along, or find it in the tenant. */
export function* addDependencies({ analysis, scopes }: ConversionContext): Iterable<PlannedChange> {
  for (const list of listsWithoutGenerator(analysis, scopes)) {
    if (list.isFrozen) continue;
    yield {
      kind: 'add-dependency',
      workflow: list.workflow,
      activity: undefined,
      title: list.name,
      message: `Add "${systemGenerator.name}" to ${list.name}.`,
      path: list.path,
      operations: [list.add],
    };
  }
}
