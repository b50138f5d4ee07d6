import { productOfIntegration } from '../../core/catalog/integrations';
import { isXdrName } from '../../core/catalog/xdr-names';
import { vocabularyFor, type Product, type Vocabulary, type VocabularyChoice } from '../../core/vocabulary';
import { groupBy } from '../group-by';
import type { Region } from '../regions';

/** Where what is known of a tenant comes from. */
export type Origin = 'files' | 'snapshot' | 'cached' | 'live';

export interface DataSource {
  readonly origin: Origin;
  /** ISO 8601; workflow files do not tell. */
  readonly takenAt?: string;
  readonly region?: Region;
}

export interface AccountKeyState {
  readonly id: string | null;
  readonly uniqueName: string | null;
  readonly name: string;
  readonly type: string | null;
  /** The type as the web console of the tenant's product calls it. */
  readonly typeName: string;
  /** Whether it makes tokens itself: a SecureX Token, or in XDR a Cisco XDR Token. */
  readonly isTokenKey: boolean;
}

export interface ModuleInfo {
  readonly externalId: string;
  readonly moduleType: string | null;
}

export interface TargetState {
  readonly id: string | null;
  readonly uniqueName: string | null;
  /** The display name: what a workflow chooses by. */
  readonly name: string;
  readonly type: string | null;
  readonly host: string | null;
  readonly path: string | null;
  /** As it is written: a bare id in the API, a unique name in files. */
  readonly accountKeyId: string | null;
  /** `null` where the target has none, and where it is not among the account keys. */
  readonly accountKey: AccountKeyState | null;
  /** Whether the key is gone. A file that leaves a key out tells nothing of the kind. */
  readonly isAccountKeyMissing: boolean;
  /** "No Account Keys" in the web console; `null` where nothing tells. */
  readonly hasNoAccountKey: boolean | null;
  readonly remoteId: string | null;
  /** Set on the targets of XDR's integrations. */
  readonly moduleInfo: ModuleInfo | null;
  readonly isValid: boolean | null;
  readonly updatedOn: string | null;
}

export interface TargetGroupState {
  readonly id: string | null;
  readonly uniqueName: string | null;
  readonly name: string;
  readonly type: string | null;
}

/** An orchestration remote: only files tell more of one than its id. */
export interface RemoteState {
  readonly id: string | null;
  readonly uniqueName: string | null;
  readonly name: string | null;
}

export interface StateParts {
  readonly source: DataSource;
  readonly targets: readonly TargetState[];
  readonly accountKeys: readonly AccountKeyState[];
  readonly targetGroups: readonly TargetGroupState[];
  readonly remotes: readonly RemoteState[];
  /** Whose words to use; asked each time, as somebody may choose anew. */
  readonly choice: () => VocabularyChoice;
}

/** What is known of a tenant, wherever it was learnt. Immutable, and without any secret. */
export class TenantState implements Omit<StateParts, 'choice'> {
  readonly source: DataSource;
  readonly targets: readonly TargetState[];
  readonly accountKeys: readonly AccountKeyState[];
  readonly targetGroups: readonly TargetGroupState[];
  readonly remotes: readonly RemoteState[];
  readonly #choice: () => VocabularyChoice;
  /** `null`: looked for, and nothing shows it. */
  #product: Product | null | undefined;
  readonly #byName: ReadonlyMap<string, TargetState[]>;
  readonly #byId: ReadonlyMap<string, TargetState>;
  readonly #byExternalId: ReadonlyMap<string | undefined, TargetState[]>;
  readonly #keysById: ReadonlyMap<string, AccountKeyState>;

  constructor({ source, targets, accountKeys, targetGroups, remotes, choice }: StateParts) {
    this.source = source;
    this.targets = targets;
    this.accountKeys = accountKeys;
    this.targetGroups = targetGroups;
    this.remotes = remotes;
    this.#choice = choice;
    this.#keysById = byEitherId(accountKeys);
    this.#byId = byEitherId(targets);
    this.#byName = groupBy(targets, ({ name }) => name.toLowerCase());
    this.#byExternalId = groupBy(targets, ({ moduleInfo }) => moduleInfo?.externalId);
  }

  /** The product that the targets show the tenant to be of: what they are called, or whose integration they are. */
  get product(): Product | undefined {
    // Not `??=`: a tenant that shows no product is not asked again for each of its targets.
    if (this.#product === undefined) this.#product = productOf(this.targets) ?? null;
    return this.#product ?? undefined;
  }

  /** The words for whoever reads of the tenant. */
  get vocabulary(): Vocabulary {
    return vocabularyFor(this.#choice(), () => this.product);
  }

  /** In any case, as the operator "equals (ignoring case)" of a target's criteria compares. */
  targetsNamed(name: string): readonly TargetState[] {
    return this.#byName.get(name.toLowerCase()) ?? [];
  }

  /** @param id bare, or a unique name. */
  targetWithId(id: string): TargetState | undefined {
    return this.#byId.get(id);
  }

  targetsOfModule(externalId: string): readonly TargetState[] {
    return this.#byExternalId.get(externalId) ?? [];
  }

  /** @param id bare, or a unique name. */
  accountKeyWithId(id: string): AccountKeyState | undefined {
    return this.#keysById.get(id);
  }
}

function productOf(targets: readonly TargetState[]): Product | undefined {
  const shown = new Set(targets.map(({ moduleInfo }) => productOfIntegration(moduleInfo?.moduleType)));
  if (shown.has('xdr') || targets.some(({ name }) => isXdrName(name))) return 'xdr';
  return shown.has('securex') ? 'securex' : undefined;
}

/** The two ids of one object differ, and either may be used to refer to it. */
export function byEitherId<Item extends { readonly id: string | null; readonly uniqueName: string | null }>(
  items: readonly Item[],
): Map<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) {
    for (const id of [item.id, item.uniqueName]) if (id !== null && !found.has(id)) found.set(id, item);
  }
  return found;
}
