import type { TargetState } from '../state/tenant-state';
import type { TenantClient } from '../tenant-client';
import { findKey } from './find-key';
import { messageOf } from './surprise';
import type { SwitchPlan, SwitchStep } from './switch-plan';
import { restoreTarget, writeKey, type SwitchedTarget } from './write-key';

/** The part of a tenant that a switch needs. */
export type SwitchClient = Pick<TenantClient, 'getTarget' | 'getAccountKey' | 'putTarget' | 'inTurn'>;

export interface SwitchOutcome {
  /** In the order in which they were written. */
  readonly switched: readonly SwitchedTarget[];
  /** Why it stopped before the end: whole sentences. Nothing where all went well. */
  readonly surprise?: string;
}

export interface PutBackOutcome {
  readonly restored: readonly TargetState[];
  /** As before now, while the change that got no answer may still arrive. */
  readonly late: readonly TargetState[];
  /** What could not be put back, and why. */
  readonly left: readonly { readonly target: TargetState; readonly reason: string }[];
}

/** Told before each target is written. */
export type SwitchProgress = (step: SwitchStep, number: number) => void;

/**
 * Carries a plan out, one target after the other: reads it, writes it back whole with two properties changed, reads
 * it again. Stops at the first surprise. Never rejects: whatever goes wrong is a surprise, too, or what was written
 * before would be forgotten over it. An interruption takes effect between two targets. Of two at a time, the second
 * waits for the first, and finds what that has changed.
 */
export function applySwitch(
  plan: SwitchPlan,
  client: SwitchClient,
  signal: AbortSignal,
  progress?: SwitchProgress,
): Promise<SwitchOutcome> {
  const switched: SwitchedTarget[] = [];
  const note = (each: SwitchedTarget) => {
    switched.push(each);
    return () => void switched.pop();
  };
  return client.inTurn(async () => {
    try {
      const keyId = await findKey(plan.key, client, signal);
      for (const [index, step] of plan.steps.entries()) {
        progress?.(step, index + 1);
        await writeKey(step.target, keyId, client, signal, note);
      }
      return { switched };
    } catch (error) {
      return { switched, surprise: messageOf(error) };
    }
  });
}

/** Puts back what a switch changed, the last first. What somebody else changed meanwhile is left as it is. */
export function putBack(
  switched: readonly SwitchedTarget[],
  client: SwitchClient,
  signal: AbortSignal,
): Promise<PutBackOutcome> {
  const restored: TargetState[] = [];
  const late: TargetState[] = [];
  const left: { target: TargetState; reason: string }[] = [];
  return client.inTurn(async () => {
    for (const each of [...switched].reverse()) {
      try {
        if (await restoreTarget(each, client, signal)) late.push(each.target);
        else restored.push(each.target);
      } catch (error) {
        left.push({ target: each.target, reason: messageOf(error) });
      }
    }
    return { restored, late, left };
  });
}
