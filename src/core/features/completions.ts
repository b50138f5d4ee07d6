import { lineage, type JsonPathNode } from '../document/json-path';
import { escapeJson } from '../edits/json-text';
import type { DocumentReading } from '../reading/document-reading';
import { stringAt, type StringAt } from '../reading/string-at';
import type { Completion } from '../reading-service';
import { shownName } from '../text/shown-name';
import type { Position } from '../text/position';
import { referenceSuggestions } from './reference-suggestions';
import type { Suggestion, WritingPlace } from './suggestion';
import { isClosed, isCriteria, valueSuggestions } from './value-suggestions';

/** What can be written in the string under the cursor. */
export function completions(reading: DocumentReading, position: Position): readonly Completion[] {
  const string = stringAt(reading, position);
  const place = string && placeOf(string, reading);
  if (!place) return [];
  const { lines } = reading.analysis;
  const values = valueSuggestions(place).map((each) => toCompletion(each, lines.range(string.inner)));
  if (!mayHoldReference(place)) return values;
  const span = string.reference ?? { start: string.offset, end: string.offset };
  const references = referenceSuggestions(place).map((each) => toCompletion(each, lines.range(span)));
  return [...values, ...references];
}

function toCompletion(
  { group, order, insertText, label, ...rest }: Suggestion,
  range: Completion['range'],
): Completion {
  // An exclamation mark comes before the quotes with which editors' own suggestions from the text begin.
  const sortText = `!${group}${String(order).padStart(5, '0')}`;
  return { ...rest, label: shownName(label), insertText: escapeJson(insertText), sortText, range };
}

function placeOf(string: StringAt, reading: DocumentReading): WritingPlace | undefined {
  const around = new Set<JsonPathNode>(lineage(string.path));
  const workflow = reading.file.exports.findLast(({ path }) => around.has(path))?.workflow;
  // Each stands before its children.
  const activity = workflow?.activities.findLast(({ path }) => around.has(path));
  return workflow && { reading, string, workflow, activity };
}

/** Ids, names for people and closed lists hold no references; what begins one is a reference anywhere else. */
function mayHoldReference({ string, activity }: WritingPlace): boolean {
  const { path } = string;
  if (isClosed(path) || plain.has(path.key)) return false;
  if (string.reference) return true;
  if (!activity || isCriteria(path)) return false;
  for (const node of lineage(path)) if (node.parent === activity.path) return node.key === 'properties';
  return false;
}

const plain: ReadonlySet<string | number> = new Set([
  'unique_name',
  'name',
  'title',
  'type',
  'base_type',
  'object_type',
  'schema_id',
  'workflow_id',
  'workflow_name',
  'display_name',
  'description',
  'target_id',
  'target_group_id',
  'runtime_user_id',
]);
