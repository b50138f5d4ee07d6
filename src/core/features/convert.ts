import type { FileAnalysis } from '../analysis/file-analysis';
import type { ConversionNote } from '../conversion/conversion-note';
import { planConversion } from '../conversion/planner';
import { findTokenNeeds } from '../conversion/token-needs';
import type { ManualStep, MigrationPlan } from '../language-service';
import { rangeOf } from '../rules/find-all';
import { planFile } from './plan-file';

/** The conversion of one file to the legacy method, or why there is none. */
export function convert(analysis: FileAnalysis): MigrationPlan {
  return planFile(analysis, {
    concerns: (workflow) => findTokenNeeds(workflow, analysis.vocabulary).needs.length > 0,
    plan: (file) => planConversion(analysis, file),
    manual: (planned) => (planned?.notes ?? []).map((note) => toManualStep(note, analysis)),
  });
}

function toManualStep({ code, workflow, activity, message, path }: ConversionNote, analysis: FileAnalysis): ManualStep {
  return {
    code,
    workflow: workflow.title,
    activity: activity?.uniqueName ?? null,
    title: activity?.title ?? workflow.title,
    message,
    range: rangeOf({ path }, analysis),
  };
}
