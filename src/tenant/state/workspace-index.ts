import type { AccountKeyUse, EmbeddedObject, FileInventory, TargetUse, WorkflowMethod } from '../../core/inventory';
import type { JsonPath } from '../../core/document/json-path';
import { integrationIn } from '../../core/catalog/integrations';
import type { VocabularyChoice } from '../../core/vocabulary';
import { identityOf } from './read-object';
import { stateOfFiles } from './state-of';
import type { AccountKeyState, TargetState, TenantState } from './tenant-state';

interface UserPlace {
  readonly uri: string;
  /** The workflow's title and unique name. */
  readonly workflow: string;
  readonly workflowId: string;
  readonly method: WorkflowMethod;
}

/** A workflow, or an activity of one, that runs on a target. */
export interface TargetUser extends UserPlace, TargetUse {}

/** A workflow, or an activity of one, that uses an account key instead of its target's. */
export interface AccountKeyUser extends UserPlace, AccountKeyUse {}

/** Where a file brings an object along. */
export interface Definition {
  readonly uri: string;
  readonly path: JsonPath;
}

/** One list per file under each key, so that a file's change touches nothing of others. */
type ByFile<User> = Map<string, Map<string, User[]>>;

/** Who uses what, over all workflow files that were handed in. */
export class WorkspaceIndex {
  readonly #inventories = new Map<string, FileInventory>();
  readonly #targets: ByFile<TargetUser> = new Map();
  readonly #accountKeys: ByFile<AccountKeyUser> = new Map();
  readonly #choice: (() => VocabularyChoice) | undefined;
  #state: TenantState | undefined;
  #definitions: Map<string, Definition> | undefined;

  /** @param choice whose words to use of what the files bring along. */
  constructor(choice?: () => VocabularyChoice) {
    this.#choice = choice;
  }

  /** Takes a file in, or its new version. */
  set(uri: string, inventory: FileInventory): void {
    this.delete(uri);
    this.#state = this.#definitions = undefined;
    this.#inventories.set(uri, inventory);
    for (const { place, uses, keyUses } of usesIn(uri, inventory)) {
      for (const use of uses) add(this.#targets, keyOfUse(use), uri, { ...place, ...use });
      for (const use of keyUses) add(this.#accountKeys, use.accountKey, uri, { ...place, ...use });
    }
  }

  delete(uri: string): void {
    const inventory = this.#inventories.get(uri);
    if (!inventory) return;
    this.#state = this.#definitions = undefined;
    this.#inventories.delete(uri);
    for (const { uses, keyUses } of usesIn(uri, inventory)) {
      for (const use of uses) remove(this.#targets, keyOfUse(use), uri);
      for (const use of keyUses) remove(this.#accountKeys, use.accountKey, uri);
    }
  }

  get uris(): readonly string[] {
    return [...this.#inventories.keys()];
  }

  inventory(uri: string): FileInventory | undefined {
    return this.#inventories.get(uri);
  }

  /** What the files embed, as if it were a tenant. */
  get state(): TenantState {
    return (this.#state ??= stateOfFiles(this.#inventories.values(), this.#choice));
  }

  /** Everything of one kind that the files bring along, with the file. */
  *embedded(kind: EmbeddedObject['kind']): Iterable<EmbeddedObject & { readonly uri: string }> {
    for (const [uri, { embedded }] of this.#inventories) {
      for (const object of embedded) if (object.kind === kind) yield { ...object, uri };
    }
  }

  /** Where a file brings it along: the very same, or else one of its name, which an import would not tell apart. */
  definitionOf(
    kind: EmbeddedObject['kind'],
    { uniqueName, name }: { readonly uniqueName: string | null; readonly name: string | null },
  ): Definition | undefined {
    this.#definitions ??= definitionsIn(this.#inventories);
    const same = uniqueName === null ? undefined : this.#definitions.get(`${kind} ${idKey(uniqueName)}`);
    return same ?? (name ? this.#definitions.get(`${kind} ${nameKey(name)}`) : undefined);
  }

  /** @param name a display name, in any case. */
  usersOfName(name: string): readonly TargetUser[] {
    return usersIn(this.#targets, nameKey(name));
  }

  /** @param id bare, or a unique name. */
  usersOfId(id: string): readonly TargetUser[] {
    return usersIn(this.#targets, idKey(id));
  }

  usersOfModule(externalId: string): readonly TargetUser[] {
    return usersIn(this.#targets, moduleKey(externalId));
  }

  /** All that choose a target in one way or another. */
  usersOfTarget({ name, id, uniqueName, moduleInfo }: TargetState): readonly TargetUser[] {
    return [
      ...this.usersOfName(name),
      ...idsOf(id, uniqueName).flatMap((each) => this.usersOfId(each)),
      ...(moduleInfo ? this.usersOfModule(moduleInfo.externalId) : []),
    ];
  }

  usersOfAccountKey({ id, uniqueName }: AccountKeyState): readonly AccountKeyUser[] {
    return idsOf(id, uniqueName).flatMap((each) => usersIn(this.#accountKeys, each));
  }

  /** Display names that workflows choose and no file defines, as first written. */
  get namesWithoutDefinition(): readonly string[] {
    const names: string[] = [];
    for (const [key, files] of this.#targets) {
      if (!key.startsWith(nameKey(''))) continue;
      const [first] = files.values();
      const name = first?.[0]?.target ?? '';
      if (name !== '' && this.state.targetsNamed(name).length === 0) names.push(name);
    }
    return names;
  }
}

/** First come, first served. */
function definitionsIn(inventories: ReadonlyMap<string, FileInventory>): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  for (const [uri, { embedded }] of inventories) {
    for (const { kind, value, path } of embedded) {
      const { uniqueName, name } = identityOf(value);
      for (const key of [idKey(uniqueName ?? ''), nameKey(name)]) {
        if (!definitions.has(`${kind} ${key}`)) definitions.set(`${kind} ${key}`, { uri, path });
      }
    }
  }
  return definitions;
}

function* usesIn(uri: string, { workflows }: FileInventory) {
  for (const { title, uniqueName, method, targets, accountKeys } of workflows) {
    const place: UserPlace = { uri, workflow: title, workflowId: uniqueName, method };
    yield { place, uses: targets, keyUses: accountKeys };
  }
}

function keyOfUse({ choice, target }: TargetUse): string {
  switch (choice) {
    case 'name':
      return nameKey(target);
    case 'id':
      return idKey(target);
    case 'module':
      return moduleKey(integrationIn(target)?.externalId ?? target);
  }
}

const nameKey = (name: string): string => `name ${name.toLowerCase()}`;
const idKey = (id: string): string => `id ${id}`;
const moduleKey = (externalId: string): string => `module ${externalId}`;

function idsOf(...ids: readonly (string | null)[]): string[] {
  return [...new Set(ids)].filter((id) => id !== null);
}

function add<User>(index: ByFile<User>, key: string, uri: string, user: User): void {
  const files = index.get(key) ?? new Map<string, User[]>();
  index.set(key, files);
  const users = files.get(uri);
  if (users) users.push(user);
  else files.set(uri, [user]);
}

function remove<User>(index: ByFile<User>, key: string, uri: string): void {
  const files = index.get(key);
  files?.delete(uri);
  if (files?.size === 0) index.delete(key);
}

function usersIn<User>(index: ByFile<User>, key: string): readonly User[] {
  return [...(index.get(key)?.values() ?? [])].flat();
}
