import { groupBy } from '../group-by';
import type { TargetState } from '../state/tenant-state';
import { placesOf } from './places';
import type { TenantRule } from './tenant-rule';

export const duplicateName: TenantRule = {
  code: 'duplicate-name',
  severity: 'warning',
  summary: 'A target that is chosen by a display name which two targets of the tenant bear.',
  fix: 'none',
  tags: [],
  *check({ uses }) {
    const doubtful = uses.filter(
      ({ use: { choice, isInherited }, targets }) => choice === 'name' && !isInherited && targets.length > 1,
    );
    for (const group of groupBy(doubtful, ({ use }) => use.target.toLowerCase()).values()) {
      const [first] = group;
      const namesakes = first ? sameKind(first.targets) : [];
      if (!first || namesakes.length < 2) continue;
      yield {
        ...placesOf(group),
        message: `"${first.use.title}" chooses the target "${first.use.target}" by its display name, and ${namesakes.length} targets of the tenant bear it (${namesakes.map(whereabouts).join('; ')}): which of them is taken cannot be told. Rename all but one.`,
      };
    }
  },
};

/** A criterion asks for targets of one kind, so only namesakes of the same kind are mistaken for each other. */
function sameKind(targets: readonly TargetState[]): readonly TargetState[] {
  const kinds = [...groupBy(targets, ({ type }) => type).values()];
  return kinds.find(({ length }) => length > 1) ?? [];
}

function whereabouts({ host, path, accountKey }: TargetState): string {
  const place = host === null ? 'no host' : `${host}${path ?? ''}`;
  return accountKey ? `${place} with the account key "${accountKey.name}"` : `${place} without an account key`;
}
