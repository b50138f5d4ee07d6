import type { Target } from '../api/target';
import { TenantError } from '../api/tenant-error';
import { mask } from '../mask';
import { readTarget } from '../state/read-object';
import type { TargetState } from '../state/tenant-state';
import type { TenantClient } from '../tenant-client';
import type { SwitchPlan, SwitchStep } from './switch-plan';

/** The part of a tenant that a switch needs. */
export type SwitchClient = Pick<TenantClient, 'getTarget' | 'getAccountKey' | 'putTarget'>;

type Properties = Readonly<Record<string, unknown>>;

/** A target that was written, or may have been, with what it held before. */
export interface SwitchedTarget {
  readonly target: TargetState;
  readonly before: Target;
  /** The properties that were sent. */
  readonly written: Properties;
  /** `updated_on` as the answer to the writing told it; nothing where no answer came. */
  readonly writtenOn?: string | undefined;
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
 * it again. Stops at the first surprise. Never rejects: whatever goes wrong is a surprise, too, or what was written
 * before would be forgotten over it. An interruption takes effect between two targets.
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
      const written = { ...before.properties, no_runtime_user: false, default_runtime_user_id: keyId };
      // Noted before it is written: when an answer is lost, nobody knows whether it was.
      switched.push({ target: step.target, before, written });
      const writtenOn = await write(idOf(step.target), before, written, client);
      switched.splice(-1, 1, { target: step.target, before, written, writtenOn });
      const different = await differingNow(idOf(step.target), written, client);
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
  client: SwitchClient,
  signal: AbortSignal,
): Promise<PutBackOutcome> {
  const restored: TargetState[] = [];
  const left: { target: TargetState; reason: string }[] = [];
  for (const each of [...switched].reverse()) {
    const { target, before } = each;
    try {
      const properties = before.properties ?? {};
      const now = await client.getTarget(idOf(target), signal);
      if (differing(properties, now.properties ?? {}).length > 0) {
        const changes = differing(each.written, now.properties ?? {});
        if (changes.length > 0 && !isAsWritten(now, each)) {
          throw new Surprise(`It is not as it was written: somebody changed it meanwhile (${changes.join(', ')}).`);
        }
        await write(idOf(target), before, properties, client);
        const different = await differingNow(idOf(target), properties, client);
        if (different.length > 0) throw new Surprise(`It was written, but is not as it was: ${different.join(', ')}.`);
      }
      restored.push(target);
    } catch (error) {
      left.push({ target, reason: messageOf(error) });
    }
  }
  return { restored, left };
}

/** Whether nobody has saved it since: what differs is then what the tenant made of the writing. */
function isAsWritten(now: Target, { writtenOn }: SwitchedTarget): boolean {
  return writtenOn !== undefined && now.updated_on === writtenOn;
}

/**
 * Writes a target whole, and tells when. Whoever interrupts waits for the end of it: what is given up on its way may
 * still arrive, after everything was found to be as before.
 */
async function write(
  id: string,
  target: Target,
  properties: Properties,
  client: SwitchClient,
): Promise<string | undefined> {
  const answer = await client.putTarget(id, { ...described(target), properties }, uninterrupted());
  return answer.updated_on ?? undefined;
}

async function differingNow(id: string, wished: Properties, client: SwitchClient): Promise<string[]> {
  return differing(wished, (await client.getTarget(id, uninterrupted())).properties ?? {});
}

const uninterrupted = (): AbortSignal => new AbortController().signal;

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

async function readUntouched(step: SwitchStep, client: SwitchClient, signal: AbortSignal): Promise<Target> {
  const { target } = step;
  const now = await client.getTarget(idOf(target), signal);
  if (now.id !== target.id || !isUntouched(now, target)) {
    throw new Surprise(
      `"${target.name}" was changed since it was read: refresh the tenant, and look at the plan again.`,
    );
  }
  const hidden = Object.entries(now.properties ?? {}).flatMap(([name, value]) => (holdsMask(value) ? name : []));
  if (hidden.length > 0) {
    throw new Surprise(
      `The tenant masks a part of "${target.name}" (${hidden.join(', ')}), and writing it back would replace that by ` +
        'the mask: set the account key in the web console.',
    );
  }
  return now;
}

/** Not by the time alone: the API promises none. */
function isUntouched(target: Target, { updatedOn, accountKeyId, hasNoAccountKey }: TargetState): boolean {
  const now = readTarget(target, new Map(), false);
  return now.updatedOn === updatedOn && now.accountKeyId === accountKeyId && now.hasNoAccountKey === hasNoAccountKey;
}

/** At any depth; a mask is not told from a text that is the same, and neither is worth the risk. */
function holdsMask(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(mask);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsMask);
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
function differing(wished: Properties, found: Properties): string[] {
  const isUnused = (name: string): boolean => name === 'default_runtime_user_id' && wished.no_runtime_user === true;
  return [...new Set([...Object.keys(wished), ...Object.keys(found)])].filter(
    (name) => !isUnused(name) && canonical(wished[name]) !== canonical(found[name]),
  );
}

/** The order of keys means nothing, and servers have their own. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_name, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)))
      : item,
  );
}

/** Whatever it is: what was written before must not be forgotten over it. */
function messageOf(error: unknown): string {
  if (error instanceof TenantError || error instanceof Surprise) return error.message;
  return `Something unexpected happened: ${error instanceof Error ? error.message : String(error)}.`;
}
