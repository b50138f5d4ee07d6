import { analyseFile, type FileAnalysis } from '../analysis/file-analysis';
import type { WorkflowFile } from '../document/workflow';
import { EditRefused } from '../edits/edit-refused';
import { carryOut, describeChanges, planMigration, type PlannedMigration } from '../migration/planner';
import type { ConversionNote } from './conversion-note';
import { conversionScopes } from './conversion-scope';
import { notesOnLists } from './dependency-lists';
import { conversionSteps } from './steps';

/** A conversion worked out to the last character, and what it leaves to a person. */
export interface PlannedConversion extends PlannedMigration {
  readonly notes: readonly ConversionNote[];
}

/**
 * Plans the conversion of a whole workflow export to the legacy method, the reverse of a migration, and proves that a
 * migration of the result would make the same of it as of the file as it is.
 * @throws EditRefused otherwise.
 */
export function planConversion(analysis: FileAnalysis, file: WorkflowFile): PlannedConversion {
  const scopes = conversionScopes(analysis);
  const context = { analysis, scopes };
  const planned = conversionSteps.flatMap((step) => [...step(context)]);
  const operations = planned.flatMap((change) => change.operations);
  const { edits, newText } = carryOut(operations, analysis, file);
  if (edits.length > 0) assertReturns(newText, analysis, file);
  const notes = [...scopes.flatMap((scope) => scope.notes), ...notesOnLists(analysis, scopes)];
  return { changes: describeChanges(planned, edits, analysis), operations, edits, newText, notes };
}

/** Only a description that speaks of the token may lose that on the way back: it was wrong before. */
function assertReturns(newText: string, before: FileAnalysis, file: WorkflowFile): void {
  const configuration = { ...before.configuration, updateDescription: false };
  const after = analyseFile(newText, configuration);
  const migrated = after?.file && planMigration(after, after.file, false).newText;
  if (migrated !== planMigration({ ...before, configuration }, file, false).newText) {
    throw new EditRefused('A migration would not take back all that a conversion does; nothing was changed.');
  }
}
