import type { VocabularyChoice } from '../../../core/vocabulary';
import type { Snapshot } from '../../../tenant/snapshot';
import { stateOfSnapshot } from '../../../tenant/state/state-of';
import type { TenantState } from '../../../tenant/state/tenant-state';
import type { SnapshotSource } from '../../tenant-arguments';

export function stateFrom({ kind }: SnapshotSource, snapshot: Snapshot, choice: VocabularyChoice): TenantState {
  return stateOfSnapshot(snapshot, kind === 'live' ? 'live' : 'snapshot', () => choice);
}
