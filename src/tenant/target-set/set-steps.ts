import type { Vocabulary } from '../../core/vocabulary';
import type { PlannedTarget, TargetChange, TargetCreation, TargetSetPlan } from './plan-target-set';
import { legacyScopes } from './target-set';

/** What the API can do of a plan, one request that changes something for each. */
export type SetStep =
  | { readonly does: 'create-key'; readonly name: string }
  | { readonly does: 'create-target'; readonly planned: TargetCreation }
  | { readonly does: 'change-target'; readonly planned: TargetChange };

/** In the order in which they are carried out: what takes nothing away from anybody comes first. */
export function stepsOf(plan: TargetSetPlan): readonly SetStep[] {
  const { key, targets } = plan;
  return [
    ...(key.state === 'to-create' ? [{ does: 'create-key' as const, name: key.name }] : []),
    ...targets.flatMap((planned) => (planned.state === 'missing' ? { does: 'create-target' as const, planned } : [])),
    ...changesOf(plan).map((planned) => ({ does: 'change-target' as const, planned })),
  ];
}

/** What may matter to somebody who uses the targets already. */
export function changesOf({ targets }: TargetSetPlan): readonly TargetChange[] {
  return targets.flatMap((planned) => (planned.state === 'differs' ? planned : []));
}

/**
 * What a person has to do before the rest can be carried out, in sentences: a set that is there in part is worse than
 * none. A key that only lacks the id and the password of its API client is not among them.
 */
export function leftToPerson({ key, targets, vocabulary }: TargetSetPlan): readonly string[] {
  return [
    ...(key.state === 'for-a-person' ? [createTokenKey(key.name, vocabulary)] : []),
    ...targets.flatMap((target) => (target.state === 'in-the-way' ? makeRoom(target) : [])),
  ];
}

export function stepName(step: SetStep): string {
  return step.does === 'create-key' ? step.name : step.planned.wanted.name;
}

/** Where the id and the password of a new key come from. */
export const createApiClient =
  `In the web console, create an API client with the scopes ${legacyScopes.slice(0, -1).join(', ')} and ` +
  `${legacyScopes.at(-1) ?? ''}: its id becomes the user name of the account key, and its password the password.`;

function createTokenKey(name: string, { tokenKeyType }: Vocabulary): string {
  return (
    `In the web console, create an account key of the type ${tokenKeyType}, and call ` +
    `it "${name}" or as you like. Whether the API can create one is not known.`
  );
}

function makeRoom({ wanted, reason }: PlannedTarget & { readonly state: 'in-the-way' }): string {
  return `Look at the target ${wanted.name}: ${reason}. Put it right in the web console, or choose another suffix.`;
}
