import assert from 'node:assert/strict';
import { tokenConsumers, tokenGenerators } from '../../src/core/catalog/atomics';
import { isJsonObject, type Json, type JsonObject } from './json';
import {
  activitiesOf,
  bare,
  exportsOf,
  listOf,
  nameOf,
  propertiesOf,
  referencesIn,
  variablesOf,
  withoutChildren,
  type PlacedActivity,
} from './read-export';

const generatorIds = new Set(tokenGenerators.map(({ id }) => id));
const containers = /^logic\.(?:group|if_else|condition_block|parallel|parallel_block)$/;
const dates = /^core\.calculate_date/;

/**
 * Asserts that a migration did nothing but what a migration may do, by comparing the two exports: which activities may
 * go at all, and which properties of those that stay may differ, and how.
 */
export function assertOnlyTokenChanges(before: unknown, after: unknown): void {
  const [old, now] = [exportsOf(before), exportsOf(after)];
  assert.deepEqual(now.map(workflowName), old.map(workflowName));
  for (const [index, exported] of old.entries()) {
    const current = now[index];
    assert.ok(current);
    compareExports(exported, current);
  }
}

function compareExports(before: JsonObject, after: JsonObject): void {
  const old = activitiesOf(before);
  const now = new Map(activitiesOf(after).map((placed) => [nameOf(placed.activity), placed]));
  const staying = old.filter(({ activity }) => now.has(nameOf(activity)));
  assert.deepEqual([...now.keys()], staying.map(({ activity }) => nameOf(activity)), 'no activity is new, none changes its place');
  for (const { activity } of old) if (!now.has(nameOf(activity))) assertMayGo(activity);
  for (const { activity, around } of staying) {
    const current = now.get(nameOf(activity));
    assert.ok(current);
    assert.deepEqual(current.around, around);
    compareActivities(withoutChildren(activity), withoutChildren(current.activity));
    assertNoTimeOfItsOwn(activity, current);
  }
  const names = variablesOf(after).map(nameOf);
  assert.deepEqual(variablesOf(after), variablesOf(before).filter((variable) => names.includes(nameOf(variable))));
  for (const variable of variablesOf(before)) {
    if (!names.includes(nameOf(variable))) assert.equal(propertiesOf(variable)['scope'], 'local');
  }
  for (const list of ['atomic_workflows', 'dependent_workflows'] as const) {
    const left = listOf(after[list]);
    assert.deepEqual(left, listOf(before[list]).filter((id) => left.includes(id)));
    const gone = listOf(before[list]).filter((id) => !left.includes(id));
    for (const id of gone) assert.ok(generatorIds.has(bare(String(id))), `${String(id)} is no generator`);
  }
  compareRest(before, after);
}

function assertMayGo(activity: JsonObject): void {
  const { type, title } = activity;
  const isGenerator = generatorIds.has(bare(String(propertiesOf(activity)['workflow_id'])));
  const isBookkeeping = type === 'core.set_multiple_variables' || dates.test(String(type)) || containers.test(String(type));
  assert.ok(isGenerator || isBookkeeping, `${String(title)} (${String(type)}) may not go`);
}

function compareActivities(before: JsonObject, after: JsonObject): void {
  const { input: oldInput, custom_headers: oldHeaders, variables_to_update: oldEntries, ...oldRest } = propertiesOf(before);
  const { input, custom_headers: headers, variables_to_update: entries, ...rest } = propertiesOf(after);
  for (const [id, value] of Object.entries(isJsonObject(oldInput) ? oldInput : {})) {
    const current = isJsonObject(input) ? input[id] : undefined;
    if (current === '' && value !== '') assertReference(value);
    else assertSameButTimes(value, current);
  }
  assert.deepEqual(Object.keys(isJsonObject(input) ? input : {}), Object.keys(isJsonObject(oldInput) ? oldInput : {}));
  assertRemoved(oldHeaders, headers, (header) => isJsonObject(header) && String(header['name']).trim().toLowerCase() === 'authorization');
  assertRemoved(oldEntries, entries, (entry) => isJsonObject(entry) && String(entry['variable_to_update']).includes('.local.'));
  assert.ok(headers === undefined || listOf(headers).length > 0 || listOf(oldHeaders).length === 0, 'no empty list of headers');
  assertSameButTimes(oldRest, rest);
  assertSameButTimes({ ...before, properties: null }, { ...after, properties: null });
}

/** No reference was pointed at the reader itself or at what is around it: those have not ended when it runs. */
function assertNoTimeOfItsOwn(before: JsonObject, { activity, around }: PlacedActivity): void {
  const known = new Set(referencesIn(withoutChildren(before)).map(({ text }) => text));
  const own = new Set([...around, nameOf(activity)].map(bare));
  for (const { text, kind, owner } of referencesIn(withoutChildren(activity))) {
    assert.ok(known.has(text) || kind === 'workflow' || !own.has(owner), `${String(activity['title'])} reads its own time`);
  }
}

/** The whole of the value is one reference to what an activity gave or a variable holds. */
function assertReference(value: Json): void {
  const [reference] = referencesIn(value);
  assert.equal(reference?.text, value);
  assert.ok(['output', 'local'].includes(reference.scope), String(value));
}

function assertRemoved(before: Json | undefined, after: Json | undefined, mayGo: (item: Json) => boolean): void {
  const left = [...listOf(after)];
  for (const item of listOf(before)) {
    if (left.length > 0 && isSameButTimes(item, left[0])) left.shift();
    else assert.ok(mayGo(item), JSON.stringify(item));
  }
  assert.deepEqual(left, []);
}

const isTime = /^\$(?:activity|workflow)\.[^.$]+\.output\.(?:start|end)_time\$$/;

/** References to times may have been pointed elsewhere; nothing else may differ. */
function assertSameButTimes(before: Json | undefined, after: Json | undefined): void {
  if (!isSameButTimes(before, after)) assert.deepEqual(after, before);
}

function isSameButTimes(before: Json | undefined, after: Json | undefined): boolean {
  const withoutTimes = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.replace(/\$[^$]*\$/g, (text) => (isTime.test(text) ? '$time$' : text)) : value;
  return JSON.stringify(before, withoutTimes) === JSON.stringify(after, withoutTimes);
}

/** What stands beside activities, variables and lists. */
function compareRest(before: JsonObject, after: JsonObject): void {
  const restOf = ({ workflow, atomic_workflows: _, dependent_workflows: __, subworkflows: ___, ...beside }: JsonObject): JsonObject => {
    const { actions: ____, variables: _____, properties, ...own } = isJsonObject(workflow) ? workflow : {};
    const { description: ______, target, ...others } = isJsonObject(properties) ? properties : {};
    return { own, others, beside, target: JSON.parse(JSON.stringify(target ?? null).replace(/CTR_For_Access_Token[^"]*|CTR_API|Private_CTIA_Target|CTR_Target|CTIA_Target/g, 'TARGET')) as Json };
  };
  assertSameButTimes(restOf(before), restOf(after));
}

function workflowName({ workflow }: JsonObject): string {
  return isJsonObject(workflow) ? nameOf(workflow) : '';
}

const orbitalIds = new Set(tokenConsumers.filter(({ product }) => product === 'orbital').map(({ id }) => id));

/**
 * All that serves Orbital: generators on an Orbital target, calls of Orbital's atomics, requests on Orbital targets, and
 * whatever feeds those, as one text each.
 * @param targetsOf names the targets on which an activity runs.
 */
export function orbitalParts(value: unknown): string[] {
  return exportsOf(value).flatMap((exported) => {
    const targets = targetNames(exported);
    const activities = activitiesOf(exported).map(({ activity }) => activity);
    const byId = new Map(activities.map((activity) => [bare(nameOf(activity)), activity]));
    const variables = new Map(variablesOf(exported).map((variable) => [bare(nameOf(variable)), variable]));
    const parts = new Set<Json>();
    const add = (part: JsonObject, read: Json): void => {
      if (parts.has(part)) return;
      parts.add(part);
      for (const { kind, owner, scope, member } of referencesIn(read)) {
        const source = kind === 'activity' ? byId.get(owner) : undefined;
        if (source) add(source, withoutChildren(source));
        const variable = kind === 'workflow' && scope === 'local' ? variables.get(member) : undefined;
        if (variable) {
          add(variable, variable);
          for (const entry of entriesFor(member, activities)) add(entry, entry['variable_value_new'] ?? null);
        }
      }
    };
    for (const activity of activities) {
      const { workflow_id: id } = propertiesOf(activity);
      const isOrbital = orbitalIds.has(bare(String(id))) || /orbital/i.test(targets(activity));
      const takesPart = isOrbital && (activity['type'] === 'workflow.atomic_workflow' || activity['type'] === 'web-service.http_request');
      if (takesPart) add(activity, withoutChildren(activity));
    }
    return [...parts].map((part) => JSON.stringify(isJsonObject(part) && part['type'] === 'core.set_multiple_variables' ? nameOf(part) : isJsonObject(part) ? withoutChildren(part) : part));
  });
}

function entriesFor(variable: string, activities: readonly JsonObject[]): JsonObject[] {
  return activities
    .flatMap((activity) => listOf(propertiesOf(activity)['variables_to_update']))
    .filter(isJsonObject)
    .filter((entry) => referencesIn(entry['variable_to_update']).some(({ member }) => member === variable));
}

/** The names of the targets of an activity, by criteria or by an id that the export defines, its own or the workflow's. */
function targetNames(exported: JsonObject): (activity: JsonObject) => string {
  const { workflow, targets } = exported;
  const ofWorkflow = propertiesOf(isJsonObject(workflow) ? workflow : undefined)['target'];
  const named = (target: Json | undefined): string => {
    if (!isJsonObject(target)) return '';
    const definition = isJsonObject(targets) ? targets[String(target['target_id'])] : undefined;
    const names = [...JSON.stringify(target['target_group'] ?? null).matchAll(/"right_operand":"([^"]*)"/g)].map(([, name]) => name);
    return [...names, isJsonObject(definition) ? propertiesOf(definition)['display_name'] : ''].join();
  };
  return (activity) => {
    const own = propertiesOf(activity)['target'];
    const isInherited = !isJsonObject(own) || own['use_workflow_target'] === true || own['use_workflow_target_group'] === true;
    return named(isInherited ? ofWorkflow : own);
  };
}
