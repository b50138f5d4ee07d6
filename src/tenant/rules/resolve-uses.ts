import type { TargetUse, WorkflowInventory } from '../../core/inventory';
import { integrationIn } from '../../core/catalog/integrations';
import type { TargetState, TenantState } from '../state/tenant-state';

export interface ResolvedUse {
  readonly use: TargetUse;
  /** All that the use may mean in the tenant: several where they share a name, none where it is missing. */
  readonly targets: readonly TargetState[];
  /** Whether an account key of the activity's or the workflow's own takes the place of the target's. */
  readonly hasOwnKey: boolean;
}

export function resolveUses({ targets, accountKeys }: WorkflowInventory, state: TenantState): ResolvedUse[] {
  const withOwnKey = new Set(accountKeys.map(({ activity }) => activity));
  return targets.map((use) => ({
    use,
    targets: targetsOf(use, state),
    hasOwnKey: withOwnKey.has(use.activity) || (use.isInherited && withOwnKey.has(null)),
  }));
}

function targetsOf({ choice, target }: TargetUse, state: TenantState): readonly TargetState[] {
  switch (choice) {
    case 'name':
      return state.targetsNamed(target);
    case 'id': {
      const found = state.targetWithId(target);
      return found ? [found] : [];
    }
    case 'module':
      return state.targetsOfModule(integrationIn(target)?.externalId ?? '');
  }
}

/** Uses of the same target together, in the order of their first place. */
export function groupedByTarget(uses: readonly ResolvedUse[]): (readonly [TargetState, readonly ResolvedUse[]])[] {
  const groups = new Map<TargetState, ResolvedUse[]>();
  for (const resolved of uses) {
    for (const target of resolved.targets) {
      const group = groups.get(target);
      if (group) group.push(resolved);
      else groups.set(target, [resolved]);
    }
  }
  return [...groups];
}
