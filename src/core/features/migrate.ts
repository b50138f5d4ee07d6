import type { FileAnalysis } from '../analysis/file-analysis';
import { EditRefused } from '../edits/edit-refused';
import { toTextEdit } from '../edits/text-edit';
import type { MigrationPlan } from '../language-service';
import { planMigration } from '../migration/planner';
import type { RuleFinding } from '../rules/find-all';
import { leftToAPerson } from './left-to-a-person';

/** The migration of one file, or why there is none. */
export function migrate(
  analysis: FileAnalysis,
  findings: readonly RuleFinding[],
  assumeOptional: boolean,
): MigrationPlan {
  const { document, file, lines, workflows, configuration } = analysis;
  const nothing = { changes: [], manual: [], edits: [], newText: document.text };
  const refusal = refusalOf(analysis);
  if (refusal || !file) return { ...nothing, status: 'skipped', ...refusal };
  const [doubled] = file.doubled;
  if (doubled && workflows.some(({ flow }) => !flow.isEmpty)) {
    const error = `The id ${doubled.uniqueName} stands twice in one workflow, so nobody can tell which is meant by a reference.`;
    return { ...nothing, status: 'failed', error };
  }
  const { projectProblem } = configuration;
  if (projectProblem !== undefined && workflows.some(({ flow }) => !flow.isEmpty)) {
    return { ...nothing, status: 'failed', error: projectProblem };
  }
  try {
    const { changes, operations, edits, newText } = planMigration(analysis, file, assumeOptional);
    const manual = leftToAPerson(findings, operations, analysis);
    const done = edits.length > 0 ? 'migrated' : 'unchanged';
    const status = manual.length > 0 ? 'partial' : done;
    return { status, changes, manual, edits: edits.map((edit) => toTextEdit(edit, lines)), newText };
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
    return { ...nothing, manual: leftToAPerson(findings, [], analysis), status: 'failed', error: error.message };
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
