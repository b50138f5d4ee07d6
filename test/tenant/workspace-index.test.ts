import assert from 'node:assert/strict';
import type { FileInventory } from '../../src/core/inventory';
import { stateOfSnapshot } from '../../src/tenant/state/state-of';
import { WorkspaceIndex } from '../../src/tenant/state/workspace-index';
import { activityId } from '../support/ids';
import { printJson } from '../support/print-json';
import { serviceWith } from '../support/service';
import * as build from '../support/workflow';
import * as make from './support/objects';

const service = serviceWith();

function inventoryOf(parts: build.WorkflowParts): FileInventory {
  return service.inventory({ uri: 'file:///x.json', text: printJson(build.workflow(parts)) });
}

const one = inventoryOf({
  title: 'One',
  actions: [
    build.httpRequest('inherits'),
    build.httpRequest('lower case', { target: build.on('ctr_api') }),
    build.httpRequest('by id', { target: build.onId(make.targetUniqueName('CTR_API')) }),
    build.httpRequest('module', { target: build.onId('$module_target;SecureX;securex:ao:iroh_api$') }),
    build.httpRequest('own key', {
      target: build.on('Elsewhere'),
      properties: { runtime_user: { override_target_runtime_user: true, runtime_user_id: make.keyUniqueName('Key') } },
    }),
  ],
});
const two = inventoryOf({
  title: 'Two',
  target: build.workflowWithoutTarget,
  actions: [
    build.httpRequest('new spelling', {
      target: build.onId('$module_target;Cisco XDR;securex:ao:iroh_api;platform-apis$'),
    }),
    build.httpRequest('other', { target: build.on('elsewhere') }),
  ],
  beside: { targets: { a: { unique_name: 'a', name: 'n', properties: { display_name: 'ELSEWHERE' } } } },
});

const titles = (users: readonly { readonly workflow: string; readonly title: string }[]): string[] =>
  users.map(({ workflow, title }) => `${workflow}: ${title}`);

describe('the workspace index', () => {
  const both = (): WorkspaceIndex => {
    const index = new WorkspaceIndex();
    index.set('file:///1.json', one);
    index.set('file:///2.json', two);
    return index;
  };

  it('finds users by display name in any case, by id, and by integration in any spelling', () => {
    const index = both();
    assert.deepEqual(titles(index.usersOfName('CTR_API')), ['One: One', 'One: inherits', 'One: lower case']);
    assert.deepEqual(titles(index.usersOfId(make.targetUniqueName('CTR_API'))), ['One: by id']);
    assert.deepEqual(titles(index.usersOfModule('securex:ao:iroh_api')), ['One: module', 'Two: new spelling']);
    assert.deepEqual(index.usersOfName('Nobody'), []);
  });

  it('finds all users of a target of a tenant, and of an account key', () => {
    const metadata = { sx_module_info: { external_id: 'securex:ao:iroh_api' } };
    const { targets, accountKeys } = stateOfSnapshot(
      make.snapshot([make.target('CTR_API', { more: { metadata } })], [make.accountKey('Key', make.tokenType)]),
    );
    const index = both();
    assert.deepEqual(
      targets.map((each) => index.usersOfTarget(each).length),
      [6],
    );
    assert.deepEqual(titles(accountKeys.flatMap((each) => index.usersOfAccountKey(each))), ['One: own key']);
    const [user] = index.usersOfId(make.targetUniqueName('CTR_API'));
    assert.deepEqual(
      [user?.uri, user?.activity, user?.path.at(-1)],
      ['file:///1.json', activityId('by id'), 'target_id'],
    );
  });

  it('tells names that no file defines', () => {
    const index = new WorkspaceIndex();
    index.set('file:///1.json', one);
    assert.deepEqual(index.namesWithoutDefinition, ['CTR_API', 'Elsewhere']);
    index.set('file:///2.json', two);
    assert.deepEqual(index.namesWithoutDefinition, ['CTR_API']);
    assert.deepEqual(
      [...index.embedded('target')].map(({ uri, path }) => [uri, path.join('/')]),
      [['file:///2.json', 'targets/a']],
    );
  });

  it('forgets a file, and takes its new version in its place', () => {
    const index = both();
    index.set('file:///1.json', two);
    assert.deepEqual(index.usersOfName('CTR_API'), []);
    assert.equal(index.usersOfModule('securex:ao:iroh_api').length, 2);
    index.delete('file:///1.json');
    index.delete('file:///2.json');
    index.delete('file:///3.json');
    assert.deepEqual(
      [index.uris, index.usersOfModule('securex:ao:iroh_api'), index.namesWithoutDefinition, index.state.targets],
      [[], [], [], []],
    );
  });
});
