import { giveUp, isUnproven, type TokenUse } from '../../analysis/token-use';
import { workflowStep } from '../migration-step';

/** The target's account key authenticates a SecureX activity whose Access Token input is empty. */
export const emptyAccessTokenInputs = workflowStep(
  'empty-access-token-inputs',
  function* ({ retirement }, { workflow }) {
    for (const use of retirement.uses) {
      if (use.place !== 'access-token-input' || !use.activity) continue;
      const { title } = use.activity;
      yield {
        kind: 'empty-input',
        workflow,
        activity: use.activity,
        title,
        message: `Empty the Access Token input of "${title}"${remark(use)}.`,
        path: use.reference.path,
        operations: [giveUp(use)],
      };
    }
  },
);

function remark(use: TokenUse): string {
  if (isUnproven(use)) return ', which was never seen to work without one: test it before use';
  return use.consumer?.generation === 'own' ? ', which the project file vouches for' : '';
}
