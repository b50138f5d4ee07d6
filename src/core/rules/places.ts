import type { Activity, Workflow } from '../document/workflow';
import type { JsonPathNode } from '../document/json-path';

/** What a person knows an activity or a workflow by: its title, or its id where it has none. */
export function headOf({ path, title, uniqueName }: Activity | Workflow): JsonPathNode {
  return path.child(title === uniqueName ? 'unique_name' : 'title');
}
