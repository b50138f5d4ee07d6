import * as vscode from 'vscode';
import type { Credentials } from '../../tenant/ports';
import { regionEndpoints, regionNames, type Endpoints, type Region } from '../../tenant/regions';
import { tenantListKey } from './tenant-list-key';

/** A tenant that somebody signed in to. What it is called and where it lives is no secret; its credentials are. */
export interface KnownTenant {
  readonly id: string;
  readonly name: string;
  readonly region: Region;
  /** Another server than the region's, for those who try the explorer without an account. */
  readonly endpoints?: Endpoints;
}

const activeKey = 'sxo.activeTenant';

/** The tenants that were added, one of them active. Credentials are kept in the editor's secret storage only. */
export class TenantList implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #secrets: vscode.SecretStorage;
  readonly #changed = new vscode.EventEmitter<void>();

  readonly onDidChange = this.#changed.event;

  constructor({ globalState, secrets }: Pick<vscode.ExtensionContext, 'globalState' | 'secrets'>) {
    this.#state = globalState;
    this.#secrets = secrets;
  }

  get all(): readonly KnownTenant[] {
    return this.#state.get<readonly KnownTenant[]>(tenantListKey, []);
  }

  /** Of a tenant, or the address of a snapshot that was opened; the first tenant's where nothing was chosen. */
  get activeId(): string | undefined {
    return this.#state.get<string>(activeKey) ?? this.all[0]?.id;
  }

  find(id: string): KnownTenant | undefined {
    return this.all.find((tenant) => tenant.id === id);
  }

  async add(tenant: KnownTenant, credentials: Credentials): Promise<void> {
    await this.#secrets.store(secretKey(tenant.id), JSON.stringify(credentials));
    await this.#state.update(tenantListKey, [...this.all.filter(({ id }) => id !== tenant.id), tenant]);
    await this.activate(tenant.id);
  }

  async activate(id: string | undefined): Promise<void> {
    await this.#state.update(activeKey, id);
    this.#changed.fire();
  }

  /** Signs out: nothing of the tenant stays, its credentials first. */
  async remove({ id }: KnownTenant): Promise<void> {
    await this.#secrets.delete(secretKey(id));
    await this.#state.update(
      tenantListKey,
      this.all.filter((tenant) => tenant.id !== id),
    );
    await this.activate(this.activeId === id ? undefined : this.activeId);
  }

  /** Nothing where the storage has lost them, for example on another machine that shares the settings. */
  async credentialsOf({ id }: KnownTenant): Promise<Credentials | undefined> {
    const stored = await this.#secrets.get(secretKey(id));
    try {
      return stored === undefined ? undefined : (JSON.parse(stored) as Credentials);
    } catch {
      // The engine's own words would quote it.
      return undefined;
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

export function endpointsOf({ region, endpoints }: KnownTenant): Endpoints {
  return endpoints ?? regionEndpoints[region];
}

export function placeOf({ region, endpoints }: KnownTenant): string {
  return endpoints ? new URL(endpoints.api).host : regionNames[region];
}

function secretKey(id: string): string {
  return `sxo.credentials.${id}`;
}
