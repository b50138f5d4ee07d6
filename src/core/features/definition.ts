import type { JsonPathNode } from '../document/json-path';
import type { DocumentReading } from '../reading/document-reading';
import type { Thing } from '../reading/thing';
import type { DefinitionPlace } from '../reading-service';
import type { Position } from '../text/position';
import { headOf } from './references';

/** Where the thing under the cursor is defined, in this file or in another one that the host knows. */
export function findDefinition(reading: DocumentReading, uri: string, position: Position): DefinitionPlace | undefined {
  const mention = reading.mentionAt(position);
  if (!mention) return undefined;
  const place = placeAnywhere(mention.thing, reading);
  return place && { uri, origin: reading.rangeOf(mention), ...place };
}

type FoundPlace = Pick<DefinitionPlace, 'range' | 'selection'> & {
  /** Of another file, where that one defines it. */
  readonly uri?: string;
};

/** In this file or in another one. */
export function placeAnywhere(thing: Thing, reading: DocumentReading): FoundPlace | undefined {
  const here = placeOf(thing, reading);
  if (here) return here;
  const workflowId = workflowIdOf(thing);
  const other = workflowId === undefined ? undefined : reading.elsewhere(workflowId);
  const there = other && placeElsewhere(thing, other.reading);
  return there && { uri: other.uri, ...there };
}

function workflowIdOf(thing: Thing): string | undefined {
  if (thing.kind === 'called') return thing.id;
  return thing.kind === 'called-variable' ? thing.workflowId : undefined;
}

function placeElsewhere(thing: Thing, reading: DocumentReading) {
  const workflow = reading.things.workflowWith(workflowIdOf(thing) ?? '');
  if (!workflow) return undefined;
  const variable = thing.kind === 'called-variable' ? workflow.variableById.get(thing.id) : undefined;
  return placeOf(variable ? reading.things.variable(variable, workflow) : reading.things.workflow(workflow), reading);
}

export function placeOf(thing: Thing, reading: DocumentReading) {
  const path = pathOf(thing);
  const range = path && reading.rangeAt(path);
  if (!range) return undefined;
  const head = headOf(reading.mentionsOf(thing));
  return { range, selection: head ? reading.rangeOf(head) : range };
}

/** Where the file holds a thing; nothing where it does not. */
export function pathOf(thing: Thing): JsonPathNode | undefined {
  switch (thing.kind) {
    case 'activity':
      return thing.activity.path;
    case 'variable':
      return thing.variable.path;
    case 'workflow':
      return thing.workflow.path;
    case 'object':
      return thing.path;
    case 'called':
    case 'called-variable':
    case 'expression':
      return undefined;
  }
}
