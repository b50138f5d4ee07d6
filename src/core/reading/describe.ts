import { tokenConsumers, tokenGenerators } from '../catalog/atomics';
import { successors } from '../catalog/successors';
import { tokenKeyType } from '../catalog/targets';
import { isObject } from '../document/shapes';
import type { Activity, Variable, Workflow } from '../document/workflow';
import { maskedAddress, maskedHost, secretName } from '../text/mask';
import { fileNameOf } from '../text/shown-name';
import { countOf, listed, quoted, shortened } from '../text/wording';
import type { DocumentReading } from './document-reading';
import { catalogueName, introduce, type Introduction } from './introduce';
import { targetInWords } from './target-in-words';
import type { CalledThing, CalledVariableThing, ObjectThing, Section, Thing } from './thing';
import { isId } from './things';
import { tokenFactsOf, tokenFactsOfVariable } from './token-facts';

/** A thing and what is known of it. Nothing that may be secret is taken into it. */
export interface Description extends Introduction {
  /** What its author says of it. */
  readonly purpose: string | undefined;
  /** Whole sentences. */
  readonly facts: readonly string[];
}

export function describe(thing: Thing, reading: DocumentReading): Description {
  return { ...introduce(thing, reading), purpose: purposeOf(thing, reading), facts: [...factsOf(thing, reading)] };
}

function purposeOf(thing: Thing, reading: DocumentReading): string | undefined {
  switch (thing.kind) {
    case 'activity':
      return text(thing.activity.properties.description);
    case 'variable':
      return text(propertiesOf(thing.variable, reading).description);
    case 'workflow':
      return text(thing.workflow.description);
    case 'object':
      return text(propertiesIn(thing.value).description) ?? text(thing.value?.description);
    case 'called':
      return text(reading.elsewhere(thing.id)?.reading.things.workflowWith(thing.id)?.description);
    case 'called-variable':
      return undefined;
  }
}

function factsOf(thing: Thing, reading: DocumentReading): Iterable<string> {
  switch (thing.kind) {
    case 'activity':
      return activityFacts(thing.activity, reading);
    case 'variable':
      return variableFacts(thing.variable, thing.workflow, reading);
    case 'workflow':
      return workflowFacts(thing.workflow, reading);
    case 'called':
      return calledFacts(thing, reading);
    case 'object':
      return objectFacts(thing);
    case 'called-variable':
      return calledVariableFacts(thing, reading);
  }
}

function* activityFacts(activity: Activity, reading: DocumentReading): Iterable<string> {
  const analysis = reading.analysisOf(activity.workflow);
  if (activity.parent) yield `It stands in ${quoted(activity.parent.title)}.`;
  if (activity.calledId !== undefined) {
    const { name, what } = introduce(reading.things.definition(activity.calledId), reading);
    const isSaid = introduce(reading.things.activity(activity), reading).what === name;
    if (!isSaid && name !== activity.title && !isId(name)) yield `It calls the ${what} ${quoted(name)}.`;
  }
  if (analysis) {
    yield* targetInWords(activity, analysis);
    yield* tokenFactsOf(activity, analysis);
  }
  const reads = reading.mentionsOf(reading.things.activity(activity)).filter(({ role }) => role === 'read').length;
  if (reads > 0) yield `Its outputs are read ${inPlaces(reads)}.`;
}

function* variableFacts(variable: Variable, workflow: Workflow, reading: DocumentReading): Iterable<string> {
  const type = text(propertiesOf(variable, reading).type)?.replace('datatype.', '') ?? '';
  if (type !== '') yield `Its type is ${type.replaceAll('_', ' ')}.`;
  if (reading.file.exports.length > 1) yield `It belongs to the workflow ${quoted(workflow.title)}.`;
  if (variable.isRequired) yield 'It must have a value.';
  yield* startValue(variable, reading);
  yield* tokenFactsOfVariable(variable, reading.analysisOf(workflow));
  const mentions = reading.mentionsOf(reading.things.variable(variable, workflow));
  const count = (wanted: string): number => mentions.filter(({ role }) => role === wanted).length;
  yield readAndWritten(count('read'), count('write'));
}

function readAndWritten(reads: number, writes: number): string {
  if (reads + writes === 0) return 'Nothing here reads or writes it.';
  const written = writes > 0 ? ` and written ${inPlaces(writes)}` : '';
  return reads > 0 ? `It is read ${inPlaces(reads)}${written}.` : `It is written ${inPlaces(writes)} and read nowhere.`;
}

/** Never what is secret: whether it is, the type says, the schema, or the name that somebody gave it. */
function* startValue(variable: Variable, reading: DocumentReading): Iterable<string> {
  const { initialValue: value, scope, name } = variable;
  if (value === undefined || value === null || value === '') return;
  const schema = reading.valueAt(variable.path);
  const types = [propertiesOf(variable, reading).type, isObject(schema) ? schema.schema_id : undefined];
  const isSecret = secretName.test(name) || types.some((type) => /secure/i.test(text(type) ?? ''));
  const shown = isSecret && typeof value !== 'boolean' ? 'a secret value' : valueInWords(value);
  yield scope === 'input' ? `Its default is ${shown}.` : `It starts with ${shown}.`;
}

function valueInWords(value: unknown): string {
  if (typeof value === 'string') return quoted(shortened(maskedAddress(value), 80));
  if (Array.isArray(value)) return countOf(value.length, 'entry', 'entries');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'an object';
}

function* workflowFacts(workflow: Workflow, reading: DocumentReading): Iterable<string> {
  const analysis = reading.analysisOf(workflow);
  yield `It has ${countOf(workflow.activities.length, 'activity', 'activities')}.`;
  if (analysis) yield* targetInWords(workflow, analysis);
  const calls = reading.mentionsOf(reading.things.workflow(workflow)).filter(({ role }) => role === 'call');
  const callers = calls.flatMap(({ activity }) => (activity ? [quoted(activity.title)] : []));
  if (callers.length > 0) yield `It is called by ${listed(callers)}.`;
}

function* calledFacts(thing: CalledThing, reading: DocumentReading): Iterable<string> {
  yield* catalogueFacts(thing.id);
  const calls = reading.mentionsOf(thing).filter(({ role }) => role === 'call').length;
  if (calls > 0) yield `${countOf(calls, 'activity calls', 'activities call')} it in this file.`;
  const other = reading.elsewhere(thing.id);
  yield other ? `It is defined in ${fileNameOf(other.uri)}.` : 'Its definition is not in this file.';
}

function* catalogueFacts(id: string): Iterable<string> {
  if (tokenGenerators.some((atomic) => atomic.id === id)) yield 'It makes an access token, which lives ten minutes.';
  const consumer = tokenConsumers.find((atomic) => atomic.id === id);
  if (consumer) yield emptyInput[consumer.emptyInput];
  const successor = successors.get(id);
  const name = successor && catalogueName(successor.id);
  if (name !== undefined) yield `It is retired: the system atomic ${quoted(name)} took its place.`;
}

const emptyInput = {
  proven: 'Its Access Token input may stay empty: then it uses the account key of its target.',
  'sends-header': 'It sends whatever its Access Token input holds, so the input cannot be left empty.',
  unknown: 'Whether its Access Token input may stay empty is not known.',
  never: 'It is of a product that no token key covers, so it needs its access token.',
} as const;

function* calledVariableFacts(thing: CalledVariableThing, reading: DocumentReading): Iterable<string> {
  const { name } = introduce(thing, reading);
  if (isId(name)) yield 'What it is called says the definition, which is not in this file.';
}

function* objectFacts({ section, value }: ObjectThing): Iterable<string> {
  if (!value) {
    yield 'This file does not hold it, so its name is not known.';
    return;
  }
  const { type, protocol, host, port, path, no_runtime_user: hasNoKey } = propertiesIn(value);
  const kind = text(type) ?? text(value.type);
  if (kind !== undefined && !saysNothing.has(section)) yield `Its type is ${typeInWords(kind)}.`;
  if (section !== 'targets') return;
  if (text(host) !== undefined) {
    const start = text(protocol) === undefined ? '' : `${text(protocol)}://`;
    const behind = typeof port === 'number' && port > 0 ? `:${port}` : '';
    yield `It leads to ${start}${maskedHost(text(host) ?? '')}${behind}${maskedAddress(text(path) ?? '')}.`;
  }
  if (hasNoKey === true) yield 'It has no account key.';
}

/** Where each has the same type, which is the section's name. */
const saysNothing: ReadonlySet<Section> = new Set<Section>(['target_groups', 'categories', 'schedules']);

/** The product's names of account keys; of what has none, the type itself. */
function typeInWords(type: string): string {
  return keyTypes.get(type) ?? type.replace('datatype.', '').replaceAll('_', ' ');
}

const keyTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    [tokenKeyType]: 'SecureX Token, in Cisco XDR Cisco XDR Token',
    'runtime_user.web-service_basic_credentials': 'HTTP Basic Authentication',
  }),
);

function inPlaces(count: number): string {
  return count === 0 ? 'nowhere' : `in ${countOf(count, 'place', 'places')}`;
}

function propertiesOf({ path }: Variable, reading: DocumentReading): Readonly<Record<string, unknown>> {
  return propertiesIn(reading.valueAt(path));
}

function propertiesIn(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) && isObject(value.properties) ? value.properties : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
