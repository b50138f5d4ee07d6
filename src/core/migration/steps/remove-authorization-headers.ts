import { giveUp } from '../../analysis/token-use';
import { workflowStep } from '../migration-step';

/** A target with the token key adds the header itself. */
export const removeAuthorizationHeaders = workflowStep(
  'remove-authorization-headers',
  function* ({ retirement }, { workflow }) {
    for (const use of retirement.uses) {
      if (use.place !== 'authorization-header' || !use.activity) continue;
      yield {
        kind: 'remove-header',
        workflow,
        activity: use.activity,
        title: use.activity.title,
        message: `Remove the Authorization header from "${use.activity.title}".`,
        path: use.reference.path,
        operations: [giveUp(use)],
      };
    }
  },
);
