import { TenantError } from '../api/tenant-error';
import type { TargetState } from '../state/tenant-state';
import type { TenantClient } from '../tenant-client';

/** What the tenant itself says hangs on a target: workflows that are in no file of the workspace are among them. */
export interface TargetImpact {
  readonly target: TargetState;
  readonly users: readonly string[];
  /** Why that is not known; the plan stands without it. */
  readonly problem?: string;
}

/** Any plan that changes targets. */
export interface ImpactPlan {
  readonly steps: readonly { readonly target: TargetState }[];
}

export type ImpactClient = Pick<TenantClient, 'usedBy'>;

/**
 * Asks the tenant about every target that a plan would change.
 * @throws {TenantError} only where the asking was given up.
 */
export function impactOf(
  { steps }: ImpactPlan,
  client: ImpactClient,
  signal: AbortSignal,
): Promise<readonly TargetImpact[]> {
  return Promise.all(steps.map(({ target }) => ask(target, client, signal)));
}

/** `null` where nobody knows, or not all is known. */
export function usedInTenant(target: TargetState, impacts: readonly TargetImpact[]): readonly string[] | null {
  const impact = impacts.find((each) => each.target === target);
  return impact && impact.problem === undefined ? impact.users : null;
}

async function ask(target: TargetState, client: ImpactClient, signal: AbortSignal): Promise<TargetImpact> {
  if (target.id === null) return { target, users: [], problem: 'Its id is not known.' };
  try {
    const { items, leftOut } = await client.usedBy(target.id, 'target', signal);
    const users = items.map(({ title, name, unique_name: uniqueName, id }) => title ?? name ?? uniqueName ?? id ?? '?');
    const sorted = users.sort((one, other) => one.localeCompare(other));
    return { target, users: sorted, ...(leftOut > 0 && { problem: `${leftOut} more could not be read.` }) };
  } catch (error) {
    if (!(error instanceof TenantError) || error.kind === 'cancelled') throw error;
    return { target, users: [], problem: error.message };
  }
}
