import { workflowStep } from '../migration-step';

/** What reads the time of a deleted activity takes it from the activity that ran before. */
export const rePointTimes = workflowStep('re-point-times', function* ({ retirement }, { workflow }) {
  for (const { reference, replacement, source } of retirement.times) {
    const { activity, path, to } = reference;
    const title = activity?.title ?? workflow.title;
    const now = source ? `the end of "${source.title}"` : 'the start of the workflow';
    yield {
      kind: 're-point-time',
      workflow,
      activity,
      title,
      message: `Let "${title}" read ${now} instead of the time of a deleted activity.`,
      path,
      operations: [{ kind: 'splice', path, start: to.index, end: to.index + to.text.length, text: replacement }],
    };
  }
});
