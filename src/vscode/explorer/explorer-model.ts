import * as vscode from 'vscode';
import type { VocabularyChoice } from '../../core/vocabulary';
import type { TenantView } from '../../tenant/explorer/tenant-nodes';
import { parseSnapshot, SnapshotError, type Snapshot } from '../../tenant/snapshot';
import { stateOfSnapshot } from '../../tenant/state/state-of';
import type { TenantState } from '../../tenant/state/tenant-state';
import { readVocabulary } from '../configuration';
import type { TenantData } from '../tenants/tenant-data';
import { placeOf, type TenantList } from '../tenants/tenant-list';

interface OpenSnapshot {
  readonly uri: vscode.Uri;
  readonly state: TenantState;
}

/** All that the explorer shows of tenants: those that somebody signed in to, and snapshots that were opened. */
export class ExplorerModel implements vscode.Disposable {
  readonly tenants: TenantList;
  readonly data: TenantData;
  readonly #snapshots = new Map<string, OpenSnapshot>();
  /** A state is made once for each snapshot: what is found out about it hangs on the object. */
  readonly #states = new WeakMap<Snapshot, TenantState>();
  #choice = readVocabulary();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(tenants: TenantList, data: TenantData) {
    this.tenants = tenants;
    this.data = data;
    const tell = (): void => {
      this.#changed.fire();
    };
    this.#listeners = vscode.Disposable.from(
      tenants.onDidChange(tell),
      data.onDidChange(tell),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('sxo.vocabulary')) return;
        this.#choice = readVocabulary();
        tell();
      }),
    );
  }

  /** Whose words the explorer uses, as set now. */
  readonly choice = (): VocabularyChoice => this.#choice;

  get views(): readonly TenantView[] {
    const activeId = this.#activeId;
    const tenants = this.tenants.all.map((tenant) => {
      const { snapshot, origin, quota, leftOut, isLoading, error } = this.data.of(tenant);
      return {
        id: tenant.id,
        name: tenant.name,
        place: placeOf(tenant),
        isActive: tenant.id === activeId,
        isSnapshot: false,
        isLoading,
        state: snapshot && this.#stateOf(snapshot, origin),
        quota,
        leftOut,
        error,
      };
    });
    const snapshots = Array.from(this.#snapshots, ([id, { uri, state }]) => ({
      id,
      name: uri.path.slice(uri.path.lastIndexOf('/') + 1),
      place: vscode.l10n.t('snapshot'),
      isActive: id === activeId,
      isSnapshot: true,
      isLoading: false,
      state,
    }));
    return [...tenants, ...snapshots];
  }

  /** What was chosen last may be a snapshot that is not open here: of another window, or of an earlier one. */
  get #activeId(): string | undefined {
    const { activeId = '', all } = this.tenants;
    return this.#snapshots.has(activeId) || this.tenants.find(activeId) ? activeId : all[0]?.id;
  }

  /** Of the active tenant. */
  get state(): TenantState | undefined {
    return this.active?.state;
  }

  get active(): TenantView | undefined {
    return this.views.find(({ isActive }) => isActive);
  }

  /** @throws {SnapshotError} in words for a person. */
  async openSnapshot(uri: vscode.Uri): Promise<void> {
    const bytes = await vscode.workspace.fs.readFile(uri);
    const snapshot = parseSnapshot(textOf(bytes));
    this.#snapshots.set(uri.toString(), { uri, state: stateOfSnapshot(snapshot, 'snapshot', this.choice) });
    await this.tenants.activate(uri.toString());
  }

  async closeSnapshot(id: string): Promise<void> {
    this.#snapshots.delete(id);
    await this.tenants.activate(this.tenants.activeId === id ? undefined : this.tenants.activeId);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.data.dispose();
    this.#changed.dispose();
  }

  #stateOf(snapshot: Snapshot, origin: 'live' | 'cached'): TenantState {
    let state = this.#states.get(snapshot);
    if (state?.source.origin !== origin)
      this.#states.set(snapshot, (state = stateOfSnapshot(snapshot, origin, this.choice)));
    return state;
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SnapshotError(vscode.l10n.t('The file is not encoded in UTF-8.'));
  }
}
