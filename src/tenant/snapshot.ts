import type { AccountKey } from './api/account-key';
import type { Target } from './api/target';
import type { TargetGroup } from './api/target-group';
import type { Region } from './regions';

/** The state of a tenant at one moment, in the API's own shapes. */
export interface Snapshot {
  readonly version: 1;
  /** ISO 8601. */
  readonly takenAt: string;
  readonly region?: Region;
  readonly targets: readonly Target[];
  readonly runtime_users: readonly AccountKey[];
  readonly target_groups: readonly TargetGroup[];
}
