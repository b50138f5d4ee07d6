import { isJsonObject, type Json, type JsonObject } from './json';

// A second, simple-minded reading of exports, so that the product's own is not what its results are measured with.

/** The export itself and all that are embedded in it, outermost first. */
export function exportsOf(value: unknown): JsonObject[] {
  if (!isJsonObject(value)) return [];
  return [value, ...listOf(value.subworkflows).flatMap(exportsOf)];
}

export interface PlacedActivity {
  readonly activity: JsonObject;
  /** The `unique_name` of what is around it, workflow and all, outermost first. */
  readonly around: readonly string[];
}

/** All activities of an export's workflow, each before its children. */
export function activitiesOf(exported: JsonObject): PlacedActivity[] {
  const workflow = workflowOf(exported);
  const inside = (holder: JsonObject, around: readonly string[]): PlacedActivity[] =>
    [...listOf(holder.actions), ...listOf(holder.blocks)]
      .filter(isJsonObject)
      .flatMap((activity) => [{ activity, around }, ...inside(activity, [...around, nameOf(activity)])]);
  return inside(workflow, [nameOf(workflow)]);
}

export function workflowOf({ workflow }: JsonObject): JsonObject {
  return isJsonObject(workflow) ? workflow : {};
}

/** The activity with that title at any level. */
export function activityTitled(value: unknown, title: string): JsonObject | undefined {
  return exportsOf(value)
    .flatMap(activitiesOf)
    .find(({ activity }) => activity.title === title)?.activity;
}

export function titlesOf(value: unknown): string[] {
  return exportsOf(value)
    .flatMap(activitiesOf)
    .map(({ activity }) => textOf(activity.title));
}

export function variablesOf(exported: JsonObject): JsonObject[] {
  return listOf(workflowOf(exported).variables).filter(isJsonObject);
}

/** The names of all local variables at all levels. */
export function variableNamesOf(value: unknown): string[] {
  return exportsOf(value)
    .flatMap(variablesOf)
    .map((variable) => textOf(propertiesOf(variable).name));
}

export function propertiesOf(holder: JsonObject | undefined): JsonObject {
  const properties = holder?.properties;
  return isJsonObject(properties) ? properties : {};
}

export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

export function nameOf(holder: JsonObject): string {
  return textOf(holder.unique_name);
}

/** The text itself; nothing for what is no text. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The bare id of the atomic or workflow that an activity calls. */
export function calledBy(activity: JsonObject): string {
  return bare(textOf(propertiesOf(activity).workflow_id));
}

/** Without what an export may add or spare. */
export function bare(id: string): string {
  return id.replace(/^(?:definition_(?:activity|workflow)_|variable_(?:workflow_)?)/, '');
}

export function without(value: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** An activity without those inside it. */
export function withoutChildren(activity: JsonObject): JsonObject {
  return without(activity, 'actions', 'blocks');
}

export function* stringsIn(value: Json | undefined): Iterable<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value as readonly Json[]) yield* stringsIn(item);
  else if (isJsonObject(value)) for (const item of Object.values(value)) yield* stringsIn(item);
}

export interface FoundReference {
  readonly text: string;
  readonly kind: string;
  readonly owner: string;
  readonly scope: string;
  readonly member: string;
}

export function referencesIn(value: Json | undefined): FoundReference[] {
  return [...stringsIn(value)].flatMap((text) =>
    [...text.matchAll(/\$(activity|workflow)\.([^.$\n]+)\.([^.$\n]+)\.([^$\n]+)\$/g)].map(
      ([whole, kind = '', owner = '', scope = '', member = '']) => ({
        text: whole,
        kind,
        owner: bare(owner),
        scope,
        member: bare(member),
      }),
    ),
  );
}

/** References to activities, variables and workflows that the workflow around them does not hold. */
export function danglingIn(value: unknown): Set<string> {
  const dangling = new Set<string>();
  for (const exported of exportsOf(value)) {
    const own = without(exported, 'subworkflows');
    const workflow = bare(nameOf(workflowOf(exported)));
    const activities = new Set(activitiesOf(exported).map(({ activity }) => bare(nameOf(activity))));
    const variables = new Set(variablesOf(exported).map((variable) => bare(nameOf(variable))));
    for (const { text, kind, owner, scope, member } of referencesIn(own)) {
      if (kind === 'activity' && !activities.has(owner)) dangling.add(text);
      if (kind !== 'workflow' || !['local', 'input', 'output', 'static'].includes(scope)) continue;
      const [id = ''] = member.split('.');
      if (owner !== workflow || (id.length >= 20 && !variables.has(id))) dangling.add(text);
    }
  }
  return dangling;
}

/** The `unique_name` of every activity at every level. */
export function activityIdsIn(value: unknown): string[] {
  return exportsOf(value)
    .flatMap(activitiesOf)
    .map(({ activity }) => nameOf(activity));
}
