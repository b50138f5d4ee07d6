import assert from 'node:assert/strict';
import { workspaceNodes } from '../../../src/tenant/explorer/workspace-nodes';
import { WorkspaceIndex } from '../../../src/tenant/state/workspace-index';
import * as build from '../../support/workflow';
import { hostileNames } from '../support/hostile-names';
import { assertSoundTree, below, indexOf, labels, nodeAt } from '../support/tree';

const embedded = {
  targets: { one: { unique_name: 'one', type: 'web-service.endpoint', properties: { display_name: 'Embedded' } } },
  runtime_users: { key: { unique_name: 'key', name: 'Key', type: 'runtime_user.email_credentials' } },
  target_groups: { group: { unique_name: 'group', name: 'Group' } },
  remotemetas: { remote: { unique_name: 'remote', properties: { display_name: 'Remote' } } },
};

describe('the lines of the workspace', () => {
  it('are none where nothing is known', () => {
    assert.deepEqual(workspaceNodes(new WorkspaceIndex()), []);
  });

  it('name first what no file brings along, then what files do', () => {
    const nodes = workspaceNodes(
      indexOf(
        { title: 'B', target: build.workflowOn('zeta'), actions: [build.httpRequest('ask')] },
        { title: 'A', target: build.workflowOn('Alpha'), beside: embedded },
        { title: 'C', target: build.workflowOn('EMBEDDED') },
      ),
    );
    assert.deepEqual(labels(nodes), ['Only Named', 'Targets', 'Account Keys', 'Target Groups', 'Remotes']);
    const named = nodeAt(nodes, 'Only Named');
    assert.deepEqual([named.description, named.spoken, named.isOpen], ['2', 'Only named, 2 targets', true]);
    assert.deepEqual(
      named.children!().map(({ label, description, spoken }) => [label, description, spoken]),
      [
        ['Alpha', '1 use', 'Target Alpha, only named, 1 use'],
        ['zeta', '2 uses', 'Target zeta, only named, 2 uses'],
      ],
    );
    assert.deepEqual(labels(below(nodes, 'Targets', 'Embedded')), ['C'], 'a name in another case is the same name');
    assert.deepEqual(labels(below(nodes, 'Remotes')), ['Remote']);
  });

  it('lead to where a name is written', () => {
    const nodes = workspaceNodes(
      indexOf({ title: 'A', target: build.workflowOn('x'), actions: [build.httpRequest('ask')] }),
    );
    assert.deepEqual(
      below(nodes, 'Only Named', 'x').map(({ label, place }) => [label, place?.uri, place?.path.at(-1)]),
      [
        ['A', 'file:///workspace/1%20file.json', 'right_operand'],
        ['ask', 'file:///workspace/1%20file.json', 'right_operand'],
      ],
    );
  });

  for (const [what, name] of Object.entries(hostileNames)) {
    it(`stand anything in a name and in a file: ${what}`, () => {
      const target = { type: name, properties: { display_name: name, host: name, ao_remote_id: 'remote' } };
      const index = indexOf(
        { title: name, target: build.workflowOn(name), actions: [build.httpRequest(name)] },
        { title: 'x', target: build.workflowOn('a'), actions: [build.httpRequest('a')] },
        { title: 'y', target: build.workflowOn('other'), beside: { ...embedded, targets: { [name]: target } } },
      );
      index.set(`file:///${name}`, index.inventory(index.uris[0]!)!);
      assertSoundTree(() => workspaceNodes(index));
    });
  }
});
