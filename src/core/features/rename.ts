import type { JsonPathNode } from '../document/json-path';
import { isObject } from '../document/shapes';
import { composeEdits } from '../edits/compose-edits';
import { EditRefused } from '../edits/edit-refused';
import { toTextEdit } from '../edits/text-edit';
import type { DocumentReading } from '../reading/document-reading';
import type { Thing } from '../reading/thing';
import type { Rename, Renamed } from '../reading-service';
import type { Position } from '../text/position';

/** The name that would change, where the cursor is on it or on a mention of what bears it. */
export function findRenamed(reading: DocumentReading, position: Position): Renamed {
  const found = namesAt(reading, position);
  if ('problem' in found) return found;
  const { mention } = found;
  return { range: reading.rangeOf(mention), name: currentName(mention.thing) };
}

/** Ids stay, so nothing that refers to it has to change: only what people read. */
export function rename(reading: DocumentReading, position: Position, name: string): Rename {
  const { document, lines } = reading.analysis;
  const found = namesAt(reading, position);
  if ('problem' in found) return found;
  if (name.trim() === '') return { problem: 'A name cannot be empty.' };
  try {
    const operations = found.names.map((path) => ({ kind: 'set' as const, path, value: name }));
    const edits = composeEdits(document.text, document.locator, operations);
    return { edits: edits.map((edit) => toTextEdit(edit, lines)) };
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
    return { problem: error.message };
  }
}

function namesAt(reading: DocumentReading, position: Position) {
  const mention = reading.mentionAt(position);
  const names = mention ? namesOf(mention.thing, reading) : [];
  if (!mention || names.length === 0) return onlyNames;
  return reading.analysis.document.syntaxErrors.length > 0 ? invalid : { mention, names };
}

const onlyNames = { problem: 'Only variables and activities that have a name in this file can be renamed.' };
const invalid = { problem: 'The file is not valid JSON: correct it before you rename anything in it.' };

function currentName(thing: Thing): string {
  if (thing.kind === 'activity') return thing.activity.title;
  return thing.kind === 'variable' ? thing.variable.name : '';
}

/** Where the name is written: an activity's title stands among its properties, too. */
function namesOf(thing: Thing, reading: DocumentReading): JsonPathNode[] {
  if (thing.kind === 'variable') {
    const { path, name } = thing.variable;
    const properties = path.child('properties');
    return holds(reading, properties, 'name', name) ? [properties.child('name')] : [];
  }
  if (thing.kind !== 'activity') return [];
  const { path, title } = thing.activity;
  if (!holds(reading, path, 'title', title)) return [];
  const properties = path.child('properties');
  const shown = holds(reading, properties, 'display_name', title) ? [properties.child('display_name')] : [];
  return [path.child('title'), ...shown];
}

function holds(reading: DocumentReading, path: JsonPathNode, key: string, name: string): boolean {
  const value = reading.valueAt(path);
  return isObject(value) && value[key] === name;
}
