import { systemGenerator, tokenConsumers, tokenGenerators } from '../catalog/atomics';
import { successors } from '../catalog/successors';
import { isObject } from '../document/shapes';
import type { Activity, Reference } from '../document/workflow';
import { quoted } from '../text/wording';
import type { DocumentReading } from './document-reading';
import { introduceExpression } from './expressions';
import type { CalledThing, CalledVariableThing, ObjectThing, Section, Thing } from './thing';

/** A thing as one introduces it. */
export interface Introduction {
  /** What people call it; its id where it has no name. */
  readonly name: string;
  /** "HTTP Request", "input", "atomic", ... */
  readonly what: string;
}

export function introduce(thing: Thing, reading: DocumentReading): Introduction {
  switch (thing.kind) {
    case 'activity':
      return { name: thing.activity.title, what: kindOf(thing.activity, reading) };
    case 'variable':
      return { name: thing.variable.name, what: scopesInWords.get(thing.variable.scope) ?? 'variable' };
    case 'workflow':
      return { name: thing.workflow.title, what: isAtomic(thing.workflow.properties) ? 'atomic' : 'workflow' };
    case 'called':
      return introduceCalled(thing, reading);
    case 'called-variable':
      return introduceCalledVariable(thing, reading);
    case 'object':
      return { name: nameOf(thing), what: whatIs[thing.section] };
    case 'expression':
      return introduceExpression(thing, thing.around && introduce(thing.around, reading));
  }
}

/** What a reference reads of the activity or the workflow that it names; an id where the name is not known. */
export function memberName({ to, source }: Reference, reading: DocumentReading): string {
  if (source?.calledId === undefined) return to.member;
  return introduce(reading.things.variableOf(source.calledId, to.member), reading).name;
}

/** What the catalogue calls an atomic. */
export function catalogueName(id: string): string | undefined {
  return [...tokenGenerators, ...tokenConsumers].find((atomic) => atomic.id === id)?.name;
}

/** What a variable of a workflow is called by its scope. */
export const scopesInWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    input: 'input',
    output: 'output',
    local: 'local variable',
    static: 'static variable',
  }),
);

const whatIs: Readonly<Record<Section, string>> = {
  targets: 'target',
  target_groups: 'target group',
  runtime_users: 'account key',
  variables: 'global variable',
  categories: 'category',
  triggers: 'trigger',
  schedules: 'schedule',
  events: 'event',
  rules: 'automation rule',
  webhooks: 'webhook',
  table_types: 'table type',
};

/** An activity's name says of which kind it is, or which atomic it calls; its title is its own. */
function kindOf(activity: Activity, reading: DocumentReading): string {
  const { title, type } = activity;
  const kind = writtenName(activity, reading) ?? type;
  // Many keep the title that a new activity has: nobody wants to read it twice.
  return kind === title ? (kindsByType.get(type) ?? 'activity') : kind;
}

const kindsByType: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'workflow.atomic_workflow': 'call of an atomic',
    'workflow.sub_workflow': 'call of a workflow',
  }),
);

export function isAtomic({ atomic }: Readonly<Record<string, unknown>>): boolean {
  return isObject(atomic) && atomic.is_atomic === true;
}

function introduceCalled(thing: CalledThing, reading: DocumentReading): Introduction {
  const other = reading.elsewhere(thing.id);
  const workflow = other?.reading.things.workflowWith(thing.id);
  if (other && workflow) return introduce(other.reading.things.workflow(workflow), other.reading);
  const call = reading.mentionsOf(thing).find(({ role }) => role === 'call')?.activity;
  const what = call?.type === 'workflow.sub_workflow' ? 'workflow' : 'atomic';
  return { name: catalogueName(thing.id) ?? (call && writtenName(call, reading)) ?? thing.id, what };
}

function writtenName({ path, properties }: Activity, reading: DocumentReading): string | undefined {
  const raw = reading.valueAt(path);
  return [properties.workflow_name, isObject(raw) ? raw.name : undefined].find(isText);
}

function introduceCalledVariable({ workflowId, id }: CalledVariableThing, reading: DocumentReading): Introduction {
  const of = quoted(introduce(reading.things.definition(workflowId), reading).name);
  const variable = reading.elsewhere(workflowId)?.reading.things.workflowWith(workflowId)?.variableById.get(id);
  if (variable) return { name: variable.name, what: `${scopesInWords.get(variable.scope) ?? 'variable'} of ${of}` };
  // Only inputs have a place of their own in the file.
  return { name: holdsToken(workflowId, id) ? 'Access Token' : id, what: `input of ${of}` };
}

function holdsToken(workflowId: string, id: string): boolean {
  const { tokenOutput } = systemGenerator;
  if (workflowId === systemGenerator.id) return id === tokenOutput;
  if (successors.get(workflowId)?.outputs.get(id) === tokenOutput) return true;
  return tokenConsumers.some((atomic) => atomic.id === workflowId && atomic.tokenInput === id);
}

function nameOf({ id, value }: ObjectThing): string {
  if (!value) return id;
  const properties = isObject(value.properties) ? value.properties : {};
  return [properties.display_name, properties.name, value.title, value.name].find(isText) ?? id;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
