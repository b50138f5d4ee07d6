import type { JsonPath } from './json-path';
import type { WorkflowFile } from './workflow';
import type { PlaceOwner } from '../language-service';

/** Tells whose each place of a file is. */
export class Owners {
  readonly #byPath = new Map<string, PlaceOwner>();

  constructor({ exports }: WorkflowFile) {
    for (const { path, workflow } of exports) {
      this.#byPath.set(keyOf(path.toArray()), { workflow });
      for (const activity of workflow.activities) {
        this.#byPath.set(keyOf(activity.path.toArray()), { workflow, activity });
      }
    }
  }

  of(path: JsonPath): PlaceOwner {
    for (let length = path.length; length >= 0; length--) {
      const owner = this.#byPath.get(keyOf(path.slice(0, length)));
      if (owner) return owner;
    }
    return {};
  }
}

function keyOf(path: JsonPath): string {
  return path.join('\n');
}
