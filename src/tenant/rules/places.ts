import { mostRelated } from '../../core/rules/rule';
import type { ResolvedUse } from './resolve-uses';
import type { TenantFinding } from './tenant-rule';

/** One finding for many uses: on the first place that chooses, with the others beside it. */
export function placesOf(uses: readonly ResolvedUse[]): Pick<TenantFinding, 'path' | 'related'> {
  const places = new Map<string, ResolvedUse['use']>();
  for (const { use } of uses) {
    const key = use.path.join('\n');
    if (!places.has(key)) places.set(key, use);
  }
  const [first, ...others] = places.values();
  return {
    path: first?.path ?? [],
    related: others
      .slice(0, mostRelated)
      .map(({ path, title, target }) => ({ path, message: `"${title}" chooses "${target}", too.` })),
  };
}

/** `"A"`, `"A" and "B"`, `"A", "B" and 3 others`, each title once. */
export function titlesOf(uses: readonly ResolvedUse[]): string {
  const titles = [...new Set(uses.map(({ use }) => `"${use.title}"`))];
  if (titles.length > 3) return `${titles.slice(0, 2).join(', ')} and ${titles.length - 2} others`;
  return titles.length > 1 ? `${titles.slice(0, -1).join(', ')} and ${titles.at(-1) ?? ''}` : (titles[0] ?? '');
}
