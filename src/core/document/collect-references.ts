import type { JsonPathNode } from './json-path';
import { findReferences } from './reference';
import { isObject } from './shapes';
import { Reference, type Activity } from './workflow';

/** Real exports stay below 30; what is deeper would sooner or later find the end of the stack. */
export const maximumDepth = 250;

/** Finds the references in all strings below a value. `keys` lead from `base` to it; they are a stack. */
export function collectReferences(
  value: unknown,
  base: JsonPathNode,
  keys: (string | number)[],
  activity: Activity | undefined,
  found: Reference[],
): void {
  if (typeof value === 'string') {
    const references = findReferences(value);
    if (references.length === 0) return;
    const place = keys.slice();
    for (const reference of references) found.push(new Reference(reference, value, activity, base, place));
  } else if (keys.length > maximumDepth) {
    throw new RangeError('Values are nested too deeply.');
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      keys.push(index);
      collectReferences(value[index], base, keys, activity, found);
      keys.pop();
    }
  } else if (isObject(value)) {
    for (const key in value) {
      keys.push(key);
      collectReferences(value[key], base, keys, activity, found);
      keys.pop();
    }
  }
}
