import { deleteAccountKey, getAccountKey, listAccountKeys, postBasicKey, type AccountKey } from './api/account-key';
import { ApiClient, type ApiClientOptions } from './api/api-client';
import type { Quota } from './api/quota';
import { listUsedBy, type Reference, type ReferencedType } from './api/references';
import {
  deleteTarget,
  getTarget,
  listTargets,
  postTarget,
  putTarget,
  type NewTarget,
  type Target,
  type TargetChange,
} from './api/target';
import { listTargetGroups } from './api/target-group';
import type { TolerantList } from './api/tolerant-list';
import type { Credentials, TenantPorts } from './ports';
import { regionOf, type Endpoints } from './regions';
import type { Snapshot } from './snapshot';
import { Turns } from './turns';

/** One tenant, live. Every promise may be rejected with a `TenantError`, and with nothing else. */
export interface TenantClient {
  /** All three lists, or an error. */
  takeSnapshot(signal: AbortSignal): Promise<Snapshot>;
  /** How many items of the last snapshot's lists had a shape that could not be read, and are missing in it. */
  readonly leftOut: number;
  getTarget(id: string, signal: AbortSignal): Promise<Target>;
  /** Without its `properties`, which may be secret. */
  getAccountKey(id: string, signal: AbortSignal): Promise<AccountKey>;
  /** Writes the whole `properties`: read the target first, and send back all that it holds. */
  putTarget(id: string, change: TargetChange, signal: AbortSignal): Promise<Target>;
  createTarget(target: NewTarget, signal: AbortSignal): Promise<Target>;
  deleteTarget(id: string, signal: AbortSignal): Promise<void>;
  /** Of the type HTTP Basic Authentication; the credentials are sent, and neither kept nor returned. */
  createBasicKey(name: string, credentials: Credentials, signal: AbortSignal): Promise<AccountKey>;
  deleteAccountKey(id: string, signal: AbortSignal): Promise<void>;
  /** Runs changes that belong together, after those of anybody else who has this client. */
  inTurn<T>(task: () => Promise<T>): Promise<T>;
  usedBy(id: string, baseType: ReferencedType, signal: AbortSignal): Promise<TolerantList<Reference>>;
  /** What is left of the organisation's hourly requests, as far as an answer has told. */
  readonly quota: Quota | undefined;
  /** Forgets the access token; for signing out and for other credentials. */
  forget(): void;
}

export function createTenantClient(ports: TenantPorts, endpoints: Endpoints, options?: ApiClientOptions): TenantClient {
  const api = new ApiClient(ports, endpoints, options);
  const region = regionOf(endpoints);
  const turns = new Turns();
  let leftOut = 0;
  return Object.freeze<TenantClient>({
    async takeSnapshot(signal) {
      // The time of asking: whatever changes from here on may be missing.
      const takenAt = new Date(ports.clock.now()).toISOString();
      const [targets, keys, groups] = await together(signal, (shared) => [
        listTargets(api, shared),
        listAccountKeys(api, shared),
        listTargetGroups(api, shared),
      ]);
      leftOut = targets.leftOut + keys.leftOut + groups.leftOut;
      return {
        version: 1,
        takenAt,
        ...(region !== undefined && { region }),
        targets: targets.items,
        runtime_users: keys.items,
        target_groups: groups.items,
      };
    },
    get leftOut() {
      return leftOut;
    },
    getTarget: (id, signal) => getTarget(api, id, signal),
    getAccountKey: (id, signal) => getAccountKey(api, id, signal),
    putTarget: (id, change, signal) => putTarget(api, id, change, signal),
    createTarget: (target, signal) => postTarget(api, target, signal),
    deleteTarget: (id, signal) => deleteTarget(api, id, signal),
    createBasicKey: (name, credentials, signal) => postBasicKey(api, name, credentials, signal),
    deleteAccountKey: (id, signal) => deleteAccountKey(api, id, signal),
    usedBy: (id, baseType, signal) => listUsedBy(api, id, baseType, signal),
    inTurn: (task) => turns.take(task),
    get quota() {
      return api.quota;
    },
    forget: () => {
      api.forget();
    },
  });
}

/** All or none: when one fails, the others are given up, and nothing goes on behind the caller's back. */
async function together<T extends readonly Promise<unknown>[] | []>(
  signal: AbortSignal,
  start: (shared: AbortSignal) => T,
): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
  const shared = new AbortController();
  const abort = (): void => {
    shared.abort();
  };
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.all(start(shared.signal));
  } finally {
    signal.removeEventListener('abort', abort);
    abort();
  }
}
