import { TenantError } from '../api/tenant-error';
import { messageOf, Surprise } from '../switch/surprise';
import { restoreTarget } from '../switch/write-key';
import { presentIn, type Created, type SetClient, type SetDeed } from './apply-target-set';

export interface SetUndoOutcome {
  /** The names of targets that are as before, and of what was deleted. */
  readonly undone: readonly string[];
  /** What stays, and why: whole sentences. */
  readonly left: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Puts back what was changed and deletes what was created, the last first. What somebody else has changed or used
 * meanwhile stays, and so does what nobody can say who created.
 */
export async function undoTargetSet(
  done: readonly SetDeed[],
  client: SetClient,
  signal: AbortSignal,
): Promise<SetUndoOutcome> {
  const undone: string[] = [];
  const left: { name: string; reason: string }[] = [];
  for (const deed of [...done].reverse()) {
    const name = nameOf(deed);
    try {
      if (deed.kind === 'changed') await restoreTarget(deed.switched, client, signal);
      else if (!(await isGone(deed, client, signal))) continue;
      undone.push(name);
    } catch (error) {
      left.push({ name, reason: `${messageOf(error)}${deed.kind === 'created' ? inConsole : ''}` });
    }
  }
  return { undone, left };
}

export function nameOf(deed: SetDeed): string {
  return deed.kind === 'changed' ? deed.switched.target.name : deed.name;
}

const inConsole = ' Look at it in the web console, and delete it there if nobody needs it.';

/** @returns `false` where it was never created. */
async function isGone(created: Created, client: SetClient, signal: AbortSignal): Promise<boolean> {
  const { id, name, updatedOn } = created;
  if (id === null) {
    const present = await presentIn(client, signal);
    if (!present.some((each) => each.name.toLowerCase() === name.toLowerCase())) return false;
    throw new Surprise('It is there, and as the answer got lost, nobody knows whether it was created by this.');
  }
  const access = accessTo(created, id, client, signal);
  const now = await orGone(access.read());
  if (now === undefined) return true;
  if (updatedOn !== null && now.updated_on !== updatedOn) throw new Surprise('Somebody changed it meanwhile.');
  const { items, leftOut } = await client.usedBy(id, access.baseType, signal);
  if (items.length + leftOut > 0) throw new Surprise('Something uses it by now.');
  await access.remove();
  if ((await orGone(access.read())) !== undefined) throw new Surprise('It was deleted, but is still there.');
  return true;
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
