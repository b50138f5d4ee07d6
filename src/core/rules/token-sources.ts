import type { TokenUse } from '../analysis/token-use';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import { mostRelated, type FindingPlace } from './rule';

/** Where the token of a use comes from, as related information. */
export function generatorsOf(use: TokenUse, { flow }: WorkflowAnalysis): (FindingPlace & { message: string })[] {
  return (
    flow
      .sources(use.reference)
      // Those of callers may stand in another file.
      .filter(({ activity }) => flow.generators.has(activity))
      .slice(0, mostRelated)
      .map(({ activity }) => ({
        path: activity.path.child('properties').child('workflow_id'),
        message: `"${activity.title}" makes the token.`,
      }))
  );
}
