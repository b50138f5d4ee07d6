import type { FileAnalysis } from '../analysis/file-analysis';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { WorkflowFile } from '../document/workflow';
import { EditRefused } from '../edits/edit-refused';
import { toTextEdit } from '../edits/text-edit';
import type { ManualStep, MigrationPlan } from '../language-service';
import type { PlannedMigration } from '../migration/planner';

/** A kind of change of a whole file: the migration, or the way back. */
export interface Undertaking<Planned extends PlannedMigration> {
  /** Whether it has something to do with a workflow, so that an id in doubt there is in its way. */
  readonly concerns: (workflow: WorkflowAnalysis) => boolean;
  /** @throws EditRefused where the file is such that the edits cannot be trusted. */
  readonly plan: (file: WorkflowFile) => Planned;
  /** What is left to a person after the plan, or without one. */
  readonly manual: (planned: Planned | undefined) => readonly ManualStep[];
}

/** The plan for one file, or why there is none. */
export function planFile<Planned extends PlannedMigration>(
  analysis: FileAnalysis,
  { concerns, plan, manual }: Undertaking<Planned>,
): MigrationPlan {
  const { document, file, lines, workflows, configuration } = analysis;
  const nothing = { changes: [], manual: [], edits: [], newText: document.text };
  const refusal = refusalOf(analysis);
  if (refusal || !file) return { ...nothing, status: 'skipped', ...refusal };
  const [doubled] = file.doubled;
  if (doubled && workflows.some(concerns)) {
    const error = `The id ${doubled.uniqueName} stands twice in one workflow, so nobody can tell which is meant by a reference.`;
    return { ...nothing, status: 'failed', error };
  }
  const { projectProblem } = configuration;
  if (projectProblem !== undefined && workflows.some(concerns)) {
    return { ...nothing, status: 'failed', error: projectProblem };
  }
  try {
    const planned = plan(file);
    const { changes, edits, newText } = planned;
    const left = manual(planned);
    const done = edits.length > 0 ? 'migrated' : 'unchanged';
    const status = left.length > 0 ? 'partial' : done;
    return { status, changes, manual: left, edits: edits.map((edit) => toTextEdit(edit, lines)), newText };
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
    return { ...nothing, manual: manual(undefined), status: 'failed', error: error.message };
  }
}

/** Why no plan can be made for a file at all; nothing where it is a workflow export whose shapes are known. */
export function refusalOf({
  document,
  file,
  lines,
}: FileAnalysis): Pick<MigrationPlan, 'status' | 'error'> | undefined {
  const [syntaxError] = document.syntaxErrors;
  if (syntaxError) {
    const { line, character } = lines.position(syntaxError.offset);
    const error = `The file is not valid JSON: ${syntaxError.message} (line ${line + 1}, column ${character + 1}).`;
    return { status: 'failed', error };
  }
  if (!file) return { status: 'skipped' };
  if (!file.isOdd) return undefined;
  const error = 'The file holds shapes that the format does not allow, so not all of it can be read; check it first.';
  return { status: 'failed', error };
}
