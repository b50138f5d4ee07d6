import type { Target } from '../api/target';
import { isRefusal } from '../api/tenant-error';
import { mask } from '../../core/text/mask';
import { readTarget } from '../state/read-object';
import type { TargetState } from '../state/tenant-state';
import type { TenantClient } from '../tenant-client';
import { mayArrive, messageOf, Surprise } from './surprise';

type Properties = Readonly<Record<string, unknown>>;

/** A target that was written, or may have been, with what it held before. */
export interface SwitchedTarget {
  readonly target: TargetState;
  readonly before: Target;
  /** The properties that were sent. */
  readonly written: Properties;
  /** `updated_on` after the writing, if the tenant tells it; nothing as long as nobody knows whether it was written. */
  writtenOn: string | null | undefined;
}

export type TargetClient = Pick<TenantClient, 'getTarget' | 'putTarget'>;

/**
 * Gives a target an account key, or none: reads it, writes it back whole with two properties changed, reads it again.
 * An interruption takes effect before it is written, or after all is done.
 * @param keyId `null` for "No Account Keys".
 * @param note told before it is written: when an answer is lost, nobody knows whether it was. What comes back is called
 * where the tenant refuses it, which leaves all as it was.
 * @throws {Surprise} @throws {TenantError}
 */
export async function writeKey(
  target: TargetState,
  keyId: string | null,
  client: TargetClient,
  signal: AbortSignal,
  note: (switched: SwitchedTarget) => () => void,
): Promise<void> {
  const before = await readUntouched(target, client, signal);
  const written = withKey(before.properties ?? {}, keyId);
  const switched: SwitchedTarget = { target, before, written, writtenOn: undefined };
  const takeBack = note(switched);
  try {
    switched.writtenOn = await write(idOf(target), before, written, client);
  } catch (error) {
    if (isRefusal(error)) {
      takeBack();
      throw error;
    }
    const lost = messageOf(error);
    switched.writtenOn = (await lookAgain(target, written, lost, client)).updated_on ?? null;
    throw new Surprise(`${lost} Read again, "${target.name}" has the change.`);
  }
  const different = await differingNow(idOf(target), written, client);
  if (different.length > 0) {
    throw new Surprise(`"${target.name}" was written, but is not as it should be: ${different.join(', ')}.`);
  }
}

/**
 * Whether a writing arrived whose answer got lost: the tenant tells more than the error.
 * @returns the target that has what was wished.
 * @throws {Surprise} where it does not have it.
 */
async function lookAgain(target: TargetState, wished: Properties, lost: string, client: TargetClient): Promise<Target> {
  let now: Target;
  try {
    now = await client.getTarget(idOf(target), uninterrupted());
  } catch {
    throw new Surprise(`${lost} It could not be read again either. ${mayArrive}`);
  }
  if (differing(wished, now.properties ?? {}).length === 0) return now;
  throw new Surprise(`${lost} Read again, "${target.name}" does not have the change. ${mayArrive}`);
}

/**
 * Makes a target what it was before, unless somebody else has changed it meanwhile.
 * @returns whether that may not last: the change got no answer, had not arrived, and may still do so.
 * @throws {Surprise} @throws {TenantError}
 */
export async function restoreTarget(
  switched: SwitchedTarget,
  client: TargetClient,
  signal: AbortSignal,
): Promise<boolean> {
  const { target, before, written, writtenOn } = switched;
  const properties = before.properties ?? {};
  const now = await client.getTarget(idOf(target), signal);
  if (differing(properties, now.properties ?? {}).length === 0) return writtenOn === undefined;
  const changes = differing(written, now.properties ?? {});
  if (changes.length > 0 && !isAsWritten(now, switched)) {
    throw new Surprise(`It is not as it was written: somebody changed it meanwhile (${changes.join(', ')}).`);
  }
  try {
    await write(idOf(target), before, properties, client);
  } catch (error) {
    if (isRefusal(error)) throw error;
    await lookAgain(target, properties, messageOf(error), client);
    return false;
  }
  const different = await differingNow(idOf(target), properties, client);
  if (different.length > 0) throw new Surprise(`It was written, but is not as it was: ${different.join(', ')}.`);
  return false;
}

/** Every real target has either the one property or the other. */
function withKey(before: Properties, keyId: string | null): Properties {
  const others = Object.fromEntries(Object.entries(before).filter(([name]) => name !== 'default_runtime_user_id'));
  return keyId === null
    ? { ...others, no_runtime_user: true }
    : { ...others, no_runtime_user: false, default_runtime_user_id: keyId };
}

/** Whether nobody has saved it since: what differs is then what the tenant made of the writing. */
function isAsWritten(now: Target, { writtenOn }: SwitchedTarget): boolean {
  return writtenOn != null && now.updated_on === writtenOn;
}

/**
 * Writes a target whole, and tells when. Whoever interrupts waits for the end of it: what is given up on its way may
 * still arrive, after everything was found to be as before.
 */
async function write(id: string, target: Target, properties: Properties, client: TargetClient): Promise<string | null> {
  const answer = await client.putTarget(id, { ...described(target), properties }, uninterrupted());
  return answer.updated_on ?? null;
}

async function differingNow(id: string, wished: Properties, client: TargetClient): Promise<string[]> {
  return differing(wished, (await client.getTarget(id, uninterrupted())).properties ?? {});
}

const uninterrupted = (): AbortSignal => new AbortController().signal;

async function readUntouched(target: TargetState, client: TargetClient, signal: AbortSignal): Promise<Target> {
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
