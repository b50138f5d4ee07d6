import type { JsonPath } from './document/json-path';

/** Whether a workflow passes a SecureX token by hand, calls a SecureX API without, or calls none. */
export type WorkflowMethod = 'legacy' | 'token' | 'none';

/** How a target is chosen: by its display name, by its id, or as an integration's own. */
export type TargetChoice = 'name' | 'id' | 'module';

/** A target as a workflow or one of its activities chooses it. */
export interface TargetUse {
  /** The `unique_name` of the activity; `null` where the choice is the workflow's own. */
  readonly activity: string | null;
  /** The activity's title, or the workflow's. */
  readonly title: string;
  readonly choice: TargetChoice;
  /** The display name, the unique name, or the `$module_target;...$` expression. */
  readonly target: string;
  /** Whether the activity takes what its workflow chose; `path` is where that one did. */
  readonly isInherited: boolean;
  readonly path: JsonPath;
}

/** An account key that is used instead of the target's own. */
export interface AccountKeyUse {
  readonly activity: string | null;
  readonly title: string;
  /** The key's unique name. */
  readonly accountKey: string;
  readonly path: JsonPath;
}

/** What one workflow of a file asks of a tenant. */
export interface WorkflowInventory {
  readonly title: string;
  readonly uniqueName: string;
  readonly method: WorkflowMethod;
  readonly targets: readonly TargetUse[];
  readonly accountKeys: readonly AccountKeyUse[];
  /** The head of the workflow's definition. */
  readonly path: JsonPath;
}

export type EmbeddedKind = 'target' | 'account-key' | 'target-group' | 'module-target' | 'remote';

/** An object of a tenant that the file brings along. */
export interface EmbeddedObject {
  readonly kind: EmbeddedKind;
  /** As the file has it. The properties of an account key are left out: they may be secret. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: JsonPath;
}

/** All that a file has to do with a tenant. Places are paths: {@link LanguageService.locate} turns one into a range. */
export interface FileInventory {
  readonly workflows: readonly WorkflowInventory[];
  readonly embedded: readonly EmbeddedObject[];
}
