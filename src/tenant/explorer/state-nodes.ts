import type { AccountKeyUser, TargetUser, WorkspaceIndex } from '../state/workspace-index';
import { verdictOf } from '../state/method';
import type { AccountKeyState, RemoteState, TargetGroupState, TargetState, TenantState } from '../state/tenant-state';
import type { ExplorerNode } from './explorer-node';
import { facts } from './markdown';
import { methodIcons } from './verdict-words';

/** Targets, Account Keys, Target Groups and Remotes of one state; `id` is that of the node which holds them. */
export function stateNodes(id: string, state: TenantState, index: WorkspaceIndex): ExplorerNode[] {
  return [
    section(`${id}/targets`, 'Targets', state.targets, (target, own) => targetNode(own, target, index)),
    section(`${id}/keys`, 'Account Keys', state.accountKeys, (key, own) => accountKeyNode(own, key, state, index)),
    section(`${id}/groups`, 'Target Groups', state.targetGroups, (group, own) => targetGroupNode(own, group)),
    section(`${id}/remotes`, 'Remotes', state.remotes, (remote, own) => remoteNode(own, remote, state)),
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
    children: () =>
      [...items]
        .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''))
        .map((item, at) => nodeOf(item, `${id}/${item.uniqueName ?? item.id ?? item.name ?? at}`)),
  };
}

function targetNode(id: string, target: TargetState, index: WorkspaceIndex): ExplorerNode {
  const { name, host, path, accountKey, type, hasNoAccountKey, isValid, remoteId, uniqueName } = target;
  const { method, evidence } = verdictOf(target);
  const users = index.usersOfTarget(target);
  const key = accountKey?.name ?? (hasNoAccountKey === true ? 'no account key' : null);
  return {
    id,
    label: name,
    description: [host, key, method].filter((part) => part !== null).join(' · '),
    tooltip: facts(name, [
      ['Host', host === null ? null : `${host}${path ?? ''}`],
      ['Account key', accountKey ? `${accountKey.name} (${accountKey.typeName})` : key],
      ['Type', type],
      ['Remote', remoteId],
      ['Valid', isValid === false ? 'no' : null],
      ['Used by', countOf(users.length, 'activity', 'activities')],
      ...evidence.map((sentence) => ['Method', sentence] as const),
    ]),
    spoken: `Target ${name}, ${host ?? 'no host'}, ${key ?? 'account key unknown'}${method === null ? '' : `, ${method}`}`,
    icon: method === null ? { name: 'server' } : methodIcons[method],
    kind: 'target',
    subject: subjectOf(name, uniqueName),
    ...usersBelow(id, users),
  };
}

function accountKeyNode(id: string, key: AccountKeyState, state: TenantState, index: WorkspaceIndex): ExplorerNode {
  const targets = state.targets.filter(({ accountKey }) => accountKey === key);
  const users = index.usersOfAccountKey(key);
  return {
    id,
    label: key.name,
    description: key.typeName,
    tooltip: facts(key.name, [
      ['Type', key.typeName],
      ['Default of', targets.map(({ name }) => name).join(', ')],
      ['Chosen instead of a default by', users.length > 0 ? countOf(users.length, 'activity', 'activities') : null],
    ]),
    spoken: `Account key ${key.name}, ${key.typeName}, default of ${countOf(targets.length, 'target')}`,
    icon: key.isTokenKey ? { name: 'key', colour: 'good' } : { name: 'key' },
    kind: 'accountKey',
    subject: subjectOf(key.name, key.uniqueName),
    ...usersBelow(id, users),
  };
}

function targetGroupNode(id: string, { name, type, uniqueName }: TargetGroupState): ExplorerNode {
  return {
    id,
    label: name,
    tooltip: facts(name, [['Type', type]]),
    spoken: `Target group ${name}`,
    icon: { name: 'group-by-ref-type' },
    kind: 'targetGroup',
    subject: subjectOf(name, uniqueName),
  };
}

function remoteNode(id: string, remote: RemoteState, state: TenantState): ExplorerNode {
  const behind = state.targets.filter(({ remoteId }) => remoteId !== null && remoteId === remote.id);
  const label = remote.name ?? remote.id ?? 'Remote';
  return {
    id,
    label,
    description: behind.map(({ name }) => name).join(', '),
    tooltip: facts(label, [['Targets behind it', behind.map(({ name }) => name).join(', ')]]),
    spoken: `Remote ${label}, ${countOf(behind.length, 'target')} behind it`,
    icon: { name: 'remote' },
    kind: 'remote',
    subject: subjectOf(label, remote.uniqueName),
  };
}

/** The activities that use something, each leading to its place; a thing that nobody uses has nothing to open. */
function usersBelow(id: string, users: readonly (TargetUser | AccountKeyUser)[]): Pick<ExplorerNode, 'children'> {
  return users.length === 0 ? {} : { children: () => users.map((user, at) => userNode(`${id}/use/${at}`, user)) };
}

export function userNode(
  id: string,
  { uri, workflow, activity, title, method, path }: TargetUser | AccountKeyUser,
): ExplorerNode {
  const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  const label = activity === null ? workflow : title;
  return {
    id,
    label,
    description: activity === null ? file : `${workflow} · ${file}`,
    tooltip: facts(label, [
      ['Workflow', workflow],
      ['File', file],
      ['Method of the workflow', method],
    ]),
    spoken: `${activity === null ? 'Workflow' : 'Activity'} ${label} of ${workflow}, in ${file}`,
    icon: { name: activity === null ? 'symbol-file' : 'symbol-event' },
    kind: 'use',
    place: { uri, path },
  };
}

function subjectOf(name: string, uniqueName: string | null): NonNullable<ExplorerNode['subject']> {
  return { name, ...(uniqueName === null ? {} : { uniqueName }) };
}

export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
