import type { JsonOperation } from '../../edits/json-operation';
import { workflowStep } from '../migration-step';

/** Local variables that held the token or its time and that nothing reads any more. */
export const removeTokenVariables = workflowStep('remove-token-variables', function* ({ retirement }, { workflow }) {
  const { variables } = retirement;
  const isEveryVariable = variables.size > 0 && workflow.variables.every((variable) => variables.has(variable));
  for (const variable of variables) {
    // The product writes `null`, not an empty list, for a workflow without variables.
    const operation: JsonOperation = isEveryVariable
      ? { kind: 'set', path: workflow.path.child('variables'), value: null }
      : { kind: 'remove', path: variable.path };
    yield {
      kind: 'remove-variable',
      workflow,
      activity: undefined,
      title: variable.name,
      message: `Remove the local variable "${variable.name}".`,
      path: variable.path.child('unique_name'),
      operations: [operation],
    };
  }
});
