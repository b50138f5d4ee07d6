import type { WorkflowInventory } from '../../core/inventory';
import type { Vocabulary } from '../../core/vocabulary';
import { verdictOf } from '../state/method';
import type { TargetState, TenantState } from '../state/tenant-state';
import type { WorkspaceIndex } from '../state/workspace-index';
import type { ExplorerNode } from './explorer-node';
import { facts } from './markdown';
import { idsBelow } from './node-id';
import { fileNameOf, shownName, visible } from '../../core/text/shown-name';
import { countOf } from '../../core/text/wording';
import { step } from './step-node';
import { targetSetNodes } from './target-set-nodes';

/** What is left to do for the active tenant and the workspace, step by step. */
export function migrationNodes(state: TenantState | undefined, index: WorkspaceIndex): ExplorerNode[] {
  // Without a tenant, the workflows may tell what they are for.
  const { vocabulary } = state ?? index.state;
  return [
    createKey(state, vocabulary),
    ...vocabulary.apiTargets.map((names, at) => switchTarget(steps[at] ?? '', names, state, vocabulary)),
    ...(state ? targetSetNodes(state, index) : []),
    migrateWorkflows(index),
  ];
}

/** What the steps are called, whatever the words are: a line that is open stays so when these change. */
const steps = ['CTR_API', 'CTIA_Target', 'Private_CTIA_Target'];

function createKey(state: TenantState | undefined, { tokenKeyType }: Vocabulary): ExplorerNode {
  const key = state?.accountKeys.find(({ isTokenKey }) => isTokenKey);
  return step({
    id: 'create-key',
    label: 'Create the token account key',
    is: state === undefined ? 'unknown' : key ? 'done' : 'open',
    description: key ? `"${shownName(key.name)}" is there` : state ? 'in the web console' : undefined,
    why: `An account key of the type ${tokenKeyType} makes the tokens. Only the web console can create it.`,
    command: { command: 'sxo.tenant.openConsole', title: 'Open the Page' },
  });
}

function switchTarget(
  id: string,
  names: readonly string[],
  state: TenantState | undefined,
  vocabulary: Vocabulary,
): ExplorerNode {
  const targets = names.flatMap((name) => state?.targetsNamed(name) ?? []);
  // One that is left keeps the step open, whatever became of its namesakes.
  const left = targets.find((each) => verdictOf(each).method !== 'token');
  const target = left ?? targets[0];
  const label = `Switch ${shownName(target?.name ?? names[0] ?? '')}`;
  return step({
    id: `switch/${id}`,
    label,
    // Whether workflows need one that the tenant lacks is for another rule to say.
    is: target === undefined ? 'unknown' : left ? 'open' : 'done',
    description: state ? (target ? keyOf(target) : 'the tenant has no such target') : undefined,
    why: target
      ? verdictOf(target, vocabulary).evidence.join(' ')
      : `Workflows find this API by the name ${names.join(', or ')}.`,
    command: { command: 'sxo.tenant.switchTargets', title: 'Switch Targets to the Token...' },
  });
}

function migrateWorkflows(index: WorkspaceIndex): ExplorerNode {
  const workflows = index.uris.flatMap((uri) =>
    (index.inventory(uri)?.workflows ?? []).map((workflow) => ({ uri, workflow })),
  );
  const legacy = workflows.filter(({ workflow }) => workflow.method === 'legacy');
  return step({
    id: 'migrate',
    label: 'Migrate the workflows',
    is: workflows.length === 0 ? 'unknown' : legacy.length === 0 ? 'done' : 'open',
    description:
      workflows.length === 0
        ? 'no workflow in the workspace'
        : `${legacy.length} of ${countOf(workflows.length, 'workflow')} left`,
    why: 'Workflows that pass a token by hand go on doing so until they are migrated.',
    command: { command: 'sxo.migrateFolder', title: 'Migrate All Workflows...' },
    children: () => {
      const idOf = idsBelow('migration/migrate');
      return legacy.map(({ uri, workflow }) => legacyNode(idOf(`${uri}#${workflow.path.join('/')}`), uri, workflow));
    },
  });
}

function legacyNode(id: string, uri: string, { title, path }: WorkflowInventory): ExplorerNode {
  const label = shownName(title);
  const file = fileNameOf(uri);
  return {
    id,
    label,
    description: file,
    tooltip: facts(title, [['File', file]]),
    spoken: `Workflow ${label}, not migrated, in ${file}`,
    icon: { name: 'symbol-file' },
    kind: 'use',
    place: { uri, path },
  };
}

function keyOf({ accountKey, hasNoAccountKey }: TargetState): string {
  if (accountKey) return `uses "${shownName(accountKey.name)}" (${visible(accountKey.typeName)})`;
  if (hasNoAccountKey === null) return 'nothing tells of its account key';
  return hasNoAccountKey ? 'uses no account key' : 'its account key is not there';
}
