import type { NewTarget } from '../api/target';
import { isRefusal } from '../api/tenant-error';
import type { Credentials } from '../ports';
import { basicKeyType } from '../state/account-key-types';
import { stateOfSnapshot } from '../state/state-of';
import { httpTargetType } from '../state/target-role';
import type { AccountKeyState, TargetState } from '../state/tenant-state';
import type { TenantClient } from '../tenant-client';
import { findKey } from '../switch/find-key';
import { mayArrive, messageOf, Surprise } from '../switch/surprise';
import { writeKey, type SwitchedTarget } from '../switch/write-key';
import type { TargetSetPlan } from './plan-target-set';
import { leftToPerson, stepName, stepsOf, type SetStep } from './set-steps';
import type { WantedTarget } from './target-set';

export type SetClient = Pick<
  TenantClient,
  | 'takeSnapshot'
  | 'getTarget'
  | 'putTarget'
  | 'createTarget'
  | 'deleteTarget'
  | 'getAccountKey'
  | 'createBasicKey'
  | 'deleteAccountKey'
  | 'usedBy'
  | 'inTurn'
>;

/** What was created, as far as an answer told. */
export interface Created {
  readonly what: 'target' | 'account key';
  readonly name: string;
  /** `null` where the answer got lost: then nobody knows whether it was created. */
  readonly id: string | null;
  /** As it was when it was read after its creation. */
  readonly updatedOn: string | null;
}

/** Something that was done, or may have been. */
export type SetDeed =
  ({ readonly kind: 'created' } & Created) | { readonly kind: 'changed'; readonly switched: SwitchedTarget };

export interface SetOutcome {
  /** In the order in which it was done. */
  readonly done: readonly SetDeed[];
  /** Why it stopped before the end: whole sentences. Nothing where all went well. */
  readonly surprise?: string;
}

/** Told before each step. */
export type SetProgress = (step: SetStep, number: number) => void;

/**
 * Carries a plan out, one step after the other, and reads each time what came of it. Stops at the first surprise.
 * Never rejects: whatever goes wrong is a surprise, too.
 * @param credentials the id and the password for a key that is to be created; sent to the tenant, and kept nowhere.
 */
export function applyTargetSet(
  plan: TargetSetPlan,
  credentials: Credentials | undefined,
  client: SetClient,
  signal: AbortSignal,
  progress?: SetProgress,
): Promise<SetOutcome> {
  const deeds = new Deeds(client, signal);
  return client.inTurn(async () => {
    try {
      const [left] = leftToPerson(plan);
      if (left !== undefined) throw new Surprise(left);
      const steps = stepsOf(plan);
      if (steps.some(({ does }) => does !== 'change-target'))
        deeds.known = await insistOnFreeNames(steps, client, signal);
      let keyId = plan.key.state === 'there' ? await findKey(plan.key.key, client, signal) : null;
      for (const [index, step] of steps.entries()) {
        progress?.(step, index + 1);
        const keyOf = ({ usesKey }: WantedTarget): string | null => (usesKey ? keyId : null);
        if (step.does === 'create-key') keyId = await deeds.createKey(step.name, credentials);
        else if (step.does === 'create-target')
          await deeds.createTarget(step.planned.wanted, keyOf(step.planned.wanted));
        else await deeds.changeTarget(step.planned, keyOf(step.planned.wanted));
      }
      return { done: deeds.done };
    } catch (error) {
      return { done: deeds.done, surprise: messageOf(error) };
    }
  });
}

/** Does one thing after the other and keeps account of it, also of what may have been done. */
class Deeds {
  readonly done: SetDeed[] = [];
  /** What was there before: nothing of it may ever count as created, and be deleted. */
  known: ReadonlySet<string> = new Set();
  readonly #client: SetClient;
  readonly #signal: AbortSignal;

  constructor(client: SetClient, signal: AbortSignal) {
    this.#client = client;
    this.#signal = signal;
  }

  async createKey(name: string, credentials: Credentials | undefined): Promise<string> {
    if (!credentials) throw new Surprise(`The account key "${name}" needs the id and the password of an API client.`);
    const { id, deed } = await this.#create('account key', name, (signal) =>
      this.#client.createBasicKey(name, credentials, signal),
    );
    const { type, name: found, updated_on: updatedOn } = await this.#client.getAccountKey(id, this.#signal);
    deed.updatedOn = updatedOn ?? null;
    if (type !== basicKeyType || found !== name) {
      throw new Surprise(`The account key "${name}" was created, but has another name or another type.`);
    }
    return id;
  }

  async createTarget(wanted: WantedTarget, keyId: string | null): Promise<void> {
    const { name } = wanted;
    const target = newTarget(wanted, keyId);
    const { id, deed } = await this.#create('target', name, (signal) => this.#client.createTarget(target, signal));
    const after = await this.#client.getTarget(id, this.#signal);
    deed.updatedOn = after.updated_on ?? null;
    const different = Object.entries(target.properties)
      .filter(([property, value]) => after.properties?.[property] !== value)
      .map(([property]) => property);
    if (after.name !== name) different.push('name');
    if (different.length > 0) {
      throw new Surprise(`"${name}" was created, but is not as it should be: ${different.join(', ')}.`);
    }
  }

  changeTarget({ target }: Pick<SwitchedTarget, 'target'>, keyId: string | null): Promise<void> {
    return writeKey(target, keyId, this.#client, this.#signal, (switched) => {
      this.done.push({ kind: 'changed', switched });
      return () => void this.done.pop();
    });
  }

  /**
   * Notes a thing before it is asked for, and fills in what the answer tells. Whoever interrupts waits for that: what is
   * given up on its way may be created all the same, and nobody would know its id.
   */
  async #create(
    what: Created['what'],
    name: string,
    ask: (signal: AbortSignal) => Promise<{ readonly id: string }>,
  ): Promise<{ readonly id: string; readonly deed: { -readonly [Name in keyof Created]: Created[Name] } }> {
    if (this.#signal.aborted) throw new Surprise(`The ${what} "${name}" was not created: it was cancelled before.`);
    const deed = { kind: 'created' as const, what, name, id: null as string | null, updatedOn: null };
    this.done.push(deed);
    try {
      const { id } = await ask(new AbortController().signal);
      if (this.known.has(id)) {
        throw new Surprise(`"${name}" was to be created, and the answer tells of something that was there before.`);
      }
      deed.id = id;
      return { id, deed };
    } catch (error) {
      if (error instanceof Surprise) throw error;
      if (!isRefusal(error)) throw new Surprise(`${messageOf(error)} ${await this.#lookFor(name)}`);
      this.done.pop();
      throw error;
    }
  }

  /** What is to be seen of a thing whose answer got lost, in a sentence. */
  async #lookFor(name: string): Promise<string> {
    try {
      const present = await presentIn(this.#client, new AbortController().signal);
      return hasName(present, name)
        ? `Read again, "${name}" is there.`
        : `Read again, "${name}" is not there. ${mayArrive}`;
    } catch {
      return `It could not be looked for either. ${mayArrive}`;
    }
  }
}

/** As SecureX's own targets are when they are exported. */
function newTarget({ name, host, path }: WantedTarget, keyId: string | null): NewTarget {
  const properties = {
    display_name: name,
    protocol: 'https',
    host,
    ...(path !== undefined && { path }),
    disable_certificate_validation: false,
    no_runtime_user: keyId === null,
    ...(keyId !== null && { default_runtime_user_id: keyId }),
  };
  return { name, type: httpTargetType, properties };
}

/**
 * Somebody may have created the same since the plan was made, and two of a name would be worse than none.
 * @returns the ids of all that is there.
 */
async function insistOnFreeNames(
  steps: readonly SetStep[],
  client: SetClient,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const present = await presentIn(client, signal);
  const creations = steps.filter(({ does }) => does !== 'change-target').map(stepName);
  const clash = creations.find((name) => hasName(present, name));
  if (clash === undefined) return new Set(present.flatMap(({ id }) => id ?? []));
  throw new Surprise(`"${clash}" is there by now: refresh the tenant, and look at the plan again.`);
}

export function hasName(present: readonly { readonly name: string }[], name: string): boolean {
  return present.some((each) => each.name.toLowerCase() === name.toLowerCase());
}

/** All account keys and targets that there are now. */
export async function presentIn(
  client: SetClient,
  signal: AbortSignal,
): Promise<readonly (AccountKeyState | TargetState)[]> {
  const { accountKeys, targets } = stateOfSnapshot(await client.takeSnapshot(signal), 'live');
  return [...accountKeys, ...targets];
}
