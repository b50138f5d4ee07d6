import { workflowStep } from '../migration-step';

/** A workflow must not ask for the generators' target when it has no generator: a new tenant need not have it. */
export const rePointWorkflowTarget = workflowStep(
  're-point-workflow-target',
  function* ({ workflowTarget }, { workflow, targets }) {
    const { names, namePaths } = targets.ofWorkflow(workflow);
    const [path] = namePaths();
    if (workflowTarget === undefined || !path) return;
    yield {
      kind: 're-point-target',
      workflow,
      activity: undefined,
      title: workflow.title,
      message: `Let the workflow run on ${workflowTarget} instead of ${names[0] ?? ''}.`,
      path,
      operations: [{ kind: 'set', path, value: workflowTarget }],
    };
  },
);
