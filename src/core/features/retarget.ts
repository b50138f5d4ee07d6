import type { FileAnalysis } from '../analysis/file-analysis';
import { problemOfSuffix } from '../catalog/target-sets';
import { EditRefused } from '../edits/edit-refused';
import { toTextEdit } from '../edits/text-edit';
import type { ManualStep, MigrationPlan, RetargetingOptions } from '../language-service';
import type { LeftPlace } from '../migration/retargeting/draft';
import { planRetargeting } from '../migration/retargeting/plan-retargeting';
import { rangeOf } from '../rules/find-all';
import { refusalOf } from './plan-file';

/** The move of one file to another set of targets, or why there is none. */
export function retarget(analysis: FileAnalysis, options: RetargetingOptions): MigrationPlan {
  const { document, file, lines } = analysis;
  const nothing = { changes: [], manual: [], edits: [], newText: document.text };
  const refusal = refusalOf(analysis);
  if (refusal || !file) return { ...nothing, status: 'skipped', ...refusal };
  const problem = 'to' in options ? undefined : problemOfSuffix(options.suffix);
  if (problem !== undefined) return { ...nothing, status: 'failed', error: problem };
  const { projectProblem } = analysis.configuration;
  if (projectProblem !== undefined) return { ...nothing, status: 'failed', error: projectProblem };
  try {
    const { changes, left, edits, newText } = planRetargeting(analysis, file, options);
    const manual = left.map((place) => manualStep(place, analysis));
    const done = edits.length > 0 ? 'migrated' : 'unchanged';
    const status = manual.length > 0 ? 'partial' : done;
    return { status, changes, manual, edits: edits.map((edit) => toTextEdit(edit, lines)), newText };
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
    return { ...nothing, status: 'failed', error: error.message };
  }
}

function manualStep(place: LeftPlace, analysis: FileAnalysis): ManualStep {
  const { workflow, activity, message } = place;
  return {
    code: 'retarget',
    workflow: workflow.title,
    activity: activity?.uniqueName ?? null,
    title: activity?.title ?? workflow.title,
    message,
    range: rangeOf(place, analysis),
  };
}
