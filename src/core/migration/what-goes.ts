import type { Replacements } from '../analysis/dependencies';
import type { MigrationScope } from '../analysis/migration-scope';
import type { Activity } from '../document/workflow';

/** What a migration does to the activities of all workflows of a file together. */
export function whatGoes(scopes: Iterable<MigrationScope>): {
  activities: ReadonlySet<Activity>;
  replacements: Replacements;
} {
  const all = [...scopes];
  return {
    activities: new Set(all.flatMap(({ retirement }) => [...retirement.activities])),
    replacements: new Map(all.flatMap(({ replacements }) => [...replacements])),
  };
}
