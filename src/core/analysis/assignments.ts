import type { JsonPathNode } from '../document/json-path';
import type { Activity, Reference, Variable, Workflow } from '../document/workflow';
import { Grouped } from '../document/grouped';

/** One entry of a Set Variables activity. */
export interface Assignment {
  readonly activity: Activity;
  readonly path: JsonPathNode;
  /** The local variable that it writes; `undefined` for a global, an output or what the workflow does not hold. */
  readonly variable: Variable | undefined;
  readonly reads: readonly Reference[];
  /** The reference that is all of the new value. */
  readonly value: Reference | undefined;
  /** Whether it only clears the variable. */
  readonly isClearing: boolean;
}

export function isSetVariables(activity: Activity): boolean {
  return activity.type === 'core.set_multiple_variables';
}

/** Whether a reference names the variable that an assignment writes. */
export function isWrite(reference: Reference): boolean {
  return reference.keys[3] === 'variable_to_update' && isInAssignments(reference);
}

export function readAssignments(workflow: Workflow): Assignment[] {
  return workflow.activities.filter(isSetVariables).flatMap((activity) => {
    const list = activity.path.child('properties').child('variables_to_update');
    const references = Grouped.by(activity.references.filter(isInAssignments), ({ keys }) => keys[2]);
    return (activity.properties.variables_to_update ?? []).map(({ variable_value_new: newValue }, index) => {
      const own = references.of(index);
      const written = own.find(isWrite);
      const reads = own.filter((reference) => !isWrite(reference));
      const [value] = reads;
      return {
        activity,
        path: list.child(index),
        variable: written?.isWhole ? written.localVariable : undefined,
        reads,
        value: value?.isWhole ? value : undefined,
        isClearing: newValue === undefined || newValue === null || newValue === '',
      };
    });
  });
}

function isInAssignments(reference: Reference): boolean {
  return (
    reference.keys[1] === 'variables_to_update' &&
    reference.activity !== undefined &&
    isSetVariables(reference.activity)
  );
}
