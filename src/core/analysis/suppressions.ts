import type { Suppression } from '../host';
import type { PlaceOwner } from '../language-service';

/** All of them count as used, so that none is called stale because another one says the same. */
export function suppressionsOf(
  rule: string,
  { workflow, activity }: PlaceOwner,
  suppressions: readonly Suppression[],
): readonly Suppression[] {
  return suppressions.filter(
    (each) =>
      each.rule === rule &&
      (each.workflow === undefined || each.workflow === workflow?.uniqueName || each.workflow === workflow?.title) &&
      (each.activity === undefined || each.activity === activity?.uniqueName),
  );
}

export function isSuppressed(rule: string, owner: PlaceOwner, suppressions: readonly Suppression[]): boolean {
  return suppressions.length > 0 && suppressionsOf(rule, owner, suppressions).length > 0;
}
