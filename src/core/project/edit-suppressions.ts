import { parseDocument } from '../document/parsed-document';
import { applyEdits, composeEdits } from '../edits/compose-edits';
import { EditRefused } from '../edits/edit-refused';
import type { JsonOperation, JsonValue } from '../edits/json-operation';
import { toTextEdit } from '../edits/text-edit';
import type { Suppression } from '../host';
import type { PlaceOwner, TextEdit } from '../language-service';
import { projectPath, type ProjectFile } from './project-file';

/** What a suppression is to hold for, before anybody said why. */
export type SuppressionScope = Omit<Suppression, 'reason' | 'expires'>;

/** The narrowest suppression of a finding: of its activity, else of its workflow, in its file only. */
export function scopeOf(rule: string, file: string, { workflow, activity }: PlaceOwner): SuppressionScope {
  if (activity) return { rule, file, activity: activity.uniqueName };
  return workflow ? { rule, file, workflow: workflow.title } : { rule, file };
}

/** Adds a suppression at the end of the list; nothing where the file has problems, which come first. */
export function addSuppression(project: ProjectFile, suppression: Suppression): TextEdit[] | undefined {
  if (!project.configuration) return undefined;
  const value = toJson(suppression);
  const { suppressions } = project.document.value as { readonly suppressions?: readonly unknown[] };
  return edit(
    project,
    suppressions
      ? { kind: 'insert', path: projectPath(['suppressions']), at: suppressions.length, value }
      : { kind: 'insert', path: projectPath([]), at: Infinity, name: 'suppressions', value: [value] },
  );
}

/** A project file with nothing but one suppression in it. */
export function newProjectFile(suppression: Suppression): string {
  const { text, locator } = parseDocument('{}\n');
  const path = projectPath([]);
  const operations: JsonOperation[] = [
    { kind: 'insert', path, at: 0, name: 'version', value: 1 },
    { kind: 'insert', path, at: 0, name: 'suppressions', value: [toJson(suppression)] },
  ];
  return applyEdits(text, composeEdits(text, locator, operations));
}

/** Takes a suppression out of the list. */
export function removeSuppression(project: ProjectFile, index: number): TextEdit[] | undefined {
  return edit(project, { kind: 'remove', path: projectPath(['suppressions', index]), withEmptyList: true });
}

function edit({ document, lines }: ProjectFile, operation: JsonOperation): TextEdit[] | undefined {
  try {
    return composeEdits(document.text, document.locator, [operation]).map((each) => toTextEdit(each, lines));
  } catch (error) {
    if (error instanceof EditRefused) return undefined;
    throw error;
  }
}

const keys = ['rule', 'file', 'workflow', 'activity', 'reason', 'expires'] as const;

/** Its keys in the order in which a person reads them. */
function toJson(suppression: Suppression): JsonValue {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = suppression[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
