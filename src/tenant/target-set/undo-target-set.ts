import { TenantError } from '../api/tenant-error';
import { messageOf, Surprise } from '../switch/surprise';
import { restoreTarget } from '../switch/write-key';
import { hasName, presentIn, type Created, type SetClient, type SetDeed } from './apply-target-set';

export interface SetUndoOutcome {
  /** The names of targets that are as before, and of what was deleted. */
  readonly undone: readonly string[];
  /** As before now, while what got no answer may still arrive. */
  readonly late: readonly string[];
  /** What stays, and why: whole sentences. */
  readonly left: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Puts back what was changed and deletes what was created, the last first. What somebody else has changed or used
 * meanwhile stays, and so does what nobody can say who created.
 */
export function undoTargetSet(
  done: readonly SetDeed[],
  client: SetClient,
  signal: AbortSignal,
): Promise<SetUndoOutcome> {
  const undone: string[] = [];
  const late: string[] = [];
  const left: { name: string; reason: string }[] = [];
  return client.inTurn(async () => {
    for (const deed of [...done].reverse()) {
      const name = nameOf(deed);
      try {
        const isLate =
          deed.kind === 'changed'
            ? await restoreTarget(deed.switched, client, signal)
            : await deleteCreated(deed, client, signal);
        (isLate ? late : undone).push(name);
      } catch (error) {
        left.push({ name, reason: `${messageOf(error)}${deed.kind === 'created' ? inConsole : ''}` });
      }
    }
    return { undone, late, left };
  });
}

export function nameOf(deed: SetDeed): string {
  return deed.kind === 'changed' ? deed.switched.target.name : deed.name;
}

const inConsole = ' Look at it in the web console, and delete it there if nobody needs it.';

/** @returns whether that may not last: the answer got lost, it is not there, and may still arrive. */
async function deleteCreated(created: Created, client: SetClient, signal: AbortSignal): Promise<boolean> {
  const { id, name, updatedOn } = created;
  if (id === null) {
    if (!hasName(await presentIn(client, signal), name)) return true;
    throw new Surprise('It is there, and as the answer got lost, nobody knows whether it was created by this.');
  }
  const access = accessTo(created, id, client, signal);
  const now = await orGone(access.read());
  if (now === undefined) return false;
  if (updatedOn !== null && now.updated_on !== updatedOn) throw new Surprise('Somebody changed it meanwhile.');
  const { items, leftOut } = await client.usedBy(id, access.baseType, signal);
  if (items.length + leftOut > 0) throw new Surprise('Something uses it by now.');
  await access.remove();
  if ((await orGone(access.read())) !== undefined) throw new Surprise('It was deleted, but is still there.');
  return false;
}

function accessTo({ what }: Created, id: string, client: SetClient, signal: AbortSignal) {
  return what === 'target'
    ? {
        baseType: 'target' as const,
        read: () => client.getTarget(id, signal),
        remove: () => client.deleteTarget(id, signal),
      }
    : {
        baseType: 'runtime_user' as const,
        read: () => client.getAccountKey(id, signal),
        remove: () => client.deleteAccountKey(id, signal),
      };
}

async function orGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof TenantError && error.kind === 'not-found') return undefined;
    throw error;
  }
}
