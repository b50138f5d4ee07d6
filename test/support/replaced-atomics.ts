import assert from 'node:assert/strict';
import { successors } from '../../src/core/catalog/successors';
import { isJsonObject, type Json, type JsonObject } from './json';
import { activitiesOf, bare, calledBy, exportsOf, nameOf, propertiesOf, textOf } from './read-export';

/** By the id of a retired atomic, the system atomic that some activity calls now instead. */
export type ReplacedAtomics = ReadonlyMap<string, string>;

/** What of a file's atomics was replaced, by comparing who calls what before and after. */
export function replacedAtomics(before: unknown, after: unknown): ReplacedAtomics {
  const replaced = new Map<string, string>();
  const now = exportsOf(after);
  for (const [index, exported] of exportsOf(before).entries()) {
    for (const [activity, current] of replacedIn(exported, now[index] ?? {})) {
      replaced.set(calledBy(activity), calledBy(current));
    }
  }
  return replaced;
}

/** An export as it is once the same calls are replaced as in the other one, and nothing else. */
export function withReplacements(before: JsonObject, after: JsonObject): JsonObject {
  const pairs = replacedIn(before, after);
  let text = JSON.stringify(before);
  for (const [activity] of pairs) {
    for (const [old, id] of successors.get(calledBy(activity))?.outputs ?? []) {
      const read = new RegExp(`(\\$activity\\.\\w*${bare(nameOf(activity))}\\.output\\.(?:[a-z]+_)*)${old}\\$`, 'g');
      text = text.replace(read, `$1${id}$$`);
    }
  }
  const copy = JSON.parse(text) as JsonObject;
  const copies = new Map(activitiesOf(copy).map(({ activity }) => [nameOf(activity), activity]));
  for (const [activity, current] of pairs) {
    const properties = propertiesOf(copies.get(nameOf(activity))) as Record<string, Json>;
    const { workflow_id: id = null, workflow_name: name = null } = propertiesOf(current);
    assert.ok(textOf(name).startsWith('Threat Response - ') || textOf(name).startsWith('Orbital - '), textOf(name));
    Object.assign(properties, { workflow_id: id, workflow_name: name });
    if (isJsonObject(properties.input)) properties.input = renamed(properties.input, calledBy(activity));
  }
  return copy;
}

/** The activities that call the successor of what they called, as they were and as they are. */
function replacedIn(before: JsonObject, after: JsonObject): [JsonObject, JsonObject][] {
  const now = new Map(activitiesOf(after).map(({ activity }) => [nameOf(activity), activity]));
  return activitiesOf(before).flatMap(({ activity }): [JsonObject, JsonObject][] => {
    const current = now.get(nameOf(activity));
    const successor = successors.get(calledBy(activity));
    return current && successor?.id === calledBy(current) ? [[activity, current]] : [];
  });
}

function renamed(input: JsonObject, retired: string): JsonObject {
  const { inputs, emptyInputs } = successors.get(retired) ?? {};
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => {
      const id = inputs?.get(bare(key)) ?? (value === '' ? emptyInputs?.get(bare(key)) : undefined);
      assert.ok(id, `${key} of a replaced call has no counterpart`);
      return [key.replace(bare(key), id), value];
    }),
  );
}
