import { tokenConsumers, tokenGenerators } from '../catalog/atomics';
import { successors } from '../catalog/successors';
import type { Activity, Workflow } from '../document/workflow';
import { countOf, listed, quoted } from '../text/wording';
import type { DocumentReading } from './document-reading';
import { expressionFacts } from './expressions';
import { catalogueName, introduce, type Introduction } from './introduce';
import { objectFacts } from './object-facts';
import { propertiesIn, textOf } from './properties';
import { targetInWords } from './target-in-words';
import type { CalledThing, CalledVariableThing, Thing } from './thing';
import { isId } from './things';
import { tokenFactsOf } from './token-facts';
import { inPlaces, variableFacts } from './variable-facts';

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
      return textOf(thing.activity.properties.description);
    case 'variable':
      return textOf(propertiesIn(reading.valueAt(thing.variable.path)).description);
    case 'workflow':
      return textOf(thing.workflow.description);
    case 'object':
      return textOf(propertiesIn(thing.value).description) ?? textOf(thing.value?.description);
    case 'called':
      return textOf(reading.elsewhere(thing.id)?.reading.things.workflowWith(thing.id)?.description);
    case 'called-variable':
    case 'expression':
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
      return objectFacts(thing, reading);
    case 'called-variable':
      return calledVariableFacts(thing, reading);
    case 'expression':
      return expressionFacts(thing, reading);
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
  if (!reading.elsewhere(thing.id)) yield 'Its definition is not in this file.';
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
