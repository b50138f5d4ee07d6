import type { JsonPath } from '../document/json-path';
import { introduce, isAtomic } from '../reading/introduce';
import type { DocumentReading } from '../reading/document-reading';
import type { Thing } from '../reading/thing';
import type { CalledKind, CallItem } from '../reading-service';
import { shownName } from '../text/shown-name';
import { pathOf, placeOf } from './definition';

export interface ReadFile {
  readonly uri: string;
  readonly reading: DocumentReading;
}

/** @param part what it has to do with the one that was asked about. */
export function itemOf(thing: Thing, file: ReadFile, part?: string): CallItem | undefined {
  const { file: home, thing: own } = atHome(thing, file);
  const kind = kindOf(own, home);
  const place = kind && placeIn(own, home.reading);
  if (!place) return undefined;
  const { name, what } = introduce(own, home.reading);
  return {
    uri: home.uri,
    path: place.path.toArray(),
    name: shownName(name),
    detail: shownName(part === undefined ? what : `${what}, ${part}`),
    kind,
    range: place.range,
    selection: place.selection,
    workflowId: workflowIdOf(own),
  };
}

/** What an item of a document stands for; nothing where the document has changed and no longer has it. */
export function thingAt(path: JsonPath, reading: DocumentReading): Thing | undefined {
  const { file, things } = reading;
  const place = reading.root.descendant(path);
  for (const { workflow } of file.exports) {
    if (workflow.path === place) return things.workflow(workflow);
    const activity = workflow.activities.find((each) => each.path === place);
    if (activity) return things.activity(activity);
    const variable = workflow.variables.find((each) => each.path === place);
    if (variable) return things.variable(variable, workflow);
  }
  return reading.mentionsIn(place).find(({ thing }) => thing.kind === 'called')?.thing;
}

/** What another file defines is asked about there. */
function atHome(thing: Thing, file: ReadFile): { readonly thing: Thing; readonly file: ReadFile } {
  const workflowId = thing.kind === 'called' || thing.kind === 'called-variable' ? workflowIdOf(thing) : undefined;
  const other = workflowId === undefined ? undefined : file.reading.elsewhere(workflowId);
  const things = other?.reading.things;
  const workflow = things?.workflowWith(workflowId ?? '');
  if (!other || !things || !workflow) return { thing, file };
  const variable = thing.kind === 'called-variable' ? workflow.variableById.get(thing.id) : undefined;
  if (thing.kind === 'called-variable' && !variable) return { thing, file };
  return { thing: variable ? things.variable(variable, workflow) : things.workflow(workflow), file: other };
}

function workflowIdOf(thing: Thing): string | undefined {
  switch (thing.kind) {
    case 'workflow':
      return thing.workflow.id;
    case 'called':
      return thing.id;
    case 'called-variable':
      return thing.workflowId;
    case 'variable':
      return thing.variable.scope === 'input' ? thing.workflow.id : undefined;
    case 'activity':
    case 'object':
    case 'expression':
      return undefined;
  }
}

function kindOf(thing: Thing, { reading }: ReadFile): CalledKind | undefined {
  switch (thing.kind) {
    case 'workflow':
      return isAtomic(thing.workflow.properties) ? 'atomic' : 'workflow';
    case 'called':
      return introduce(thing, reading).what === 'atomic' ? 'atomic' : 'workflow';
    case 'activity':
      return 'activity';
    case 'variable':
      return 'variable';
    case 'called-variable':
    case 'object':
    case 'expression':
      return undefined;
  }
}

/** What no file at hand defines stands where it is called first. */
function placeIn(thing: Thing, reading: DocumentReading) {
  const path = pathOf(thing);
  const place = placeOf(thing, reading);
  if (path && place) return { path, ...place };
  const mentions = reading.mentionsOf(thing).filter(({ onKey }) => !onKey);
  const mention = mentions.find(({ role }) => role === 'call') ?? mentions[0];
  if (!mention) return undefined;
  const range = reading.rangeOf(mention);
  return { path: mention.path, range, selection: range };
}
