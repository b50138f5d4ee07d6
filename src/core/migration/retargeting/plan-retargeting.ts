import { analyseFile, type FileAnalysis } from '../../analysis/file-analysis';
import { TargetResolver } from '../../analysis/targets';
import type { JsonPathNode } from '../../document/json-path';
import type { WorkflowFile } from '../../document/workflow';
import { applyEdits, composeEdits } from '../../edits/compose-edits';
import { EditRefused } from '../../edits/edit-refused';
import type { RetargetingOptions, SuffixRetargeting, XdrRetargeting } from '../../language-service';
import { carryOut, describeChanges, type PlannedMigration } from '../planner';
import type { LeftPlace, Outcome, RetargetingContext } from './draft';
import { moveChoices } from './move-choices';
import { moveDefinitions, movingDefinitions } from './move-definitions';
import { findIds, moveIds } from './move-ids';
import { SetChange } from './set-change';
import { tellMentions } from './tell-mentions';
import { XdrChange } from './xdr-change';

/** A retargeting worked out to the last character. */
export interface PlannedRetargeting extends Omit<PlannedMigration, 'operations'> {
  readonly left: readonly LeftPlace[];
}

/**
 * Plans the move of a whole file to another set of targets, and proves that the way back restores it.
 * @throws EditRefused where the file is such that the edits, or the way back, cannot be trusted.
 */
export function planRetargeting(
  analysis: FileAnalysis,
  file: WorkflowFile,
  options: RetargetingOptions,
): PlannedRetargeting {
  const outcomes = [...outcomesIn(analysis, file, options)];
  const planned = outcomes.filter((outcome) => outcome.is === 'change');
  const isMoving = planned.length > 0;
  const left = outcomes.filter((outcome) => outcome.is === 'left' && (isMoving || !outcome.isThere));
  const { edits, newText } = carryOut(
    planned.flatMap(({ operations }) => operations),
    analysis,
    file,
  );
  const isOneWay = outcomes.some((outcome) => (outcome.is === 'left' ? outcome.isThere : outcome.isOneWay));
  if (isMoving && !options.isUndo && !isOneWay) assertReversible(newText, analysis, options);
  return { changes: describeChanges(planned, edits, analysis), left, edits, newText };
}

function* outcomesIn(analysis: FileAnalysis, file: WorkflowFile, options: RetargetingOptions): Iterable<Outcome> {
  const { context, chosen } = 'to' in options ? moveToXdr(analysis, file, options) : moveToSet(analysis, file, options);
  yield* chosen;
  const moved = new Set<string>();
  const seen = new Set<JsonPathNode>();
  for (const outcome of chosen) {
    if (outcome.is === 'left') {
      seen.add(outcome.path);
      continue;
    }
    for (const { path } of outcome.operations) seen.add(path);
    if (outcome.movedName !== undefined) moved.add(outcome.movedName);
  }
  yield* tellMentions(context, moved, seen);
}

interface Chosen {
  readonly context: RetargetingContext;
  readonly chosen: readonly Outcome[];
}

function moveToSet(analysis: FileAnalysis, file: WorkflowFile, options: SuffixRetargeting): Chosen {
  const targets = new TargetResolver(file, analysis.configuration, undefined, options.suffix);
  const context = { analysis, file, change: new SetChange(options, targets, analysis.vocabulary) };
  const moving = movingDefinitions(context, targets);
  const ids = findIds(context, moving);
  const definitions = moveDefinitions(context, targets, moving, ids);
  return { context, chosen: [...moveChoices(context), ...definitions, ...moveIds(context, ids)] };
}

/** A target that the file brings along keeps its name: it is the file's own, and Cisco XDR has its own beside it. */
function moveToXdr(analysis: FileAnalysis, file: WorkflowFile, options: XdrRetargeting): Chosen {
  const targets = new TargetResolver(file, analysis.configuration);
  const context = { analysis, file, change: new XdrChange(options, targets, file) };
  return { context, chosen: [...moveChoices(context)] };
}

/** The promise of the way back, held against this very file: its text after both ways must be its text. */
function assertReversible(newText: string, analysis: FileAnalysis, options: RetargetingOptions): void {
  const moved = analyseFile(newText, analysis.configuration);
  if (moved?.file) {
    const back = [...outcomesIn(moved, moved.file, { ...options, isUndo: true })];
    const operations = back.flatMap((outcome) => (outcome.is === 'change' ? outcome.operations : []));
    const edits = composeEdits(newText, moved.document.locator, operations);
    if (applyEdits(newText, edits) === analysis.document.text) return;
  }
  throw new EditRefused('The way back would not restore this file to the last character; nothing was changed.');
}
