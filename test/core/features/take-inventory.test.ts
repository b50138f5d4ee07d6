import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../../src/core/host';
import type { FileInventory } from '../../../src/core/inventory';
import { createLanguageService } from '../../../src/core/service';
import { inspect } from '../../support/atomics';
import { activityId } from '../../support/ids';
import type { JsonObject } from '../../support/json';
import { printJson } from '../../support/print-json';
import * as build from '../../support/workflow';

const service = createLanguageService({ configuration: () => defaultConfiguration });

function take(
  exported: JsonObject,
): FileInventory & { readonly textAt: (path: readonly (string | number)[]) => string } {
  const document = { uri: 'untitled:a.json', text: printJson(exported) };
  const lines = document.text.split('\n');
  const textAt = (path: readonly (string | number)[]): string => {
    const { start, end } = service.locate(document, path);
    return lines[start.line]?.slice(start.character, end.character) ?? '';
  };
  return { ...service.inventory(document), textAt };
}

describe('inventory', () => {
  it('tells each target with who chooses it, how, and where', () => {
    const { workflows, textAt } = take(
      build.workflow({
        actions: [
          build.httpRequest('named', { target: build.on('Private_CTIA_Target') }),
          build.httpRequest('by id', { target: build.onId('definition_target_1') }),
          build.httpRequest('module', { target: build.onId('$module_target;Cisco XDR;securex:ao:iroh_api$') }),
          build.httpRequest('inherits', { target: build.inherited }),
          build.sleep('none'),
        ],
      }),
    );
    const [only] = workflows;
    assert.ok(only);
    assert.equal(only.method, 'token');
    assert.deepEqual(
      only.targets.map(({ activity, choice, target, isInherited, path }) => [
        activity,
        choice,
        target,
        isInherited,
        textAt(path),
      ]),
      [
        [null, 'name', 'CTR_API', false, '"CTR_API"'],
        [activityId('named'), 'name', 'Private_CTIA_Target', false, '"Private_CTIA_Target"'],
        [activityId('by id'), 'id', 'definition_target_1', false, '"definition_target_1"'],
        [
          activityId('module'),
          'module',
          '$module_target;Cisco XDR;securex:ao:iroh_api$',
          false,
          '"$module_target;Cisco XDR;securex:ao:iroh_api$"',
        ],
        [activityId('inherits'), 'name', 'CTR_API', true, '"CTR_API"'],
      ],
    );
  });

  it('tells the method of each workflow', () => {
    const legacy = build.workflow({
      actions: [build.generator('make'), build.atomicCall('ask', inspect, build.tokenOf('make'))],
    });
    const none = build.workflow({ target: build.workflowWithoutTarget, actions: [build.sleep('wait')] });
    assert.deepEqual(
      [legacy, none].map((exported) => take(exported).workflows[0]?.method),
      ['legacy', 'none'],
    );
  });

  it('tells an account key that an activity overrides', () => {
    const key = 'definition_runtime_user_1';
    const runtime_user = { override_target_runtime_user: true, runtime_user_id: key };
    const { workflows, textAt } = take(
      build.workflow({ actions: [build.httpRequest('own key', { properties: { runtime_user } })] }),
    );
    assert.deepEqual(
      workflows[0]?.accountKeys.map(({ activity, accountKey, path }) => [activity, accountKey, textAt(path)]),
      [[activityId('own key'), key, `"${key}"`]],
    );
  });

  it('holds what the file embeds at every level, and no secret', () => {
    const secret = 'p4ssw0rd';
    const key = (name: string): JsonObject => ({
      unique_name: name,
      type: 'runtime_user.web-service_basic_credentials',
      properties: { display_name: name, basic_username: secret, basic_password: secret },
    });
    const sub = build.workflow({ title: 'Sub', beside: { runtime_users: { inner: key('inner') }, targets: null } });
    const inventory = take(
      build.workflow({
        beside: {
          targets: { one: { unique_name: 'one', properties: { display_name: 'CTR_API' } } },
          runtime_users: { outer: key('outer') },
          module_targets: [{ module_type: 'Cisco XDR', external_id: 'securex:ao:iroh_api' }],
          subworkflows: [sub],
        },
      }),
    );
    assert.deepEqual(
      inventory.embedded.map(({ kind, path }) => [kind, path.join('/')]),
      [
        ['target', 'targets/one'],
        ['account-key', 'runtime_users/outer'],
        ['module-target', 'module_targets/0'],
        ['account-key', 'subworkflows/0/runtime_users/inner'],
      ],
    );
    assert.ok(!JSON.stringify(inventory).includes(secret));
  });

  it('is empty for other JSON and for text that is none', () => {
    for (const text of ['{"a": 1}', 'no JSON', '{"workflow": {"unique_name": ']) {
      assert.deepEqual(service.inventory({ uri: 'untitled:a', text }), { workflows: [], embedded: [] });
    }
  });
});
