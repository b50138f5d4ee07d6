import type { Vocabulary } from '../core/vocabulary';
import type { TargetVerdict } from '../tenant/state/target-verdict';
import type { Method } from '../tenant/state/method';
import type { DataSource } from '../tenant/state/tenant-state';

export interface ShownUser {
  readonly file: string;
  readonly workflow: string;
  /** The activity's title; `null` where the workflow itself chooses. */
  readonly activity: string | null;
}

export interface ShownTarget {
  readonly name: string;
  /** `null` where it has nothing to do with SecureX. */
  readonly method: TargetVerdict['method'];
  readonly key: string | null;
  readonly keyType: string | null;
  readonly keyTypeName: string | null;
  readonly host: string | null;
  readonly usedBy: readonly ShownUser[];
}

export interface ShownAccountKey {
  readonly name: string;
  readonly type: string | null;
  readonly typeName: string;
  readonly isTokenKey: boolean;
}

/** What `sxo tenant show` tells. */
export interface ShownTenant {
  readonly source: DataSource;
  readonly vocabulary: Vocabulary;
  readonly method: Method;
  readonly evidence: readonly string[];
  readonly targets: readonly ShownTarget[];
  readonly accountKeys: readonly ShownAccountKey[];
  /** Whether workflow files were looked at, so that no users means none. */
  readonly wasIndexed: boolean;
}
