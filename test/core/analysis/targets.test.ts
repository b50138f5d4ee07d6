import assert from 'node:assert/strict';
import { analyseFile } from '../../../src/core/analysis/file-analysis';
import { defaultConfiguration } from '../../../src/core/host';
import { workflowId } from '../../support/ids';
import type { Json, JsonObject } from '../../support/json';
import { printJson } from '../../support/print-json';
import * as build from '../../support/workflow';

interface Place {
  readonly workflow?: JsonObject;
  readonly beside?: JsonObject;
  readonly declared?: readonly string[];
  readonly suffixes?: readonly string[];
}

/** On which target an activity with that `target` runs. */
function resolve(target: JsonObject | undefined, { workflow, beside, declared = [], suffixes = [] }: Place = {}) {
  const exported = build.workflow({
    ...(workflow ? { target: workflow } : {}),
    actions: [build.sleep('a', target ? { target } : {})],
    ...(beside ? { beside } : {}),
  });
  const analysis = analyseFile(printJson(exported), { ...defaultConfiguration, secureXTargets: declared, suffixes });
  const [only] = analysis?.workflows ?? [];
  const [activity] = only?.workflow.activities ?? [];
  assert.ok(only && activity);
  return only.targets.ofActivity(activity);
}

const roleOf = (target: JsonObject | undefined, place?: Place): string => resolve(target, place).role;

function definition(displayName: string, host: string, more: JsonObject = {}): JsonObject {
  return {
    unique_name: 'definition_target_1',
    properties: { display_name: displayName, host, default_runtime_user_id: 'key_1', ...more },
  };
}

const embedded = (target: JsonObject, keyType = 'runtime_user.basic'): Place => ({
  beside: { targets: { definition_target_1: target }, runtime_users: { key_1: { type: keyType } } },
});

describe('TargetResolver', () => {
  describe('by the names in criteria', () => {
    const roles: Readonly<Record<string, string>> = {
      CTR_API: 'securex',
      ctr_target: 'securex',
      CTIA_Target: 'securex',
      Private_CTIA_Target: 'securex',
      'Platform APIs': 'securex',
      'Private Intelligence APIs': 'securex',
      'Public Intelligence APIs': 'securex',
      CTR_API_Token: 'securex',
      'platform apis_legacy': 'securex',
      CTR_API_New: 'other',
      Webex_Token: 'other',
      CTR_For_Access_Token: 'token',
      CTR_For_Access_Token_Legacy: 'token',
      CTR_For_Access_Token_EU: 'token',
      Orbital_For_Access_Token: 'orbital',
      Orbital_Target: 'orbital',
      'Webex Teams': 'other',
      Not_CTR_API: 'other',
    };
    for (const [name, role] of Object.entries(roles))
      it(`${name} is ${role}`, () => {
        assert.equal(roleOf(build.on(name)), role);
      });

    it('with a suffix that is declared is what it is without one, and with another one nothing', () => {
      const place: Place = { suffixes: ['-b'], declared: ['Our Intel'] };
      for (const [name, role] of [
        ['CTR_API-b', 'securex'],
        ['private_ctia_target-B', 'securex'],
        ['Our Intel-b', 'securex'],
        ['CTR_For_Access_Token-b', 'token'],
        ['CTR_API-c', 'other'],
        ['Webex-b', 'other'],
      ] as const)
        assert.equal(roleOf(build.on(name), place), role, name);
      assert.equal(roleOf(build.on('CTR_API-b')), 'other');
    });

    it('stays the target of tokens, whatever is declared', () => {
      const declared = ['CTR_For_Access_Token-b', 'CTR_For_Access_Token'];
      for (const name of [...declared, 'CTR_For_Access_Token_Legacy'])
        assert.equal(roleOf(build.on(name), { declared }), 'token', name);
    });

    it('names them and says where each is written', () => {
      const { names, namePaths, isInherited } = resolve(build.on('CTR_API'));
      assert.deepEqual(names, ['CTR_API']);
      assert.equal(
        namePaths()[0]?.toArray().join('/'),
        'workflow/actions/0/properties/target/target_group/use_criteria/conditions/0/right_operand',
      );
      assert.equal(isInherited, false);
    });

    const chosen = (...conditions: Json[]): JsonObject => ({
      override_workflow_target_group_criteria: true,
      target_group: { use_criteria: { conditions } },
    });
    const named = (right: Json, operator = 'eq'): JsonObject => ({
      left_operand: '$targetgroup.web-service endpoint.input.display_name$',
      operator,
      right_operand: right,
    });

    it('several names of one role are that role, of different roles unknown', () => {
      assert.equal(roleOf(chosen(named('CTR_API'), named('Private_CTIA_Target'))), 'securex');
      assert.equal(roleOf(chosen(named('CTR_API'), named('Webex Teams'))), 'unknown');
    });

    it('what is no comparison with a name is unknown', () => {
      assert.equal(roleOf(chosen()), 'unknown');
      assert.equal(roleOf(chosen(named('CTR_API', 'ne'))), 'unknown');
      assert.equal(roleOf(chosen(named(build.local('Target')))), 'unknown');
      assert.equal(roleOf(chosen(named(1))), 'unknown');
      assert.equal(
        roleOf(chosen({ ...named('CTR_API'), left_operand: '$targetgroup.web-service endpoint.input.host$' })),
        'unknown',
      );
      assert.equal(roleOf({ override_workflow_target_group_criteria: true }), 'unknown');
    });
  });

  describe('inherited from the workflow', () => {
    it('where the activity says so, or says nothing', () => {
      for (const target of [build.inherited, { use_workflow_target: true }, {}, undefined]) {
        const resolved = resolve(target, { workflow: build.workflowOn('CTR_For_Access_Token') });
        assert.deepEqual([resolved.role, resolved.isInherited], ['token', true]);
      }
    });

    it('by id, by no target, by nothing at all', () => {
      const place = embedded(definition('Anything', 'intel.amp.cisco.com', { no_runtime_user: true }));
      assert.equal(
        roleOf(build.inherited, { ...place, workflow: build.workflowOnId('definition_target_1') }),
        'securex',
      );
      assert.equal(roleOf(build.inherited, { workflow: build.workflowWithoutTarget }), 'other');
      assert.equal(roleOf(build.inherited, { workflow: {} }), 'unknown');
      assert.equal(roleOf(build.inherited, { workflow: { specify_on_workflow_start: true } }), 'unknown');
    });
  });

  describe('by id', () => {
    const byId = (target: JsonObject, keyType?: string): string =>
      roleOf(build.onId('definition_target_1'), embedded(target, keyType));

    const tokenKey = 'runtime_user.oauth_integration';

    it('by where the definition leads, and with which key', () => {
      for (const host of [
        'private.intel.amp.cisco.com',
        'intel.eu.amp.cisco.com',
        'private.intel.apjc.amp.cisco.com',
        'visibility.amp.cisco.com',
        'INTEL.amp.cisco.com',
      ]) {
        assert.equal(byId(definition('Mine', host), tokenKey), 'securex', host);
        assert.equal(byId(definition('Mine', host, { no_runtime_user: true })), 'securex', host);
        assert.equal(byId(definition('Mine', host)), 'unknown', `${host} with a key that is no token key`);
      }
      for (const host of ['example.com', 'intel.amp.cisco.com.example.com', 'xintel.amp.cisco.com']) {
        assert.equal(byId(definition('Mine', host)), 'other', host);
      }
    });

    it('an id that the file defines in two ways is unknown', () => {
      const inner = definition('CTR_API', 'private.intel.amp.cisco.com', { no_runtime_user: true });
      const sub = build.workflow({ title: 'Sub', beside: { targets: { definition_target_1: inner } } });
      const twice = (outer: JsonObject): string =>
        roleOf(build.onId('definition_target_1'), {
          beside: { targets: { definition_target_1: outer }, subworkflows: [sub] },
        });
      assert.equal(twice(inner), 'securex');
      assert.equal(twice(definition('CTR_API', 'example.com', { no_runtime_user: true })), 'unknown');
    });

    it('a name that is known tells what shares a host, and lies where the host is another', () => {
      assert.equal(byId(definition('CTR_For_Access_Token', 'visibility.amp.cisco.com')), 'token');
      assert.equal(byId(definition('Orbital_Target', 'orbital.amp.cisco.com')), 'orbital');
      assert.equal(byId(definition('CTR_API', 'visibility.amp.cisco.com')), 'securex');
      assert.equal(byId(definition('CTR_API', 'example.com')), 'unknown');
    });

    it('by the definition, even where criteria choose it by its name', () => {
      assert.equal(roleOf(build.on('CTR_API'), embedded(definition('CTR_API', 'example.com'))), 'unknown');
      assert.equal(roleOf(build.on('mine'), embedded(definition('Mine', 'intel.amp.cisco.com'), tokenKey)), 'securex');
    });

    it('a definition at another level of the file serves, too', () => {
      const embeddedExport = build.workflow({
        title: 'Sub',
        beside: {
          targets: { definition_target_1: definition('Mine', 'intel.amp.cisco.com', { no_runtime_user: true }) },
        },
      });
      assert.equal(
        roleOf(build.onId('definition_target_1'), { beside: { subworkflows: [embeddedExport] } }),
        'securex',
      );
    });

    it('an id that the file does not define is unknown', () => {
      assert.equal(
        roleOf(build.onId('definition_target_2'), embedded(definition('Mine', 'intel.amp.cisco.com'))),
        'unknown',
      );
      assert.equal(roleOf({ override_workflow_target: true }), 'unknown');
      assert.equal(
        roleOf(
          { execute_on_this_target: true, target_id: 'definition_target_1' },
          embedded(definition('Mine', 'intel.amp.cisco.com'), tokenKey),
        ),
        'securex',
      );
    });

    it("an integration's target in every spelling that it had over time", () => {
      for (const spelling of [
        'SecureX;securex:ao:iroh_api',
        'SecureX;securex:ao:private_threat_intel',
        'Cisco XDR;securex:ao:iroh_api',
        'Cisco XDR;securex:ao:iroh_api;platform-apis',
        'Cisco XDR;securex:ao:public_threat_intel;whatever-comes',
      ]) {
        const { role, names } = resolve(build.onId(`$module_target;${spelling}$`));
        assert.deepEqual([role, names], ['securex', []], spelling);
      }
      for (const other of [
        'Cisco XDR;securex:ao:sxo;automation-apis',
        'Secure Endpoint;securex:ao:secure_endpoint',
        'Cisco XDR;iroh_api',
        'securex:ao:iroh_api',
      ])
        assert.equal(roleOf(build.onId(`$module_target;${other}$`)), 'unknown', other);
    });

    it('a target with the name of SecureX in every region, by name and by id', () => {
      for (const region of ['', '.eu', '.apjc']) {
        const hosts = {
          CTR_API: `visibility${region}.amp.cisco.com`,
          Private_CTIA_Target: `private.intel${region}.amp.cisco.com`,
          CTIA_Target: `intel${region}.amp.cisco.com`,
          CTR_For_Access_Token: `visibility${region}.amp.cisco.com`,
        };
        for (const [name, host] of Object.entries(hosts)) {
          const place = embedded(definition(name, host, { no_runtime_user: true }));
          const role = name === 'CTR_For_Access_Token' ? 'token' : 'securex';
          for (const target of [build.on(name), build.onId('definition_target_1')])
            assert.equal(roleOf(target, place), role, `${name} on ${host}`);
        }
      }
    });

    it("a module's own target", () => {
      assert.equal(roleOf(build.onId('$module_target;xdr;securex:ao:iroh_api$')), 'securex');
      assert.equal(roleOf(build.onId('$module_target;xdr;securex:ao:private_threat_intel;x$')), 'securex');
      assert.equal(roleOf(build.onId('$module_target;orbital;orbital:ao:api$')), 'unknown');
    });
  });

  describe('of a workflow that the file embeds', () => {
    /** The role of an activity that inherits from the embedded workflow, which the outer one calls on such a target. */
    function roleInside(callOn: JsonObject, own = 'CTR_API'): string {
      const call = build.activity('call', 'workflow.sub_workflow', {
        workflow_id: workflowId('Sub'),
        target: callOn,
      });
      const sub = build.workflow({
        title: 'Sub',
        target: build.workflowOn(own),
        actions: [build.sleep('a', { target: build.inherited })],
      });
      const outer = build.workflow({ actions: [call], beside: { subworkflows: [sub] } });
      const [, inner] = analyseFile(printJson(outer), defaultConfiguration)?.workflows ?? [];
      const [activity] = inner?.workflow.activities ?? [];
      assert.ok(inner && activity);
      return inner.targets.ofActivity(activity).role;
    }

    it('is its own, unless a call chooses another for it', () => {
      assert.equal(roleInside(build.inherited), 'securex');
      assert.equal(roleInside(build.on('CTR_API')), 'securex');
      assert.equal(roleInside(build.on('Elsewhere')), 'unknown');
      assert.equal(roleInside(build.on('Orbital_Target')), 'unknown');
    });

    it('is passed on by what was sent elsewhere itself', () => {
      const call = (called: string, target: JsonObject): JsonObject =>
        build.activity(`call ${called}`, 'workflow.sub_workflow', { workflow_id: workflowId(called), target });
      const rolesBelow = (outermost: JsonObject): readonly string[] => {
        const own = build.workflowOn('CTR_API');
        const inner = build.workflow({ title: 'Inner', target: own, actions: [build.sleep('a')] });
        const middle = build.workflow({ title: 'Middle', target: own, actions: [call('Inner', build.inherited)] });
        const subworkflows = [middle, inner];
        const outer = build.workflow({ target: own, actions: [call('Middle', outermost)], beside: { subworkflows } });
        const analyses = analyseFile(printJson(outer), defaultConfiguration)?.workflows ?? [];
        return analyses.slice(1).map(({ targets, workflow }) => targets.ofWorkflow(workflow).role);
      };
      assert.deepEqual(rolesBelow(build.inherited), ['securex', 'securex']);
      assert.deepEqual(rolesBelow(build.on('Orbital_Target')), ['unknown', 'unknown']);
      assert.deepEqual(rolesBelow(build.on('Elsewhere')), ['unknown', 'unknown']);
    });

    it('is found where workflows call themselves and each other', () => {
      const call = (title: string, called: string): JsonObject =>
        build.activity(title, 'workflow.sub_workflow', { workflow_id: workflowId(called), target: build.inherited });
      const sub = build.workflow({ title: 'Sub', actions: [call('back', build.ownTitle), call('again', 'Sub')] });
      const outer = build.workflow({ actions: [call('there', 'Sub')], beside: { subworkflows: [sub] } });
      const analyses = analyseFile(printJson(outer), defaultConfiguration)?.workflows ?? [];
      assert.deepEqual(
        analyses.map(({ targets, workflow }) => targets.ofWorkflow(workflow).role),
        ['securex', 'securex'],
      );
    });
  });

  it('of one name that two definitions of different kinds bear is unknown', () => {
    const named = (key: string, host: string): JsonObject => ({
      unique_name: key,
      properties: { display_name: 'CTR_API', host, no_runtime_user: true },
    });
    const both = (other: string): Place => ({
      beside: { targets: { one: named('one', 'visibility.amp.cisco.com'), two: named('two', other) } },
    });
    assert.equal(roleOf(build.on('CTR_API'), both('visibility.eu.amp.cisco.com')), 'securex');
    assert.equal(roleOf(build.on('CTR_API'), both('proxy.example.com')), 'unknown');
  });

  it('chosen at start, by a group or not at all', () => {
    assert.equal(roleOf({ specify_on_workflow_start: true }), 'unknown');
    assert.equal(roleOf({ execute_on_this_target_group: true }), 'unknown');
    assert.equal(roleOf({ no_target: true }), 'other');
  });

  describe('declared in the settings', () => {
    it('a further name is SecureX, in criteria and in a definition', () => {
      const declared = ['my intel'];
      assert.equal(roleOf(build.on('My Intel'), { declared }), 'securex');
      assert.equal(roleOf(build.on('My Intel 2'), { declared }), 'other');
      assert.equal(
        roleOf(build.onId('definition_target_1'), {
          ...embedded(definition('My Intel', 'proxy.example.com')),
          declared,
        }),
        'securex',
      );
    });
  });
});
