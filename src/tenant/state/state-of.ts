import type { EmbeddedKind, EmbeddedObject, FileInventory } from '../../core/inventory';
import type { Vocabulary, VocabularyChoice } from '../../core/vocabulary';
import type { Snapshot } from '../snapshot';
import { readAccountKey, readModuleTarget, readRemote, readTarget, readTargetGroup } from './read-object';
import { byEitherId, TenantState, type Origin, type RemoteState, type TargetState } from './tenant-state';

const auto = (): VocabularyChoice => 'auto';

/** The state that a snapshot holds; a live answer and a cached one have the same form. */
export function stateOfSnapshot(
  snapshot: Snapshot,
  origin: Exclude<Origin, 'files'> = 'snapshot',
  choice: () => VocabularyChoice = auto,
): TenantState {
  const vocabulary = (): Vocabulary => state.vocabulary;
  const accountKeys = snapshot.runtime_users.map((key) => readAccountKey(key, vocabulary));
  const keys = byEitherId(accountKeys);
  const targets = snapshot.targets.map((target) => readTarget(target, keys, true));
  const { takenAt, region } = snapshot;
  const state = new TenantState({
    source: { origin, takenAt, ...(region ? { region } : {}) },
    targets,
    accountKeys,
    targetGroups: snapshot.target_groups.map(readTargetGroup),
    remotes: remotesOf(targets),
    choice,
  });
  return state;
}

/** What workflow files bring along, as if it were a tenant. What stands in several files counts once. */
export function stateOfFiles(inventories: Iterable<FileInventory>, choice: () => VocabularyChoice = auto): TenantState {
  const embedded = new Map<EmbeddedKind, Map<string, EmbeddedObject>>();
  for (const inventory of inventories) {
    for (const object of inventory.embedded) {
      const known = embedded.get(object.kind) ?? new Map<string, EmbeddedObject>();
      embedded.set(object.kind, known);
      const name = nameOf(object);
      if (!known.has(name)) known.set(name, object);
    }
  }
  const vocabulary = (): Vocabulary => state.vocabulary;
  const values = (kind: EmbeddedKind) => [...(embedded.get(kind)?.values() ?? [])].map(({ value }) => value);
  const accountKeys = values('account-key').map((key) => readAccountKey(key, vocabulary));
  const keys = byEitherId(accountKeys);
  const targets = values('target').map((target) => readTarget(target, keys, false));
  const modules = values('module-target').flatMap((value) => readModuleTarget(value) ?? []);
  const state = new TenantState({
    source: { origin: 'files' },
    targets: [...targets, ...modules],
    accountKeys,
    targetGroups: values('target-group').map(readTargetGroup),
    remotes: [...values('remote').map(readRemote), ...remotesOf(targets)],
    choice,
  });
  return state;
}

function nameOf({ kind, value, path }: EmbeddedObject): string {
  // An integration goes by several spellings, and its external id is the same in all.
  const name = kind === 'module-target' ? value.external_id : value.unique_name;
  return typeof name === 'string' ? name : String(path.at(-1));
}

/** The API has no list of remotes; a target tells the id of the one that it is behind. */
function remotesOf(targets: readonly TargetState[]): RemoteState[] {
  const ids = new Set(targets.flatMap(({ remoteId }) => remoteId ?? []));
  return [...ids].map((id) => ({ id, uniqueName: null, name: null }));
}
