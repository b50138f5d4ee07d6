import type { JsonPath } from '../document/json-path';
import { Grouped } from '../document/grouped';
import type { Activity, Workflow } from '../document/workflow';
import type { DocumentReading } from '../reading/document-reading';
import type { Mention } from '../reading/mention';
import type { Thing } from '../reading/thing';
import { takerOf, type TokenStep } from '../reading/token-steps';
import type { Call, CallItem } from '../reading-service';
import type { Position } from '../text/position';
import { listed, quoted } from '../text/wording';
import { itemOf, thingAt, type ReadFile } from './call-items';

/** What can be asked about under the cursor: what calls or is called, and what an access token comes by. */
export function prepareCalls(file: ReadFile, position: Position): CallItem | undefined {
  const thing = file.reading.mentionAt(position)?.thing;
  return thing && hasCalls(thing, file) ? itemOf(thing, file) : undefined;
}

/** @param callers other files that call the workflow, or that pass a token to it. */
export function incomingCalls(file: ReadFile, path: JsonPath, callers: readonly ReadFile[]): Call[] {
  const thing = thingAt(path, file.reading);
  const others = callers.filter(({ uri }) => uri !== file.uri);
  switch (thing?.kind) {
    case 'workflow':
      return [file, ...others].flatMap((each) => callersIn(each, thing.workflow.id));
    case 'called':
      return [file, ...others].flatMap((each) => callersIn(each, thing.id));
    case 'variable':
      return [
        ...tokenFrom(thing, file),
        ...others.flatMap((each) => {
          const seenFromThere = each.reading.things.variableOf(thing.workflow.id, thing.variable.id);
          return tokenFrom(seenFromThere, each);
        }),
      ];
    case 'activity':
      return tokenFrom(thing, file);
    case 'called-variable':
    case 'object':
    case 'expression':
    case undefined:
      return [];
  }
}

export function outgoingCalls(file: ReadFile, path: JsonPath): Call[] {
  const thing = thingAt(path, file.reading);
  switch (thing?.kind) {
    case 'workflow':
      return calledBy(thing.workflow.activities, file);
    case 'activity':
      return [...calledBy([thing.activity], file), ...tokenTo(thing, file)];
    case 'variable':
      return tokenTo(thing, file);
    case 'called':
    case 'called-variable':
    case 'object':
    case 'expression':
    case undefined:
      return [];
  }
}

function hasCalls(thing: Thing, { reading }: ReadFile): boolean {
  if (thing.kind === 'workflow' || thing.kind === 'called') return true;
  if (thing.kind === 'activity' && thing.activity.calledId !== undefined) return true;
  // From outside the file a token may come into any input.
  if (isInput(thing)) return true;
  return reading.tokenSteps.some((step) => stepsOn(step, thing, reading));
}

/** Callers are workflows, so that one can go on and ask who calls them. */
function callersIn(file: ReadFile, workflowId: string): Call[] {
  const { reading } = file;
  const calls = callsOf(reading.things.definition(workflowId), file);
  const byWorkflow = new Grouped<Workflow, Mention>(calls.map((mention) => [mention.workflow, mention] as const));
  return [...byWorkflow].flatMap(([workflow, mentions]) => {
    const titles = mentions.flatMap(({ activity }) => (activity ? [quoted(activity.title)] : []));
    return callOf(itemOf(reading.things.workflow(workflow), file, `calls it in ${listed(titles)}`), mentions, file);
  });
}

function calledBy(activities: readonly Activity[], file: ReadFile): Call[] {
  const wanted = new Set(activities);
  const ids = new Set(activities.flatMap(({ calledId }) => (calledId === undefined ? [] : [calledId])));
  return [...ids].flatMap((id) => {
    const definition = file.reading.things.definition(id);
    const mentions = callsOf(definition, file).filter(({ activity }) => activity && wanted.has(activity));
    return callOf(itemOf(definition, file), mentions, file);
  });
}

function callsOf(definition: Thing, { reading }: ReadFile): readonly Mention[] {
  return reading.mentionsOf(definition).filter(({ role }) => role === 'call');
}

function callOf(item: CallItem | undefined, mentions: readonly Mention[], { reading }: ReadFile): Call[] {
  return item && mentions.length > 0 ? [{ item, ranges: mentions.map((each) => reading.rangeOf(each)) }] : [];
}

/** What a token comes from: what holds it before, the generator, or the call that passes it in. */
function tokenFrom(thing: Thing, file: ReadFile): Call[] {
  const { reading } = file;
  const steps = reading.tokenSteps.filter((step) => step.to === thing || isInside(step, thing, reading));
  const before = steps.map((step) => [step.from, step] as const);
  return callsAlong(before, thing, file);
}

/** What a token goes to: what holds it next, and what takes it. */
function tokenTo(thing: Thing, file: ReadFile): Call[] {
  const { reading } = file;
  const steps = reading.tokenSteps.filter((step) => step.from === thing || isInside(step, thing, reading));
  // From another file it comes into an input without being seen here: whatever reads the input takes it.
  if (steps.length === 0 && isInput(thing)) steps.push(...readsOf(thing, reading));
  const next = steps.map((step) => [step.to, step] as const);
  return callsAlong(next, thing, file);
}

function* readsOf(input: Thing, reading: DocumentReading): Iterable<TokenStep> {
  for (const { role, reference } of reading.mentionsOf(input)) {
    if (role === 'read' && reference) yield { from: input, to: takerOf(reference, reading), reference };
  }
}

function isInput(thing: Thing): boolean {
  return thing.kind === 'variable' && thing.variable.scope === 'input';
}

function stepsOn(step: TokenStep, thing: Thing, reading: DocumentReading): boolean {
  return step.from === thing || step.to === thing || isInside(step, thing, reading);
}

/** Whether an activity takes the step: it keeps the token in a variable, or takes it itself. */
function isInside({ reference }: TokenStep, thing: Thing, reading: DocumentReading): boolean {
  return takerOf(reference, reading) === thing;
}

function callsAlong(ends: readonly (readonly [Thing, TokenStep])[], asked: Thing, file: ReadFile): Call[] {
  return [...new Grouped(ends)].flatMap(([end, steps]) => {
    if (end === asked) return [];
    const mentions = steps.flatMap((step) => mentionsOf(step, file));
    return callOf(itemOf(end, file, partOf(end, file)), mentions, file);
  });
}

function mentionsOf({ reference }: TokenStep, { reading }: ReadFile): readonly Mention[] {
  return reading.mentionsIn(reference.path).filter((each) => each.reference === reference);
}

function partOf(thing: Thing, { reading }: ReadFile): string {
  if (thing.kind !== 'activity') return thing.kind === 'workflow' ? 'takes an access token' : 'carries an access token';
  const { activity } = thing;
  const makes = reading.analysisOf(activity.workflow)?.flow.generators.has(activity) ?? false;
  return makes ? 'makes an access token' : 'takes an access token';
}
