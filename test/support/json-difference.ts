import { isJsonObject, type Json } from './json';
import { textOf } from './read-export';

export interface JsonDifference {
  /** Keys from the root; members of a list that have a `unique_name` go by it. */
  readonly path: readonly string[];
  /** `undefined`: only the right has it. */
  readonly left: Json | undefined;
  /** `undefined`: only the left has it. */
  readonly right: Json | undefined;
}

/** All differences of two values. The order of `actions` and `blocks` counts; that of other lists of named members does not. */
export function* differencesOf(left: Json, right: Json, path: readonly string[] = []): Iterable<JsonDifference> {
  const [leftMembers, rightMembers] = [membersOf(left), membersOf(right)];
  if (!leftMembers || !rightMembers || Array.isArray(left) !== Array.isArray(right)) {
    if (JSON.stringify(left) !== JSON.stringify(right)) yield { path, left, right };
    return;
  }
  for (const [key, value] of leftMembers) {
    const other = rightMembers.get(key);
    if (other === undefined) yield { path: [...path, key], left: value, right: undefined };
    else yield* differencesOf(value, other, [...path, key]);
  }
  for (const [key, value] of rightMembers) {
    if (!leftMembers.has(key)) yield { path: [...path, key], left: undefined, right: value };
  }
  if (path.at(-1) !== 'actions' && path.at(-1) !== 'blocks') return;
  const common = [...leftMembers.keys()].filter((key) => rightMembers.has(key));
  const order = [...rightMembers.keys()].filter((key) => leftMembers.has(key));
  if (common.join() !== order.join()) yield { path: [...path, 'order'], left: common, right: order };
}

/** A list of ids or names is a set; any other list goes by index. */
function membersOf(value: Json): Map<string, Json> | undefined {
  if (isJsonObject(value)) return new Map(Object.entries(value));
  if (!Array.isArray(value)) return undefined;
  const items = value as readonly Json[];
  const isSet = items.length > 0 && items.every((item) => typeof item === 'string');
  return new Map(
    items.map((item, index) => {
      if (isSet) return [textOf(item), item];
      const name = isJsonObject(item) ? item.unique_name : undefined;
      return [typeof name === 'string' ? name : String(index), item];
    }),
  );
}

/** What stands at such a path. */
export function valueAt(value: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((at, key) => (at === undefined ? undefined : membersOf(at)?.get(key)), value);
}
