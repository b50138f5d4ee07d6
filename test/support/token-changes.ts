import assert from 'node:assert/strict';
import { isGeneratorCall, isGeneratorId } from './generator-calls';
import { replacedAtomics, withReplacements, type ReplacedAtomics } from './replaced-atomics';
import { isJsonObject, type Json, type JsonObject } from './json';
import {
  activitiesOf,
  bare,
  exportsOf,
  listOf,
  nameOf,
  propertiesOf,
  referencesIn,
  textOf,
  variablesOf,
  without,
  withoutChildren,
  workflowOf,
  type PlacedActivity,
} from './read-export';

/** Loops are not among them: a loop runs its body for what it does outside as well. */
const mayGo =
  /^(?:core\.set_multiple_variables|core\.calculate_date.*|logic\.(?:group|if_else|condition_block|parallel|parallel_block))$/;

/**
 * Asserts that a migration did nothing but what a migration may do, by comparing the two exports: which activities may
 * go at all, and which properties of those that stay may differ, and how.
 */
export function assertOnlyTokenChanges(before: unknown, after: unknown): void {
  const [old, now] = [exportsOf(before), exportsOf(after)];
  const names = (exports: readonly JsonObject[]): string[] => exports.map((exported) => nameOf(workflowOf(exported)));
  assert.deepEqual(names(now), names(old));
  const replaced = replacedAtomics(before, after);
  for (const [index, original] of old.entries()) {
    const current = now[index] ?? {};
    const exported = withReplacements(original, current);
    compareAllActivities(exported, current);
    compareVariables(exported, current);
    compareDependencies(exported, current, replaced);
    assertSameButTimes(restOf(exported), restOf(current));
  }
}

function compareAllActivities(before: JsonObject, after: JsonObject): void {
  const old = activitiesOf(before);
  const now = new Map(activitiesOf(after).map((placed) => [nameOf(placed.activity), placed]));
  const staying = old.map(({ activity }) => nameOf(activity)).filter((name) => now.has(name));
  assert.deepEqual([...now.keys()], staying, 'no activity is new, none changes its place');
  for (const { activity, around } of old) {
    const current = now.get(nameOf(activity));
    if (current) {
      assert.deepEqual(current.around, around);
      compareActivities(activity, current);
    } else {
      const { type, title } = activity;
      assert.ok(isGeneratorCall(activity) || mayGo.test(textOf(type)), `${textOf(title)} (${textOf(type)}) may not go`);
    }
  }
}

function compareActivities(before: JsonObject, current: PlacedActivity): void {
  const after = current.activity;
  const [old, now] = [propertiesOf(before), propertiesOf(after)];
  compareInputs(old.input, now.input);
  assertRemoved(old.custom_headers, now.custom_headers, isAuthorization);
  assertRemoved(old.variables_to_update, now.variables_to_update, setsLocal);
  for (const [lists, key] of [
    [[before, after], 'actions'],
    [[before, after], 'blocks'],
    [[old, now], 'custom_headers'],
  ] as const) {
    const isEmptied =
      listOf(lists[0][key]).length > 0 && lists[1][key] !== undefined && listOf(lists[1][key]).length === 0;
    assert.ok(!isEmptied, `${textOf(after.title)} keeps an empty list of ${key}`);
  }
  const compared = ['input', 'custom_headers', 'variables_to_update'];
  assertSameButTimes(without(old, ...compared), without(now, ...compared));
  assertSameButTimes(without(withoutChildren(before), 'properties'), without(withoutChildren(after), 'properties'));
  assertNoTimeOfItsOwn(before, current);
}

/** An input keeps its key; where it is empty now, it was one reference and nothing else. */
function compareInputs(before: Json | undefined, after: Json | undefined): void {
  const [old, now] = [before, after].map((input) => Object.entries(isJsonObject(input) ? input : {}));
  assert.ok(old && now);
  assert.deepEqual(
    now.map(([key]) => key),
    old.map(([key]) => key),
  );
  for (const [index, [, value]] of old.entries()) {
    const current = now[index]?.[1];
    if (current !== '' || value === '') assertSameButTimes(value, current);
    else assert.equal(referencesIn(value)[0]?.text, value);
  }
}

function isAuthorization(header: Json): boolean {
  return isJsonObject(header) && textOf(header.name).trim().toLowerCase() === 'authorization';
}

function setsLocal(entry: Json): boolean {
  return isJsonObject(entry) && textOf(entry.variable_to_update).includes('.local.');
}

function assertRemoved(before: Json | undefined, after: Json | undefined, isRemovable: (item: Json) => boolean): void {
  const left = [...listOf(after)];
  for (const item of listOf(before)) {
    if (left.length > 0 && isSameButTimes(item, left[0])) left.shift();
    else assert.ok(isRemovable(item), JSON.stringify(item));
  }
  assert.deepEqual(left, []);
}

/** No reference was pointed at the reader itself or at what is around it: those have not ended when it runs. */
function assertNoTimeOfItsOwn(before: JsonObject, { activity, around }: PlacedActivity): void {
  const known = new Set(referencesIn(withoutChildren(before)).map(({ text }) => text));
  const own = new Set([...around, nameOf(activity)].map(bare));
  for (const { text, kind, owner } of referencesIn(withoutChildren(activity))) {
    const isNew = !known.has(text) && kind === 'activity';
    assert.ok(!isNew || !own.has(owner), `${textOf(activity.title)} reads its own time`);
  }
}

/** Variables go whole, and only local ones; an input that is required may become optional. */
function compareVariables(before: JsonObject, after: JsonObject): void {
  const now = new Map(variablesOf(after).map((variable) => [nameOf(variable), variable]));
  const names = new Set(now.keys());
  assert.deepEqual(
    variablesOf(after),
    variablesOf(before)
      .filter((variable) => names.has(nameOf(variable)))
      .map((variable) => (isOptionalNow(variable, now.get(nameOf(variable))) ? asOptional(variable) : variable)),
  );
  const gone = variablesOf(before).filter((variable) => !names.has(nameOf(variable)));
  for (const variable of gone) assert.equal(propertiesOf(variable).scope, 'local');
}

function isOptionalNow(before: JsonObject, after: JsonObject | undefined): boolean {
  const { scope, is_required: required } = propertiesOf(before);
  return scope === 'input' && required === true && propertiesOf(after).is_required === false;
}

function asOptional(variable: JsonObject): JsonObject {
  return { ...variable, properties: { ...propertiesOf(variable), is_required: false } };
}

/** Generators go, a retired atomic makes room for its successor; all else stays in its order, and nothing comes twice. */
function compareDependencies(before: JsonObject, after: JsonObject, replaced: ReplacedAtomics): void {
  for (const list of ['atomic_workflows', 'dependent_workflows']) {
    const [old, left] = [listOf(before[list]), listOf(after[list])];
    const added = left.filter((id) => !old.includes(id)).map((id) => bare(textOf(id)));
    assert.deepEqual(
      left.filter((id) => old.includes(id)),
      old.filter((id) => left.includes(id)),
    );
    const listed = old.map((id) => replaced.get(bare(textOf(id))));
    for (const id of added) assert.ok(listed.includes(id), `${id} is the successor of nothing in ${list}`);
    assert.equal(new Set(added).size, added.length);
    for (const id of old.filter((id) => !left.includes(id))) {
      const successor = replaced.get(bare(textOf(id)));
      const isReplaced = left.some((other) => bare(textOf(other)) === successor);
      assert.ok(isGeneratorId(textOf(id)) || isReplaced, `${textOf(id)} is no generator`);
    }
  }
}

/** What stands beside activities, variables and lists; of the workflow's own target anything but its name. */
function restOf(exported: JsonObject): JsonObject {
  const workflow = workflowOf(exported);
  const properties = propertiesOf(workflow);
  const target = JSON.stringify(properties.target ?? null).replace(
    /CTR_For_Access_Token[^"]*|CTR_API|Private_CTIA_Target/g,
    'NAME',
  );
  return {
    target,
    properties: without(properties, 'description', 'target'),
    workflow: without(workflow, 'actions', 'variables', 'properties'),
    beside: without(exported, 'workflow', 'atomic_workflows', 'dependent_workflows', 'subworkflows'),
  };
}

const time = /\$(?:activity|workflow)\.[^.$]+\.output\.(?:start|end)_time\$/g;

/** References to times may have been pointed elsewhere; nothing else may differ. */
function assertSameButTimes(before: Json | undefined, after: Json | undefined): void {
  if (!isSameButTimes(before, after)) assert.deepEqual(after, before);
}

function isSameButTimes(before: Json | undefined, after: Json | undefined): boolean {
  const [old, now] = [before ?? null, after ?? null].map((value) => JSON.stringify(value).replace(time, '$time$'));
  return old === now && (before === undefined) === (after === undefined);
}
