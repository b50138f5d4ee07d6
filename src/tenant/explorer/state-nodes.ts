import { countOf } from '../../core/text/wording';
import type { EmbeddedKind } from '../../core/inventory';
import type { AccountKeyUser, TargetUser, WorkspaceIndex } from '../state/workspace-index';
import { groupBy } from '../group-by';
import { maskedAddress } from '../../core/text/mask';
import { verdictOf } from '../state/method';
import type { AccountKeyState, RemoteState, TargetGroupState, TargetState, TenantState } from '../state/tenant-state';
import type { ExplorerNode } from './explorer-node';
import { facts } from './markdown';
import { idsBelow } from './node-id';
import { fileNameOf, shownName, visible } from '../../core/text/shown-name';
import { methodIcons } from './verdict-words';

/** Targets, Account Keys, Target Groups and Remotes of one state; `id` is that of the node which holds them. */
export function stateNodes(id: string, state: TenantState, index: WorkspaceIndex): ExplorerNode[] {
  const defaultOf = targetsByKey(state);
  return [
    section(`${id}/targets`, 'Targets', state.targets, (target, own) => targetNode(own, target, state, index)),
    section(`${id}/keys`, 'Account Keys', state.accountKeys, (key, own) => accountKeyNode(own, key, defaultOf, index)),
    section(`${id}/groups`, 'Target Groups', state.targetGroups, (group, own) => targetGroupNode(own, group, index)),
    section(`${id}/remotes`, 'Remotes', state.remotes, (remote, own) => remoteNode(own, remote, state, index)),
  ].filter(({ description }) => description !== '0');
}

type Identified = Pick<TargetState, 'id' | 'uniqueName'> & { readonly name: string | null };

function section<Item extends Identified>(
  id: string,
  label: string,
  items: readonly Item[],
  nodeOf: (item: Item, id: string) => ExplorerNode,
): ExplorerNode {
  return {
    id,
    label,
    description: String(items.length),
    spoken: `${label}, ${items.length}`,
    icon: { name: 'folder' },
    kind: 'section',
    children: () => {
      const idOf = idsBelow(id);
      return [...items]
        .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''))
        .map((item) => nodeOf(item, idOf(item.uniqueName ?? item.id ?? item.name ?? '')));
    },
  };
}

function targetNode(id: string, target: TargetState, { vocabulary }: TenantState, index: WorkspaceIndex): ExplorerNode {
  const { name, host, path, accountKey, type, hasNoAccountKey, isValid, remoteId, uniqueName } = target;
  const { method, evidence } = verdictOf(target, vocabulary);
  const users = index.usersOfTarget(target);
  const label = shownName(name);
  const key = accountKey ? shownName(accountKey.name) : hasNoAccountKey === true ? 'no account key' : null;
  const shownHost = host === null ? null : visible(host);
  return {
    id,
    label,
    description: [shownHost, key, method].filter((part) => part !== null).join(' · '),
    tooltip: facts(name, [
      ['Host', host === null ? null : maskedAddress(`${host}${path ?? ''}`)],
      ['Account key', accountKey ? `${accountKey.name} (${accountKey.typeName})` : key],
      ['Type', type],
      ['Remote', remoteId],
      ['Valid', isValid === false ? 'no' : null],
      ['Used by', countOf(users.length, 'activity', 'activities')],
      ...evidence.map((sentence) => ['Method', sentence] as const),
    ]),
    spoken: `Target ${label}, ${shownHost ?? 'no host'}, ${key ?? 'account key unknown'}${method === null ? '' : `, ${method}`}`,
    icon: method === null ? { name: 'server' } : methodIcons[method],
    kind: 'target',
    subject: subjectOf(name, uniqueName),
    ...placeIn(index, 'target', target, users),
    ...usersBelow(id, users),
  };
}

/** Whose default a key is; found out when the first key asks, and for all of them at once. */
function targetsByKey({ targets }: TenantState): (key: AccountKeyState) => readonly TargetState[] {
  let byKey: ReadonlyMap<AccountKeyState | null, TargetState[]> | undefined;
  return (key) => (byKey ??= groupBy(targets, ({ accountKey }) => accountKey)).get(key) ?? [];
}

function accountKeyNode(
  id: string,
  key: AccountKeyState,
  defaultOf: (key: AccountKeyState) => readonly TargetState[],
  index: WorkspaceIndex,
): ExplorerNode {
  const targets = defaultOf(key);
  const users = index.usersOfAccountKey(key);
  const label = shownName(key.name);
  const typeName = visible(key.typeName);
  return {
    id,
    label,
    description: typeName,
    tooltip: facts(key.name, [
      ['Type', key.typeName],
      ['Default of', targets.map(({ name }) => name).join(', ')],
      ['Chosen instead of a default by', users.length > 0 ? countOf(users.length, 'activity', 'activities') : null],
    ]),
    spoken: `Account key ${label}, ${typeName}, default of ${countOf(targets.length, 'target')}`,
    icon: key.isTokenKey ? { name: 'key', colour: 'good' } : { name: 'key' },
    kind: 'accountKey',
    subject: subjectOf(key.name, key.uniqueName),
    ...placeIn(index, 'account-key', key, users),
    ...usersBelow(id, users),
  };
}

function targetGroupNode(id: string, group: TargetGroupState, index: WorkspaceIndex): ExplorerNode {
  const { name, type, uniqueName } = group;
  const label = shownName(name);
  return {
    id,
    label,
    tooltip: facts(name, [['Type', type]]),
    spoken: `Target group ${label}`,
    icon: { name: 'group-by-ref-type' },
    kind: 'targetGroup',
    subject: subjectOf(name, uniqueName),
    ...placeIn(index, 'target-group', group),
  };
}

function remoteNode(id: string, remote: RemoteState, state: TenantState, index: WorkspaceIndex): ExplorerNode {
  const behind = state.targets.filter(({ remoteId }) => remoteId !== null && remoteId === remote.id);
  const name = remote.name ?? remote.id ?? 'Remote';
  const label = shownName(name);
  return {
    id,
    label,
    description: behind.map((target) => shownName(target.name)).join(', '),
    tooltip: facts(name, [['Targets behind it', behind.map((target) => target.name).join(', ')]]),
    spoken: `Remote ${label}, ${countOf(behind.length, 'target')} behind it`,
    icon: { name: 'remote' },
    kind: 'remote',
    subject: subjectOf(name, remote.uniqueName),
    ...placeIn(index, 'remote', remote),
  };
}

/** Where a file defines it, or else where the first one names it. */
function placeIn(
  index: WorkspaceIndex,
  kind: EmbeddedKind,
  object: Identified,
  users: readonly (TargetUser | AccountKeyUser)[] = [],
): Pick<ExplorerNode, 'place'> {
  const found = index.definitionOf(kind, object) ?? users[0];
  return found ? { place: { uri: found.uri, path: found.path } } : {};
}

/** The activities that use something, each leading to its place; a thing that nobody uses has nothing to open. */
function usersBelow(id: string, users: readonly (TargetUser | AccountKeyUser)[]): Pick<ExplorerNode, 'children'> {
  return users.length === 0 ? {} : { children: () => users.map((user, at) => userNode(`${id}/use/${at}`, user)) };
}

export function userNode(
  id: string,
  { uri, workflow, activity, title, method, path }: TargetUser | AccountKeyUser,
): ExplorerNode {
  const file = fileNameOf(uri);
  const name = activity === null ? workflow : title;
  const [label, shownWorkflow] = [shownName(name), shownName(workflow)];
  return {
    id,
    label,
    description: activity === null ? file : `${shownWorkflow} · ${file}`,
    tooltip: facts(name, [
      ['Workflow', workflow],
      ['File', file],
      ['Method of the workflow', method],
    ]),
    spoken: `${activity === null ? `Workflow ${label}` : `Activity ${label} of ${shownWorkflow}`}, in ${file}`,
    icon: { name: activity === null ? 'symbol-file' : 'symbol-event' },
    kind: 'use',
    place: { uri, path },
  };
}

function subjectOf(name: string, uniqueName: string | null): NonNullable<ExplorerNode['subject']> {
  return { name, ...(uniqueName === null ? {} : { uniqueName }) };
}
