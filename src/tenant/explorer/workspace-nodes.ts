import type { WorkspaceIndex } from '../state/workspace-index';
import type { ExplorerNode } from './explorer-node';
import { facts } from './markdown';
import { idPart } from './node-id';
import { shownName } from '../../core/text/shown-name';
import { countOf } from '../../core/text/wording';
import { stateNodes, userNode } from './state-nodes';

/** What the files of the workspace name and embed. */
export function workspaceNodes(index: WorkspaceIndex): ExplorerNode[] {
  const names = index.namesWithoutDefinition;
  const named: ExplorerNode = {
    id: 'workspace/named',
    label: 'Only Named',
    description: String(names.length),
    tooltip: 'Targets that workflows choose by name, and that no file brings along: the tenant must have them.',
    spoken: `Only named, ${countOf(names.length, 'target')}`,
    icon: { name: 'folder' },
    kind: 'section',
    isOpen: true,
    children: () => [...names].sort((a, b) => a.localeCompare(b)).map((name) => namedNode(name, index)),
  };
  return [...(names.length > 0 ? [named] : []), ...stateNodes('workspace', index.state, index)];
}

function namedNode(name: string, index: WorkspaceIndex): ExplorerNode {
  const users = index.usersOfName(name);
  const id = `workspace/named/${idPart(name)}`;
  const label = shownName(name);
  return {
    id,
    label,
    description: countOf(users.length, 'use'),
    tooltip: facts(name, [['Chosen by', countOf(users.length, 'workflow or activity', 'workflows and activities')]]),
    spoken: `Target ${label}, only named, ${countOf(users.length, 'use')}`,
    icon: { name: 'symbol-reference' },
    kind: 'target',
    subject: { name },
    ...(users[0] && { place: { uri: users[0].uri, path: users[0].path } }),
    children: () => users.map((user, at) => userNode(`${id}/use/${at}`, user)),
  };
}
