import type { Target } from '../api/target';
import { TenantError } from '../api/tenant-error';
import type { TargetState } from '../state/tenant-state';
import type { TenantClient } from '../tenant-client';
import type { SwitchPlan, SwitchStep } from './switch-plan';

/** The part of a tenant that a switch needs. */
export type SwitchClient = Pick<TenantClient, 'getTarget' | 'getAccountKey' | 'putTarget'>;

/** A target that was written, or may have been, with what it held before. */
export interface SwitchedTarget {
  readonly target: TargetState;
  readonly before: Target;
}

export interface SwitchOutcome {
  /** In the order in which they were written. */
  readonly switched: readonly SwitchedTarget[];
  /** Why it stopped before the end: whole sentences. Nothing where all went well. */
  readonly surprise?: string;
}

export interface PutBackOutcome {
  readonly restored: readonly TargetState[];
  /** What could not be put back, and why. */
  readonly left: readonly { readonly target: TargetState; readonly reason: string }[];
}

/** Told before each target is written. */
export type SwitchProgress = (step: SwitchStep, number: number) => void;

/**
 * Carries a plan out, one target after the other: reads it, writes it back whole with two properties changed, reads
 * it again. Stops at the first surprise. Never rejects with a {@link TenantError}: that is a surprise, too.
 */
export async function applySwitch(
  plan: SwitchPlan,
  client: SwitchClient,
  signal: AbortSignal,
  progress?: SwitchProgress,
): Promise<SwitchOutcome> {
  const switched: SwitchedTarget[] = [];
  try {
    const keyId = await findKey(plan, client, signal);
    for (const [index, step] of plan.steps.entries()) {
      progress?.(step, index + 1);
      const before = await readUntouched(step, client, signal);
      const properties = { ...before.properties, no_runtime_user: false, default_runtime_user_id: keyId };
      // Noted before it is written: when an answer is lost, nobody knows whether it was.
      switched.push({ target: step.target, before });
      await client.putTarget(idOf(step.target), { ...described(before), properties }, signal);
      const after = await client.getTarget(idOf(step.target), signal);
      const different = differing(properties, after.properties ?? {});
      if (different.length > 0) {
        throw new Surprise(`"${step.target.name}" was written, but is not as it should be: ${different.join(', ')}.`);
      }
    }
    return { switched };
  } catch (error) {
    return { switched, surprise: messageOf(error) };
  }
}

/** Puts back what a switch changed, the last first. What somebody else changed meanwhile is left as it is. */
export async function putBack(
  switched: readonly SwitchedTarget[],
  keyId: string | null,
  client: SwitchClient,
  signal: AbortSignal,
): Promise<PutBackOutcome> {
  const restored: TargetState[] = [];
  const left: { target: TargetState; reason: string }[] = [];
  for (const { target, before } of [...switched].reverse()) {
    try {
      const properties = before.properties ?? {};
      const now = await client.getTarget(idOf(target), signal);
      if (differing(properties, now.properties ?? {}).length > 0) {
        if (now.properties?.default_runtime_user_id !== keyId) {
          throw new Surprise('Its account key is neither the old nor the new one: somebody changed it meanwhile.');
        }
        await client.putTarget(idOf(target), { ...described(before), properties }, signal);
        const different = differing(properties, (await client.getTarget(idOf(target), signal)).properties ?? {});
        if (different.length > 0) throw new Surprise(`It was written, but is not as it was: ${different.join(', ')}.`);
      }
      restored.push(target);
    } catch (error) {
      left.push({ target, reason: messageOf(error) });
    }
  }
  return { restored, left };
}

/** Something is not as the plan took it to be. */
class Surprise extends Error {}

async function findKey({ key }: SwitchPlan, client: SwitchClient, signal: AbortSignal): Promise<string> {
  if (key.id === null) throw new Surprise(`The id of the account key "${key.name}" is not known: refresh the tenant.`);
  try {
    const { type } = await client.getAccountKey(key.id, signal);
    if (type === key.type) return key.id;
  } catch (error) {
    if (!(error instanceof TenantError) || error.kind !== 'not-found') throw error;
  }
  throw new Surprise(`The account key "${key.name}" is not there any more, or is another one: refresh the tenant.`);
}

async function readUntouched({ target }: SwitchStep, client: SwitchClient, signal: AbortSignal): Promise<Target> {
  const now = await client.getTarget(idOf(target), signal);
  if ((now.updated_on ?? null) === target.updatedOn) return now;
  throw new Surprise(`"${target.name}" was changed since it was read: refresh the tenant, and look at the plan again.`);
}

function idOf({ id, name }: TargetState): string {
  if (id === null) throw new Surprise(`The id of "${name}" is not known: refresh the tenant.`);
  return id;
}

/** What the API takes besides the properties; sent back as it was. */
function described(target: Target): { name?: string; title?: string; description?: string } {
  const { name, title, description } = target as Target & { readonly description?: unknown };
  return {
    ...(name != null && { name }),
    ...(title != null && { title }),
    ...(typeof description === 'string' && { description }),
  };
}

/** The names of properties that are not as wished. A target without a key may keep the name of one: it is not used. */
function differing(wished: Readonly<Record<string, unknown>>, found: Readonly<Record<string, unknown>>): string[] {
  const isUnused = (name: string): boolean => name === 'default_runtime_user_id' && wished.no_runtime_user === true;
  return [...new Set([...Object.keys(wished), ...Object.keys(found)])].filter(
    (name) => !isUnused(name) && JSON.stringify(wished[name]) !== JSON.stringify(found[name]),
  );
}

function messageOf(error: unknown): string {
  if (error instanceof TenantError || error instanceof Surprise) return error.message;
  throw error;
}
