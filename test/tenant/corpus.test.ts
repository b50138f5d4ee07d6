import assert from 'node:assert/strict';
import type { TargetUser } from '../../src/tenant/state/workspace-index';
import { WorkspaceIndex } from '../../src/tenant/state/workspace-index';
import { allFiles, describeCorpus } from '../support/corpus';
import { serviceWith } from '../support/service';

type JsonObject = Record<string, unknown>;

/** Everything in a file that has properties with a target: workflows and activities, found without the core. */
function* ownersIn(value: unknown): Iterable<{ readonly target: JsonObject; readonly properties: JsonObject }> {
  if (typeof value !== 'object' || value === null) return;
  const { properties } = value as { properties?: JsonObject };
  const target = properties?.target as JsonObject | null | undefined;
  if (properties && typeof target === 'object' && target) yield { target, properties };
  for (const child of Object.values(value)) yield* ownersIn(child);
}

const idFlags = ['override_workflow_target', 'execute_on_this_target', 'execute_on_workflow_target'];
const nameFlags = ['override_workflow_target_group_criteria', 'execute_on_target_group'];

function idIn({ target }: { readonly target: JsonObject }): string[] {
  const isChosen = idFlags.some((flag) => target[flag] === true) && !nameFlags.some((flag) => target[flag] === true);
  return isChosen && typeof target.target_id === 'string' && target.target_id !== '' ? [target.target_id] : [];
}

function namesIn({ target }: { readonly target: JsonObject }): string[] {
  if (!nameFlags.some((flag) => target[flag] === true)) return [];
  const conditions = (target.target_group as { use_criteria?: { conditions?: JsonObject[] | null } } | null)
    ?.use_criteria?.conditions;
  const names = (conditions ?? []).map(({ left_operand, operator, right_operand }) => {
    const byName = String(left_operand).endsWith('.display_name$') && /^eqi?$/.test(String(operator));
    return byName && typeof right_operand === 'string' && !right_operand.includes('$') ? right_operand : undefined;
  });
  // One criterion that only the running product can evaluate leaves the whole choice open.
  return names.some((name) => name === undefined) ? [] : (names as string[]);
}

function countBy(items: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

describeCorpus('the public workflows as a workspace', () => {
  const service = serviceWith();
  const files = allFiles().map(({ name, text }) => ({ uri: `corpus:/${name}`, text }));
  const index = new WorkspaceIndex();
  for (const file of files) index.set(file.uri, service.inventory(file));
  const parsed = files.map(({ text }) => JSON.parse(text.replace(/^\uFEFF/, '')) as unknown);
  const owners = parsed.flatMap((file) => [...ownersIn(file)]);
  const chosen = (users: readonly TargetUser[]): number => users.filter(({ isInherited }) => !isInherited).length;

  it('has every file', () => {
    assert.equal(index.uris.length, files.length);
  });

  it('has every choice by id', () => {
    const ids = countBy(owners.flatMap(idIn).filter((id) => !id.startsWith('$')));
    assert.ok(Object.keys(ids).length > 0);
    const indexed = Object.fromEntries(Object.keys(ids).map((id) => [id, chosen(index.usersOfId(id))]));
    assert.deepEqual(indexed, ids);
  });

  it('has every choice of an integration, all spellings of one together', () => {
    const modules = owners.flatMap(idIn).filter((id) => id.startsWith('$module_target;'));
    const ids = countBy(modules.map((expression) => expression.replace(/\$$/, '').split(';')[2] ?? ''));
    assert.ok((ids['securex:ao:iroh_api'] ?? 0) > 0);
    const indexed = Object.fromEntries(Object.keys(ids).map((id) => [id, chosen(index.usersOfModule(id))]));
    assert.deepEqual(indexed, ids);
  });

  it('has every account key that takes the place of a target’s', () => {
    const overrides = owners.flatMap(({ properties }) => {
      const user = properties.runtime_user as JsonObject | null | undefined;
      return user?.override_target_runtime_user === true && typeof user.runtime_user_id === 'string'
        ? [user.runtime_user_id]
        : [];
    });
    const counts = countBy(overrides);
    const key = (uniqueName: string) => ({
      id: null,
      uniqueName,
      name: '',
      type: null,
      typeName: '',
      isTokenKey: false,
    });
    const indexed = Object.fromEntries(
      Object.keys(counts).map((id) => [id, index.usersOfAccountKey(key(id)).length] as const),
    );
    assert.deepEqual(indexed, counts);
  });

  it('has every choice by display name', () => {
    const names = countBy(owners.flatMap(namesIn).map((name) => name.toLowerCase()));
    assert.ok((names.ctr_api ?? 0) > 0);
    const indexed = Object.fromEntries(Object.keys(names).map((name) => [name, chosen(index.usersOfName(name))]));
    assert.deepEqual(indexed, names);
  });

  it('has every target and account key that a file embeds, once', () => {
    const embedded = (section: string): number => {
      const names = new Set<string>();
      const collect = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return;
        for (const [key, child] of Object.entries(value)) {
          if (key === section && 'workflow' in value)
            Object.keys((child ?? {}) as JsonObject).forEach((name) => names.add(name));
          collect(child);
        }
      };
      parsed.forEach(collect);
      return names.size;
    };
    const { targets, accountKeys, targetGroups } = index.state;
    assert.equal(targets.filter(({ uniqueName }) => uniqueName !== null).length, embedded('targets'));
    assert.equal(accountKeys.length, embedded('runtime_users'));
    assert.equal(targetGroups.length, embedded('target_groups'));
  });

  it('is the same after each file was taken in again, and empty after each has gone', () => {
    const users = index.usersOfName('CTR_API').length;
    for (const file of files) index.set(file.uri, service.inventory(file));
    assert.equal(index.usersOfName('CTR_API').length, users);
    const emptied = new WorkspaceIndex();
    for (const file of files) emptied.set(file.uri, service.inventory(file));
    for (const file of files) emptied.delete(file.uri);
    assert.deepEqual([emptied.usersOfName('CTR_API'), emptied.namesWithoutDefinition], [[], []]);
  });
});
