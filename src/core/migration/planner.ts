import type { FileAnalysis } from '../analysis/file-analysis';
import { findDanglingReferences } from '../analysis/dangling-references';
import { findOldNames, idsOf } from '../analysis/replacements';
import type { MigrationScope } from '../analysis/migration-scope';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import { Grouped } from '../document/grouped';
import { lineage } from '../document/json-path';
import { readText } from '../document/read-text';
import type { WorkflowFile } from '../document/workflow';
import { applyEdits, composeEdits, type ComposedEdit } from '../edits/compose-edits';
import { EditRefused } from '../edits/edit-refused';
import type { Change } from '../language-service';
import type { JsonOperation } from '../edits/json-operation';
import { toTextEdit } from '../edits/text-edit';
import type { PlannedChange } from './migration-step';
import { migrationSteps } from './steps';
import { whatGoes } from './what-goes';

/** A migration worked out to the last character. */
export interface PlannedMigration {
  readonly changes: readonly Change[];
  readonly operations: readonly JsonOperation[];
  readonly edits: readonly ComposedEdit[];
  readonly newText: string;
}

/**
 * Plans the migration of a whole workflow export, and proves the result sound before handing it out.
 * @throws EditRefused where the file is such that the edits cannot be trusted.
 */
export function planMigration(analysis: FileAnalysis, file: WorkflowFile, assumeOptional: boolean): PlannedMigration {
  const scopes = new Map<WorkflowAnalysis, MigrationScope>();
  for (const workflow of analysis.workflows) {
    if (workflow.isOfInterest) scopes.set(workflow, workflow.scope(assumeOptional));
  }
  const planned = migrationSteps.flatMap((step) => [...step.plan({ analysis, scopes })]);
  const operations = planned.flatMap((change) => change.operations);
  const { edits, newText } = carryOut(operations, analysis, file);
  assertForgotten(newText, analysis, scopes);
  return { changes: describeChanges(planned, edits, analysis), operations, edits, newText };
}

/** The id of what is deleted must not stand anywhere any more, whether or not it reads as a reference. */
function assertForgotten(
  newText: string,
  { workflows }: FileAnalysis,
  scopes: ReadonlyMap<WorkflowAnalysis, MigrationScope>,
): void {
  const gone = new Set<string>();
  for (const { retirement } of scopes.values()) {
    for (const { id } of retirement.activities) gone.add(id);
    for (const { id } of retirement.variables) gone.add(id);
  }
  // A copied workflow has the same ids, and may keep what this one loses.
  for (const analysis of workflows) {
    const { activities, variables } = scopes.get(analysis)?.retirement ?? nothing;
    for (const activity of analysis.workflow.activities) if (!activities.has(activity)) gone.delete(activity.id);
    for (const variable of analysis.workflow.variables) if (!variables.has(variable)) gone.delete(variable.id);
  }
  for (const id of forgottenAtomics(workflows, scopes)) for (const name of idsOf(id)) gone.add(name);
  const named = firstNamed(gone, newText);
  if (named !== undefined) {
    throw new EditRefused(
      `The id ${named} of something that would go is named in a way that is not understood; nothing was changed.`,
    );
  }
}

/** The retired atomics of which every call was replaced: with them go the ids of their inputs and outputs. */
function forgottenAtomics(
  workflows: FileAnalysis['workflows'],
  scopes: ReadonlyMap<WorkflowAnalysis, MigrationScope>,
): ReadonlySet<string> {
  const { activities, replacements } = whatGoes(scopes.values());
  const forgotten = new Set([...replacements.values()].map(({ retired }) => retired.id));
  for (const { workflow } of forgotten.size > 0 ? workflows : []) {
    for (const activity of workflow.activities) {
      const isCalled = !activities.has(activity) && !replacements.has(activity);
      if (isCalled && activity.calledId !== undefined) forgotten.delete(activity.calledId);
    }
  }
  return forgotten;
}

/** Bare or behind a prefix. Few long ids are found natively; of many, or of short ones, a look at each word finds all. */
function firstNamed(ids: ReadonlySet<string>, text: string): string | undefined {
  const listed = [...ids];
  const areLong = listed.every(({ length }) => length > 20);
  if (areLong && listed.length <= 40) return listed.find((id) => text.includes(id));
  const words = areLong ? /(?<![0-9A-Za-z])[0-9A-Za-z]{21,}/g : /[0-9A-Za-z]+/g;
  return (text.match(words) ?? []).find((word) => ids.has(word));
}

const nothing: Pick<MigrationScope['retirement'], 'activities' | 'variables'> = {
  activities: new Set(),
  variables: new Set(),
};

/**
 * Composes the edits of operations and proves that the result parses and dangles nowhere anew.
 * @throws EditRefused otherwise.
 */
export function carryOut(
  operations: readonly JsonOperation[],
  analysis: FileAnalysis,
  file: WorkflowFile,
): { edits: readonly ComposedEdit[]; newText: string } {
  const { document } = analysis;
  if (operations.length === 0) return { edits: [], newText: document.text };
  const edits = composeEdits(document.text, document.locator, operations);
  const newText = applyEdits(document.text, edits);
  verify(newText, file);
  return { edits, newText };
}

/** What is told of changes whose edits are composed. */
export function describeChanges(
  planned: readonly PlannedChange[],
  composed: readonly ComposedEdit[],
  { document, lines }: FileAnalysis,
): Change[] {
  const byOperation = new Grouped(composed.map((edit) => [edit.operation, edit] as const));
  const byPath = new Grouped(composed.map((edit) => [edit.path, edit] as const));
  const editsOf = (operation: JsonOperation): readonly ComposedEdit[] => {
    const own = byOperation.of(operation);
    // Where one edit serves several operations, it is found at the place that they share or around theirs.
    return own.length > 0 ? own : ([...lineage(operation.path)].map((path) => byPath.of(path)).find(isFilled) ?? []);
  };
  return planned.map(({ kind, workflow, activity, title, message, path, operations }) => ({
    kind,
    workflow: workflow.title,
    activity: activity?.uniqueName ?? null,
    title,
    message,
    range: lines.range(document.locator.place(path)?.value ?? { start: 0, end: 0 }),
    edits: operations.flatMap(editsOf).map((edit) => toTextEdit(edit, lines)),
  }));
}

function isFilled(list: readonly unknown[]): boolean {
  return list.length > 0;
}

/** Nothing is handed out that does not parse, or in which something dangles that did not dangle before. */
function verify(newText: string, before: WorkflowFile): void {
  const after = readText(newText);
  if (!after.file || after.document.syntaxErrors.length > 0 || after.file.isOdd) {
    throw new EditRefused('The changed file would not be a valid export; nothing was changed.');
  }
  const known = danglingTexts(before);
  for (const text of danglingTexts(after.file)) {
    if (!known.has(text))
      throw new EditRefused(`The changed file would hold a dangling reference, ${text}; nothing was changed.`);
  }
  const knownNames = new Set(findOldNames(before));
  for (const name of findOldNames(after.file)) {
    if (!knownNames.has(name))
      throw new EditRefused(
        `The migrated file would ask a system atomic for what only a retired one has, ${name}; nothing was changed.`,
      );
  }
}

function danglingTexts(file: WorkflowFile): Set<string> {
  return new Set([...findDanglingReferences(file)].map(({ reference }) => reference.to.text));
}
