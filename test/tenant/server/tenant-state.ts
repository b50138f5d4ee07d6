import { idFor } from '../../support/ids';

/** Anything of a tenant, in the API's shape. */
export interface TenantObject {
  readonly id: string;
  readonly [name: string]: unknown;
}

/** What a tenant holds at first; a snapshot and a name make one. */
export interface TenantDefinition {
  readonly name: string;
  readonly targets: readonly TenantObject[];
  readonly runtime_users: readonly TenantObject[];
  readonly target_groups?: readonly TenantObject[];
  /** Who uses what, by the id of what is used. */
  readonly used_by?: Readonly<Record<string, readonly unknown[]>>;
}

export interface TargetUpdate {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly name?: string;
  readonly title?: string;
  readonly description?: string;
}

/** What a POST declares of a target or an account key, as far as it is used. */
export interface Creation {
  readonly name: string;
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** A tenant that changes. The objects that were handed in do not. */
export class TenantState {
  readonly name: string;
  targets: readonly TenantObject[];
  runtimeUsers: readonly TenantObject[];
  readonly targetGroups: readonly TenantObject[];
  readonly #usedBy: Readonly<Record<string, readonly unknown[]>>;
  readonly #now: () => number;
  #created = 0;

  constructor(definition: TenantDefinition, now: () => number) {
    this.name = definition.name;
    this.targets = definition.targets;
    this.runtimeUsers = definition.runtime_users;
    this.targetGroups = definition.target_groups ?? [];
    this.#usedBy = definition.used_by ?? {};
    this.#now = now;
  }

  target(id: string): TenantObject | undefined {
    return this.targets.find((target) => target.id === id);
  }

  /** Replaces the properties whole. Whether the API merges is not known; this is the stricter way. */
  updateTarget(id: string, update: TargetUpdate): TenantObject {
    const key = update.properties.default_runtime_user_id;
    const valid = key === undefined || this.runtimeUsers.some((user) => user.id === key);
    return this.#replace(id, { ...update, valid });
  }

  /** As if somebody else had saved the target. */
  touchTarget(id: string): void {
    this.#replace(id, {});
  }

  createTarget(creation: Creation): TenantObject {
    const key = creation.properties?.default_runtime_user_id;
    const valid = key === undefined || this.runtimeUsers.some((user) => user.id === key);
    const target = { ...this.#create('target', creation), valid };
    this.targets = [...this.targets, target];
    return target;
  }

  createKey(creation: Creation): TenantObject {
    const key = this.#create('runtime_user', creation);
    this.runtimeUsers = [...this.runtimeUsers, key];
    return key;
  }

  deleteTarget(id: string): void {
    this.targets = this.targets.filter((target) => target.id !== id);
  }

  deleteKey(id: string): void {
    this.runtimeUsers = this.runtimeUsers.filter((user) => user.id !== id);
  }

  usedBy(id: string): readonly unknown[] {
    const targets = this.targets.filter(({ properties }) => {
      return (properties as Record<string, unknown> | undefined)?.default_runtime_user_id === id;
    });
    return [
      ...targets.map(({ id: user, unique_name, name, type }) => ({
        id: user,
        unique_name,
        name,
        type,
        base_type: 'target',
      })),
      ...(this.#usedBy[id] ?? []),
    ];
  }

  #create(baseType: string, creation: Creation): TenantObject {
    const number = ++this.#created;
    const now = this.#laterThan(undefined);
    return {
      id: idFor(`created ${number}`),
      unique_name: `definition_${baseType}_${idFor(`name of created ${number}`)}`,
      base_type: baseType,
      created_on: now,
      updated_on: now,
      ...creation,
    };
  }

  #replace(id: string, change: Readonly<Record<string, unknown>>): TenantObject {
    const before = this.target(id);
    if (before === undefined) throw new Error(`No target ${id} in ${this.name}.`);
    const after = { ...before, ...change, updated_on: this.#laterThan(before.updated_on) };
    this.targets = this.targets.map((target) => (target === before ? after : target));
    return after;
  }

  /** Always later than before, even where the clock stands still. */
  #laterThan(time: unknown): string {
    const before = typeof time === 'string' ? Date.parse(time) : 0;
    return new Date(Math.max(this.#now(), before + 1)).toISOString();
  }
}
