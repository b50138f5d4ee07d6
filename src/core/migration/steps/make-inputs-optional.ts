import { makeOptional } from '../../analysis/token-inputs';
import { workflowStep } from '../migration-step';

/** The input keeps its id, so that callers go on working, and may be left empty from now on. */
export const makeInputsOptional = workflowStep('make-inputs-optional', function* (_, { workflow, releasedInputs }) {
  for (const variable of releasedInputs) {
    const operations = makeOptional(variable);
    if (operations.length === 0) continue;
    yield {
      kind: 'make-input-optional',
      workflow,
      activity: undefined,
      title: variable.name,
      message: `Make the input "${variable.name}" of "${workflow.title}" optional: it takes no token any more.`,
      path: variable.path.child('properties').child('is_required'),
      operations,
    };
  }
});
