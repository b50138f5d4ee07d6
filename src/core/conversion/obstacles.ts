import { systemGenerator } from '../catalog/atomics';
import { staleDependencies } from '../analysis/dependencies';
import type { FileAnalysis } from '../analysis/file-analysis';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { ConversionNote } from './conversion-note';
import type { SetInUse } from './token-target';

/**
 * Why nothing in a workflow can be converted such that a migration gives it back: what the file holds already would go
 * or stay together with what a conversion inserts.
 * @param tokenTarget the name of the target that its tokens are fetched from.
 */
export function obstacleTo(
  workflow: WorkflowAnalysis,
  analysis: FileAnalysis,
  set: SetInUse,
  tokenTarget: string,
): ConversionNote | undefined {
  return (
    ownTarget(workflow) ??
    severalSets(workflow, set) ??
    otherTokenTargets(workflow, set, tokenTarget) ??
    unusedDependency(analysis)
  );
}

/** With generators in it, a migration would choose the workflow's target anew. */
function ownTarget({ workflow, targets }: WorkflowAnalysis): ConversionNote | undefined {
  const { role, names, namePaths } = targets.ofWorkflow(workflow);
  if (role !== 'token') return undefined;
  return {
    code: 'token-target',
    workflow,
    activity: undefined,
    message: `The workflow "${workflow.title}" runs on ${names.join(', ')}, which only serves to make access tokens, so nothing in it is converted: let it run on the target of the API that it calls first.`,
    path: namePaths()[0] ?? workflow.path.descendant(['properties', 'target']),
  };
}

/** Each set has a target of its own to make tokens on, and nobody can tell which of them is to serve both. */
function severalSets({ workflow }: WorkflowAnalysis, { name, otherName }: SetInUse): ConversionNote | undefined {
  if (otherName === undefined) return undefined;
  return {
    code: 'mixed-methods',
    workflow,
    activity: undefined,
    message: `The workflow "${workflow.title}" calls APIs on targets of two sets, as ${name} and ${otherName}, and each makes access tokens on a target of its own, so nothing in it is converted: retarget it to one of them first.`,
    path: workflow.path.child('unique_name'),
  };
}

/** A migration leaves tokens from several targets alone, except where each stays inside its set. */
function otherTokenTargets(
  { workflow, flow, targets }: WorkflowAnalysis,
  { suffix }: SetInUse,
  tokenTarget: string,
): ConversionNote | undefined {
  const staysInside = targets.suffixOf(tokenTarget) === suffix;
  const mayMix = (known: string): boolean => !staysInside || targets.suffixOf(known) === suffix;
  if ([...flow.tokenTargets].filter(mayMix).every((known) => known === tokenTarget.toLowerCase())) return undefined;
  return {
    code: 'generate-access-token',
    workflow,
    activity: undefined,
    message: `The file makes access tokens on another target than ${tokenTarget} already, so nothing in the workflow "${workflow.title}" is converted: let all its generators run on one target first.`,
    path: workflow.path.child('unique_name'),
  };
}

/** A migration would take the entry out together with the generators. */
function unusedDependency(analysis: FileAnalysis): ConversionNote | undefined {
  const stale = staleDependencies(analysis, new Set(), new Map()).find(
    ({ atomic }) => atomic.id === systemGenerator.id,
  );
  return (
    stale && {
      code: 'unused-dependency',
      workflow: stale.workflow,
      activity: undefined,
      message: `The file lists "${stale.atomic.name}" although nothing calls it, so nothing is converted: take it out of the list first.`,
      path: stale.dependency.path,
    }
  );
}
