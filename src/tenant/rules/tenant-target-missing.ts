import { tokenTargetName } from '../../core/catalog/targets';
import type { FileInventory } from '../../core/inventory';
import { groupBy } from '../group-by';
import { verdictOn } from '../state/method';
import type { TenantState } from '../state/tenant-state';
import { placesOf } from './places';
import type { ResolvedUse } from './resolve-uses';
import type { TenantRule } from './tenant-rule';

export const tenantTargetMissing: TenantRule = {
  code: 'tenant-target-missing',
  severity: 'warning',
  summary: 'A target that a workflow chooses and the tenant lacks.',
  fix: 'none',
  tags: [],
  *check({ inventory, uses, state }) {
    const missing = uses.filter(
      // The choice that is inherited stands in the workflow, and is found there.
      ({ use: { choice, target, isInherited }, targets }) =>
        choice !== 'module' && !isInherited && !target.includes('$') && targets.length === 0,
    );
    for (const group of groupBy(missing, keyOf).values()) {
      const [first] = group;
      if (!first) continue;
      const { title, target, choice } = first.use;
      const what = choice === 'name' ? 'display name' : 'id';
      yield {
        ...placesOf(group),
        message: `"${title}" chooses the target "${target}", and the tenant has none with this ${what}: the workflow cannot run there. ${advice(first, inventory, state)}`,
      };
    }
  },
};

function keyOf({ use: { choice, target } }: ResolvedUse): string {
  return choice === 'name' ? target.toLowerCase() : target;
}

function advice({ use: { target, choice } }: ResolvedUse, { embedded }: FileInventory, state: TenantState): string {
  if (choice === 'name' && tokenTargetName.test(target) && verdictOn(state).method === 'token') {
    return 'Its other targets have a token key, so nobody needs this one: migrate the workflow.';
  }
  const isEmbedded = embedded.some(({ kind, value }) => {
    if (kind !== 'target') return false;
    return choice === 'id' ? value.unique_name === target : displayNameOf(value) === target.toLowerCase();
  });
  return isEmbedded
    ? 'This file brings a definition of it along: import it with the workflow, and look at its account key after that.'
    : 'Create the target, or choose one that is there.';
}

function displayNameOf({ properties }: Readonly<Record<string, unknown>>): string | undefined {
  const name = (properties as Readonly<Record<string, unknown>> | null | undefined)?.display_name;
  return typeof name === 'string' ? name.toLowerCase() : undefined;
}
