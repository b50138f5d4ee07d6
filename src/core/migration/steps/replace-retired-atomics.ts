import { replacementOperations } from '../../analysis/replacements';
import { workflowStep } from '../migration-step';

/** A retired atomic was never seen to work without a token; the system atomic that took its place was. */
export const replaceRetiredAtomics = workflowStep(
  'replace-retired-atomics',
  function* ({ retirement, replacements }, { workflow }) {
    const emptied = new Set([...retirement.uses].map(({ reference }) => reference));
    for (const replacement of replacements.values()) {
      const { activity, retired, successor } = replacement;
      yield {
        kind: 'replace-atomic',
        workflow,
        activity,
        title: activity.title,
        message: `Let "${activity.title}" call the system atomic "${successor.name}" instead of "${retired.name}", which is retired.`,
        path: activity.path.descendant(['properties', 'workflow_id']),
        operations: replacementOperations(replacement, emptied),
      };
    }
  },
);
