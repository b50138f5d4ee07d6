import type { TargetResolver } from '../../analysis/targets';
import { secureXHost } from '../../catalog/targets';
import { lineage, valueAt, type JsonPathNode } from '../../document/json-path';
import { isObject } from '../../document/shapes';
import type { TargetDefinition, Workflow } from '../../document/workflow';
import { EditRefused } from '../../edits/edit-refused';
import type { JsonOperation } from '../../edits/json-operation';
import type { Outcome, RetargetingContext } from './draft';
import { isOfDefinition, type IdPlace } from './move-ids';
import type { SetChange, Standing } from './set-change';

/** The targets of a file that move, by their ids. */
export function movingDefinitions(
  { file, change }: RetargetingContext<SetChange>,
  targets: TargetResolver,
): TargetDefinition[] {
  const all = [...file.targets.values()];
  const moving = all.filter((definition) => standingOf(definition, targets, change) === 'moves');
  const names = new Map(all.map(({ displayName }) => [displayName.toLowerCase(), displayName]));
  for (const { displayName } of moving) {
    const doubled = names.get(change.nameAfter(displayName).toLowerCase());
    if (doubled !== undefined) {
      throw new EditRefused(
        `The file brings along ${displayName} and ${doubled}, and both would have the same name; nothing was changed. Take the one that no longer counts out of the file.`,
      );
    }
  }
  return moving;
}

/** Gives each definition that moves its new name, wherever it bears the old one, at every level of the file. */
export function* moveDefinitions(
  { analysis, file, change }: RetargetingContext<SetChange>,
  targets: TargetResolver,
  moving: readonly TargetDefinition[],
  ids: readonly IdPlace[],
): Iterable<Outcome> {
  const own = new Map(
    moving.map((definition) => [definition, ids.filter((place) => isOfDefinition(place.path, definition))]),
  );
  for (const { path, workflow } of file.exports) {
    const embedded = valueAt(analysis.document.value, path.child('targets').toArray());
    for (const [id, value] of Object.entries(isObject(embedded) ? embedded : {})) {
      const definition = file.targets.get(id);
      if (!definition || !isObject(value)) continue;
      const place = path.child('targets').child(id);
      const ofId = own
        .get(definition)
        ?.flatMap(({ path, operation }) => (operation && isIn(path, place) ? [operation] : []));
      if (ofId) yield renamed(definition, value, place, workflow, change, ofId);
      else yield* leftDefinition(definition, place, workflow, standingOf(definition, targets, change), change);
    }
  }
}

function standingOf(definition: TargetDefinition, targets: TargetResolver, change: SetChange): Standing {
  return change.standingOf(definition.displayName, targets.roleOf(definition));
}

function renamed(
  { displayName: name }: TargetDefinition,
  value: Readonly<Record<string, unknown>>,
  place: JsonPathNode,
  workflow: Workflow,
  change: SetChange,
  ofId: readonly JsonOperation[],
): Outcome {
  const properties = isObject(value.properties) ? value.properties : {};
  const places: readonly (readonly [written: unknown, path: JsonPathNode])[] = [
    [value.name, place.child('name')],
    [value.title, place.child('title')],
    [properties.display_name, place.child('properties').child('display_name')],
  ];
  const operations: JsonOperation[] = places.flatMap(([written, path]) =>
    written === name ? [change.renaming(path, name)] : [],
  );
  return {
    is: 'change',
    kind: 'retarget',
    movedName: name,
    workflow,
    activity: undefined,
    title: name,
    message: change.isUndo
      ? `Give the target ${name}, which the file brings along, its usual name ${change.nameAfter(name)} and its own id.`
      : `Call the target ${name}, which the file brings along, ${change.nameAfter(name)}, with another id, so that an import does not replace the first one. See to its account key after the import.`,
    path: place,
    operations: [...operations, ...ofId],
  };
}

function* leftDefinition(
  { displayName: name, host }: TargetDefinition,
  path: JsonPathNode,
  workflow: Workflow,
  standing: Standing,
  change: SetChange,
): Iterable<Outcome> {
  if (change.isUndo || standing === 'foreign' || standing === 'moves') return;
  if (standing === 'unclear' && (host === undefined || !secureXHost.test(host))) return;
  const message = `The file brings along ${name}, ${change.whyLeft(standing)}`;
  yield { is: 'left', workflow, activity: undefined, path, message, isThere: standing === 'there' };
}

function isIn(path: JsonPathNode, place: JsonPathNode): boolean {
  return [...lineage(path)].includes(place);
}
