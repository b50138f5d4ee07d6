import { lineage, type JsonPathNode } from '../../document/json-path';
import { bareId } from '../../document/reference';
import { visitStrings } from '../../document/visit-strings';
import type { TargetDefinition } from '../../document/workflow';
import { EditRefused } from '../../edits/edit-refused';
import type { JsonOperation } from '../../edits/json-operation';
import { called, ownership, type Outcome, type RetargetingContext } from './draft';
import type { SetChange } from './set-change';

/** A place that holds the id of a target that moves, as all of a string or inside one. */
export interface IdPlace {
  readonly path: JsonPathNode;
  readonly definition: TargetDefinition;
  /** Nothing where the id is only a part of what is written there. */
  readonly operation: JsonOperation | undefined;
}

/** A shorter id without its prefix could be anything. */
const shortestBareId = 20;

/**
 * Every place that names a target that moves by its id.
 * @throws EditRefused where the file has the new id already.
 */
export function findIds(
  { analysis, change }: RetargetingContext<SetChange>,
  moving: readonly TargetDefinition[],
): IdPlace[] {
  const { document, file } = analysis;
  const byId = new Map<string, TargetDefinition>();
  const taken = new Set<string>();
  for (const definition of moving) {
    const { uniqueName } = definition;
    const bare = bareId(uniqueName);
    byId.set(uniqueName, definition);
    if (bare.length >= shortestBareId) byId.set(bare, definition);
    taken.add(change.idAfter(uniqueName));
  }
  const root = file?.exports[0]?.path;
  const places: IdPlace[] = [];
  if (byId.size === 0 || !root) return places;
  visitStrings(document.value, (text, keys, isKey) => {
    if (taken.has(text)) {
      throw new EditRefused(`The file has the id ${text} already, which a target would get; nothing was changed.`);
    }
    const whole = byId.get(text);
    const part = whole ? undefined : moving.find(({ uniqueName }) => isIdIn(uniqueName, text));
    if (whole) {
      const path = root.descendant(keys);
      const operation = isKey
        ? ({ kind: 'rename', path, name: change.idAfter(text) } as const)
        : change.idChange(path, text);
      places.push({ path, definition: whole, operation });
    } else if (part) {
      places.push({ path: root.descendant(keys), definition: part, operation: undefined });
    }
  });
  return places;
}

/** Lets whatever names a definition that moves name it by its new id; what stands in the definition goes with that. */
export function* moveIds(
  { file, change }: RetargetingContext<SetChange>,
  places: readonly IdPlace[],
): Iterable<Outcome> {
  const ownerOf = ownership(file);
  for (const { path, definition, operation } of places) {
    const owner = ownerOf(path);
    if (!owner || (operation && isOfDefinition(path, definition))) continue;
    const { displayName: name } = definition;
    const title = owner.activity?.title ?? owner.workflow.title;
    if (operation) {
      const message = `${called(owner)} names ${name}, which the file brings along, by its id: let it name ${change.nameAfter(name)}.`;
      yield { is: 'change', ...owner, kind: 'retarget', title, message, path, operations: [operation] };
    } else {
      const message = `${called(owner)} has the id of ${name} inside a longer text, which is not changed: the target has another id now.`;
      yield { is: 'left', ...owner, path, message };
    }
  }
}

export function isOfDefinition(path: JsonPathNode, { uniqueName }: TargetDefinition): boolean {
  return [...lineage(path)].some(({ key, parent }) => key === uniqueName && parent?.key === 'targets');
}

function isIdIn(uniqueName: string, text: string): boolean {
  const bare = bareId(uniqueName);
  return text.includes(bare.length >= shortestBareId ? bare : uniqueName);
}
