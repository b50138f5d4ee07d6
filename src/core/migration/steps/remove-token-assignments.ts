import { workflowStep } from '../migration-step';

/** Entries of Set Variables activities that store more than the token. */
export const removeTokenAssignments = workflowStep(
  'remove-token-assignments',
  function* ({ retirement }, { workflow }) {
    for (const { activity, variable, path } of retirement.assignments) {
      yield {
        kind: 'remove-assignment',
        workflow,
        activity,
        title: activity.title,
        message: `Take the variable "${variable?.name ?? ''}" out of "${activity.title}".`,
        path,
        operations: [{ kind: 'remove', path }],
      };
    }
  },
);
