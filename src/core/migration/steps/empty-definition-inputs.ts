import { giveUp } from '../../analysis/token-use';
import { workflowStep } from '../migration-step';

/** What a definition does without, no caller passes any more. */
export const emptyDefinitionInputs = workflowStep('empty-definition-inputs', function* ({ retirement }, { workflow }) {
  for (const use of retirement.uses) {
    if (!use.fills || !use.activity) continue;
    const { title } = use.activity;
    const [{ name } = { name: '' }] = use.fills.variables;
    yield {
      kind: 'empty-input',
      workflow,
      activity: use.activity,
      title,
      message: `Empty the input "${name}" of "${title}", whose definition does without.`,
      path: use.reference.path,
      operations: [giveUp(use)],
    };
  }
});
