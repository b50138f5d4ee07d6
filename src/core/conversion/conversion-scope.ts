import { systemGenerator } from '../catalog/atomics';
import type { FileAnalysis } from '../analysis/file-analysis';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import { newActivityIds } from './activity-ids';
import type { ConversionNote } from './conversion-note';
import { obstacleTo } from './obstacles';
import { findTokenNeeds } from './token-needs';
import { notesOnLifetime, regionsOf, type TokenRegion } from './token-regions';
import { setInUse, tokenTargetOf } from './token-target';

/** A region with the generator that it gets. */
export interface ServedRegion extends TokenRegion {
  /** The `unique_name` of the new activity. */
  readonly generator: string;
  /** The name of the target that the token is fetched from. */
  readonly tokenTarget: string;
  /** The reference to its token. */
  readonly token: string;
}

/** What a conversion does in one workflow, before it is said in edits. */
export interface ConversionScope {
  readonly workflow: WorkflowAnalysis;
  readonly regions: readonly ServedRegion[];
  readonly notes: readonly ConversionNote[];
}

/** The scopes of all workflows in a file, outermost first. */
export function conversionScopes(analysis: FileAnalysis): ConversionScope[] {
  const ids = newActivityIds(analysis.document.text);
  return analysis.workflows.map((workflow) => {
    const { needs, notes } = findTokenNeeds(workflow, analysis.vocabulary);
    if (needs.length === 0) return { workflow, regions: [], notes };
    const set = setInUse(workflow, needs);
    const tokenTarget = tokenTargetOf(workflow, set.suffix, analysis);
    const obstacle = obstacleTo(workflow, analysis, set, tokenTarget);
    if (obstacle) return { workflow, regions: [], notes: [obstacle, ...notes] };
    const regions = regionsOf(needs).map((region) => serve(region, ids.next().value, tokenTarget));
    return { workflow, regions, notes: [...notes, ...regions.flatMap(notesOnLifetime)] };
  });
}

function serve(region: TokenRegion, generator: string, tokenTarget: string): ServedRegion {
  const token = `$activity.${generator}.output.variable_workflow_${systemGenerator.tokenOutput}$`;
  return { ...region, generator, tokenTarget, token };
}
