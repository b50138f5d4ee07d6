import type { FileAnalysis } from './file-analysis';
import { isCall } from './call-graph';
import type { Obstacle } from './token-use';
import type { FilePasses } from '../definition-index';

/** What a definition could overcome. */
const ofDefinition: ReadonlySet<Obstacle | undefined> = new Set<Obstacle>([
  'unknown-atomic',
  'community-atomic',
  'retired-atomic',
  'sub-workflow',
]);

/** The ids of workflows that a token of the file goes into and whose definition is not at hand. */
export function missingDefinitions({ workflows }: FileAnalysis): ReadonlySet<string> {
  const missing = new Set<string>();
  for (const { unsettledUses } of workflows) {
    for (const { activity, obstacle } of unsettledUses) {
      if (activity?.calledId !== undefined && isCall(activity) && ofDefinition.has(obstacle))
        missing.add(activity.calledId);
    }
  }
  return missing;
}

/** Which workflows a file hands tokens to, or could hand on what it is given itself. */
export function passesOf(analysis: FileAnalysis): FilePasses {
  const tokens = new Set(missingDefinitions(analysis));
  const anything = new Set<string>();
  for (const { workflow, flow, unsettledUses } of analysis.workflows) {
    for (const { fills } of unsettledUses) if (fills) tokens.add(fills.workflowId);
    if (flow.inputs.size > 0) tokens.add(workflow.id);
    for (const { calledId, references } of workflow.activities) {
      const isFilled = references.some(
        ({ keys, inputVariable, localVariable }) => keys[1] === 'input' && (inputVariable ?? localVariable),
      );
      if (calledId !== undefined && isFilled) anything.add(calledId);
    }
  }
  return { tokens, anything };
}
