import type { Activity } from '../document/workflow';
import type { Configuration } from '../host';
import type { Bookkeeping } from './bookkeeping';
import type { Replacement } from './replacements';
import { retire, type Retirement } from './retirement';
import { consumerCalledBy } from './token-consumers';
import type { TokenUse } from './token-use';
import type { WorkflowAnalysis } from './workflow-analysis';
import { workflowTargetFor } from './workflow-target';

/** What a migration of one workflow would do, before it is said in edits. */
export interface MigrationScope {
  readonly retirement: Retirement;
  /** The name that takes the place of `CTR_For_Access_Token` as the workflow's own target. */
  readonly workflowTarget: string | undefined;
  /** The calls of retired atomics that become calls of system atomics. */
  readonly replacements: ReadonlyMap<Activity, Replacement>;
}

const usualTokenTarget = /^CTR_For_Access_Token$/i;

/**
 * @param candidates what could go at most.
 * @param assumeOptional also give up the uses that were never proven to work without a token.
 */
export function findScope(
  analysis: WorkflowAnalysis,
  candidates: Bookkeeping,
  configuration: Configuration,
  assumeOptional: boolean,
): MigrationScope {
  const givenUp = analysis.uses.filter(
    (use) => !use.isOrbital && (use.obstacle === undefined || (assumeOptional && use.isUnproven)),
  );
  const whole = scopeOf(givenUp, analysis, candidates, configuration);
  if (whole.workflowTarget !== undefined || !givenUp.some((use) => use.needsWorkflowTarget)) return whole;
  const served = givenUp.filter((use) => !use.needsWorkflowTarget);
  return scopeOf(served, analysis, candidates, configuration);
}

/** The calls that must become a system atomic's before their input is emptied. */
export function* replacementsFor(uses: Iterable<TokenUse>): Iterable<readonly [Activity, Replacement]> {
  for (const { replacement, obstacle } of uses) {
    if (obstacle === undefined && replacement?.kind === 'replacement') yield [replacement.activity, replacement];
  }
}

function scopeOf(
  uses: readonly TokenUse[],
  analysis: WorkflowAnalysis,
  candidates: Bookkeeping,
  configuration: Configuration,
): MigrationScope {
  const retirement = retire(analysis.flow, uses, candidates);
  const kept = keptReplacements(analysis, retirement.activities, configuration);
  return {
    retirement,
    workflowTarget: workflowTargetOf(analysis, uses, retirement.activities),
    replacements: new Map([...kept, ...replacementsFor(uses)]),
  };
}

/** Calls of retired atomics that stay for another reason: the generators' and Orbital's, and others with their token. */
function* keptReplacements(
  analysis: WorkflowAnalysis,
  removed: ReadonlySet<Activity>,
  { replaceKeptAtomics, replaceRetiredAtomics }: Configuration,
): Iterable<readonly [Activity, Replacement]> {
  if (!replaceKeptAtomics) return;
  for (const activity of analysis.workflow.activities) {
    const isWanted = replaceRetiredAtomics || consumerCalledBy(activity, analysis.consumers)?.product !== 'securex';
    const replacement = isWanted && !removed.has(activity) ? analysis.replacementOf(activity) : undefined;
    if (replacement?.kind === 'replacement') yield [activity, replacement];
  }
}

function workflowTargetOf(
  { workflow, targets, consumers, uses: all }: WorkflowAnalysis,
  uses: readonly TokenUse[],
  removed: ReadonlySet<Activity>,
): string | undefined {
  const target = targets.ofWorkflow(workflow);
  if (target.role !== 'token' || target.names.length !== 1) return undefined;
  const [name = ''] = target.names;
  const suffix = targets.suffixOf(name);
  // With a region or anything else behind the usual name, nobody knows what the other targets are called.
  if (!usualTokenTarget.test(targets.usualNameOf(name))) return undefined;
  if (target.namePaths().length !== 1) return undefined;
  // Another target would change what is to be left as it is.
  if (all.some((use) => use.isSuppressed && use.target?.isInherited)) return undefined;
  const staying = workflow.activities.filter((activity) => !removed.has(activity));
  return workflowTargetFor(uses, staying, targets, consumers, suffix);
}
