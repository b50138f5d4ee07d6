import { isObject } from '../document/shapes';
import type { Variable, Workflow } from '../document/workflow';
import { maskedAddress, secretName } from '../text/mask';
import { countOf, quoted, shortened } from '../text/wording';
import type { DocumentReading } from './document-reading';
import { propertiesIn, textOf } from './properties';
import type { ObjectThing, Thing } from './thing';
import { tokenFactsOfVariable } from './token-facts';

/** What there is to know of a variable of a workflow. */
export function* variableFacts(variable: Variable, workflow: Workflow, reading: DocumentReading): Iterable<string> {
  const written = reading.valueAt(variable.path);
  yield* typeFact(written);
  if (reading.file.exports.length > 1) yield `It belongs to the workflow ${quoted(workflow.title)}.`;
  if (variable.isRequired) yield 'It must have a value.';
  const { initialValue, scope, name } = variable;
  yield* valueFact(initialValue, name, written, scope === 'input' ? 'Its default is' : 'It starts with');
  yield* tokenFactsOfVariable(variable, reading.analysisOf(workflow));
  yield readAndWritten(reading.things.variable(variable, workflow), reading);
}

/** The same of one that all workflows share, where the file brings it along. */
export function* globalVariableFacts(thing: ObjectThing, reading: DocumentReading): Iterable<string> {
  const { scope, name, value } = propertiesIn(thing.value);
  yield* typeFact(thing.value);
  // The usual scope is in what it is called.
  if (textOf(scope) !== undefined && scope !== 'global') yield `Its scope is ${String(scope)}.`;
  yield* valueFact(value, textOf(name) ?? '', thing.value, 'It holds');
  yield readAndWritten(thing, reading);
}

/** How many places of the file read and write it. */
export function readAndWritten(thing: Thing, reading: DocumentReading): string {
  const mentions = reading.mentionsOf(thing);
  const count = (wanted: string): number => mentions.filter(({ role }) => role === wanted).length;
  const [reads, writes] = [count('read'), count('write')];
  if (reads + writes === 0) return 'Nothing here reads or writes it.';
  const written = writes > 0 ? ` and written ${inPlaces(writes)}` : '';
  return reads > 0 ? `It is read ${inPlaces(reads)}${written}.` : `It is written ${inPlaces(writes)} and read nowhere.`;
}

export function inPlaces(count: number): string {
  return `in ${countOf(count, 'place', 'places')}`;
}

function* typeFact(written: unknown): Iterable<string> {
  const type = textOf(propertiesIn(written).type)?.replace('datatype.', '') ?? '';
  if (type !== '') yield `Its type is ${type.replaceAll('_', ' ')}.`;
}

/** Never what is secret: whether it is, the type says, the schema, or the name that somebody gave it. */
function* valueFact(value: unknown, name: string, written: unknown, begin: string): Iterable<string> {
  if (value === undefined || value === null || value === '') return;
  const types = [propertiesIn(written).type, isObject(written) ? written.schema_id : undefined];
  const isSecret = secretName.test(name) || types.some((type) => /secure/i.test(textOf(type) ?? ''));
  const shown = isSecret && typeof value !== 'boolean' ? 'a secret value' : valueInWords(value);
  yield `${begin} ${shown}.`;
}

function valueInWords(value: unknown): string {
  if (typeof value === 'string') return quoted(shortened(maskedAddress(value), 80));
  if (Array.isArray(value)) return countOf(value.length, 'entry', 'entries');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'an object';
}
