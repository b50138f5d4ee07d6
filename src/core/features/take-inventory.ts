import type { FileAnalysis } from '../analysis/file-analysis';
import type { ResolvedTarget } from '../analysis/targets';
import { isRequest } from '../analysis/requests';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import { valueAt } from '../document/json-path';
import type { Activity, Workflow } from '../document/workflow';
import { isObject } from '../document/shapes';
import type {
  AccountKeyUse,
  EmbeddedKind,
  EmbeddedObject,
  FileInventory,
  TargetUse,
  WorkflowInventory,
  WorkflowMethod,
} from '../inventory';
import { headOf } from '../rules/places';

/** What every workflow of a file asks of a tenant, and what the file brings along. */
export function takeInventory({ file, workflows, document }: FileAnalysis): FileInventory {
  if (!file) return { workflows: [], embedded: [] };
  return {
    workflows: workflows.map(inventoryOf),
    embedded: file.exports.flatMap(({ path }) => {
      const keys = path.toArray();
      return [...embeddedIn(valueAt(document.value, keys), keys)];
    }),
  };
}

function inventoryOf(analysis: WorkflowAnalysis): WorkflowInventory {
  const { workflow, targets } = analysis;
  const uses = usesOf(null, workflow, targets.ofWorkflow(workflow));
  const accountKeys = [...accountKeysOf(null, workflow)];
  for (const activity of workflow.activities) {
    if (activity.properties.target || isRequest(activity) || activity.calledId !== undefined)
      uses.push(...usesOf(activity.uniqueName, activity, targets.ofActivity(activity)));
    accountKeys.push(...accountKeysOf(activity.uniqueName, activity));
  }
  return {
    title: workflow.title,
    uniqueName: workflow.uniqueName,
    method: methodOf(analysis),
    targets: uses,
    accountKeys,
    path: headOf(workflow).toArray(),
  };
}

function methodOf({ uses, secureXGenerators, workflow, targets }: WorkflowAnalysis): WorkflowMethod {
  if (secureXGenerators.length > 0 || uses.some((use) => !use.isOrbital)) return 'legacy';
  return workflow.activities.some((activity) => targets.ofActivity(activity).role === 'securex') ? 'token' : 'none';
}

function usesOf(activity: string | null, { title }: Activity | Workflow, resolved: ResolvedTarget): TargetUse[] {
  const { id, names, isInherited } = resolved;
  const common = { activity, title, isInherited };
  if (id) {
    const choice = id.text.startsWith('$module_target;') ? 'module' : 'id';
    return [{ ...common, choice, target: id.text, path: id.path.toArray() }];
  }
  return resolved.namePaths().map((path, index) => ({
    ...common,
    choice: 'name' as const,
    target: names[index] ?? '',
    path: path.toArray(),
  }));
}

function* accountKeysOf(activity: string | null, owner: Activity | Workflow): Iterable<AccountKeyUse> {
  const chosen = owner.properties.runtime_user;
  if (!isObject(chosen) || chosen.override_target_runtime_user !== true) return;
  const { runtime_user_id: accountKey } = chosen;
  if (typeof accountKey !== 'string') return;
  const path = owner.path.descendant(['properties', 'runtime_user', 'runtime_user_id']).toArray();
  yield { activity, title: owner.title, accountKey, path };
}

const sections: readonly (readonly [key: string, kind: EmbeddedKind])[] = [
  ['targets', 'target'],
  ['runtime_users', 'account-key'],
  ['target_groups', 'target-group'],
  ['module_targets', 'module-target'],
  ['remotemetas', 'remote'],
];

function* embeddedIn(value: unknown, keys: readonly (string | number)[]): Iterable<EmbeddedObject> {
  if (!isObject(value)) return;
  for (const [section, kind] of sections) {
    const items = value[section];
    if (typeof items !== 'object' || items === null) continue;
    for (const [key, item] of Object.entries(items)) {
      if (!isObject(item)) continue;
      const path = [...keys, section, Array.isArray(items) ? Number(key) : key];
      yield { kind, value: kind === 'account-key' ? withoutSecrets(item) : item, path };
    }
  }
}

function withoutSecrets({ properties, ...open }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const name = isObject(properties) ? properties.display_name : undefined;
  return name === undefined ? open : { ...open, properties: { display_name: name } };
}
