import type { JsonPathNode } from './json-path';
import { findReferences } from './reference';
import { isObject } from './shapes';
import { Reference, type Activity, type Workflow } from './workflow';

/** Real exports stay below 30; what is deeper would sooner or later find the end of the stack. */
export const maximumDepth = 250;

/** Finds the references in all strings below a value. `keys` lead from `base` to it; they are a stack. */
export function collectReferences(
  value: unknown,
  base: JsonPathNode,
  keys: (string | number)[],
  workflow: Workflow,
  activity: Activity | undefined,
  found: Reference[],
): void {
  if (typeof value === 'string') {
    const references = findReferences(value);
    if (references.length === 0) return;
    const place = keys.slice();
    for (const reference of references) found.push(new Reference(reference, value, workflow, activity, base, place));
    return;
  }
  if (keys.length > maximumDepth) throw new RangeError('Values are nested too deeply.');
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      if (!mayHoldReferences(value[index])) continue;
      keys.push(index);
      collectReferences(value[index], base, keys, workflow, activity, found);
      keys.pop();
    }
  } else if (isObject(value)) {
    for (const key in value) {
      const item = value[key];
      if (!mayHoldReferences(item)) continue;
      keys.push(key);
      collectReferences(item, base, keys, workflow, activity, found);
      keys.pop();
    }
  }
}

/** Most values are short texts, numbers and the like: those cost a look, and no more. */
export function mayHoldReferences(value: unknown): boolean {
  return typeof value === 'string' ? value.includes('$') : typeof value === 'object' && value !== null;
}
