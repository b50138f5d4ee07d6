import * as vscode from 'vscode';
import type { Quota } from '../../tenant/api/quota';
import { TenantError } from '../../tenant/api/tenant-error';
import type { TenantFailure } from '../../tenant/explorer/error-node';
import { parseSnapshot, printSnapshot, type Snapshot } from '../../tenant/snapshot';
import { createTenantClient, type TenantClient } from '../../tenant/tenant-client';
import { endpointsOf, type KnownTenant, type TenantList } from './tenant-list';
import { portsOf } from './tenant-ports';

/** What is known of a tenant, and where it comes from. */
export interface TenantKnowledge {
  readonly snapshot?: Snapshot;
  /** `cached`: from an earlier session of the editor, or from before an attempt that failed. */
  readonly origin: 'live' | 'cached';
  readonly quota?: Quota | undefined;
  /** How many things had a shape that could not be read, and are missing in the snapshot. */
  readonly leftOut?: number;
  readonly isLoading: boolean;
  /** Why the last attempt brought nothing newer. */
  readonly error?: TenantFailure;
}

const nothing: TenantKnowledge = { origin: 'cached', isLoading: false };

/** Reads tenants when asked, never by itself, and keeps a masked copy for the next session. */
export class TenantData implements vscode.Disposable {
  readonly #tenants: TenantList;
  readonly #folder: vscode.Uri;
  readonly #known = new Map<string, TenantKnowledge>();
  readonly #clients = new Map<string, TenantClient>();
  readonly #running = new Map<string, AbortController>();
  readonly #changed = new vscode.EventEmitter<KnownTenant>();

  readonly onDidChange = this.#changed.event;

  /** @param storage the folder that the editor gives to the extension. */
  constructor(tenants: TenantList, storage: vscode.Uri) {
    this.#tenants = tenants;
    this.#folder = vscode.Uri.joinPath(storage, 'tenants');
  }

  /** What is known now; the first question looks for the copy of an earlier session. */
  of(tenant: KnownTenant): TenantKnowledge {
    const known = this.#known.get(tenant.id);
    if (known) return known;
    this.#known.set(tenant.id, nothing);
    void this.#recall(tenant);
    return nothing;
  }

  client(tenant: KnownTenant): TenantClient {
    let client = this.#clients.get(tenant.id);
    if (!client) {
      client = createTenantClient(portsOf(tenant, this.#tenants), endpointsOf(tenant));
      this.#clients.set(tenant.id, client);
    }
    return client;
  }

  /** Reads the tenant anew. What goes wrong is kept as knowledge, and what was known stays. */
  async refresh(tenant: KnownTenant, token?: vscode.CancellationToken): Promise<TenantKnowledge> {
    this.#running.get(tenant.id)?.abort();
    const running = new AbortController();
    this.#running.set(tenant.id, running);
    const listener = token?.onCancellationRequested(() => {
      running.abort();
    });
    const before = this.of(tenant);
    const client = this.client(tenant);
    this.#tell(tenant, { ...before, isLoading: true });
    try {
      const snapshot = await client.takeSnapshot(running.signal);
      if (this.#running.get(tenant.id) === running) {
        const { quota, leftOut } = client;
        this.#tell(tenant, { snapshot, origin: 'live', quota, leftOut, isLoading: false });
        await this.#keep(tenant, snapshot);
      }
    } catch (error) {
      if (!(error instanceof TenantError)) throw error;
      // What was known may have come meanwhile from the copy of an earlier session.
      const known = { ...this.of(tenant), quota: client.quota ?? before.quota, isLoading: false };
      if (this.#running.get(tenant.id) === running)
        this.#tell(
          tenant,
          error.kind === 'cancelled' ? known : { ...known, origin: 'cached', error: failureOf(error) },
        );
    } finally {
      listener?.dispose();
    }
    return this.of(tenant);
  }

  /** Gives up reading the tenant; what was known stays. */
  stop(tenant: KnownTenant): void {
    this.#running.get(tenant.id)?.abort();
  }

  /** Forgets the token, as another API client takes over; what was read stays. */
  forgetClient(tenant: KnownTenant): void {
    this.#running.get(tenant.id)?.abort();
    this.#running.delete(tenant.id);
    this.#clients.get(tenant.id)?.forget();
    this.#clients.delete(tenant.id);
  }

  /** Keeps the state before a change beside the copy, where no later one replaces it. */
  async saveBefore(tenant: KnownTenant, snapshot: Snapshot): Promise<vscode.Uri> {
    const moment = snapshot.takenAt.replace(/\D/g, '');
    const file = vscode.Uri.joinPath(this.#folder, `${tenant.id}-before-${moment}.json`);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(printSnapshot(snapshot)));
    return file;
  }

  /** Forgets all of a tenant that is in the list no more, in memory and on disk. */
  async forget(tenant: KnownTenant): Promise<void> {
    this.forgetClient(tenant);
    this.#known.delete(tenant.id);
    await this.#deleteCopy(tenant);
  }

  dispose(): void {
    for (const running of this.#running.values()) running.abort();
    this.#changed.dispose();
  }

  async #recall(tenant: KnownTenant): Promise<void> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.#fileOf(tenant));
      const snapshot = parseSnapshot(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
      const known = this.#known.get(tenant.id);
      if (known && !known.snapshot) this.#tell(tenant, { ...known, snapshot, origin: 'cached' });
    } catch {
      // There is no copy, or none that can be read: the tenant will be read when somebody asks for it.
    }
  }

  async #keep(tenant: KnownTenant, snapshot: Snapshot): Promise<void> {
    try {
      await vscode.workspace.fs.writeFile(this.#fileOf(tenant), new TextEncoder().encode(printSnapshot(snapshot)));
    } catch {
      // It is for the next session only: what was read is known all the same, and a switch must find its way back.
    }
    // Somebody may have signed out while it was written.
    if (!this.#tenants.find(tenant.id)) await this.#deleteCopy(tenant);
  }

  async #deleteCopy(tenant: KnownTenant): Promise<void> {
    try {
      await vscode.workspace.fs.delete(this.#fileOf(tenant));
    } catch {
      // It was never written.
    }
  }

  #tell(tenant: KnownTenant, knowledge: TenantKnowledge): void {
    this.#known.set(tenant.id, knowledge);
    this.#changed.fire(tenant);
  }

  #fileOf({ id }: KnownTenant): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, `${id}.json`);
  }
}

function failureOf({ kind, message, retryAfterSeconds }: TenantError): TenantFailure {
  return { kind, message, ...(retryAfterSeconds !== undefined && { retryAt: Date.now() + retryAfterSeconds * 1000 }) };
}
