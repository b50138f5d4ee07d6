import assert from 'node:assert/strict';
import { createIncident, getIncident, inspect, inspectV2, queryOrbital, systemGenerator } from '../../support/atomics';
import { convert } from '../../support/convert';
import type { JsonObject } from '../../support/json';
import { printJson } from '../../support/print-json';
import { document, serviceWith } from '../../support/service';
import * as build from '../../support/workflow';

const service = serviceWith();
const use = (title: string): JsonObject => build.atomicCall(title, inspect, '');
const request = (title: string, parts: build.RequestParts = {}): JsonObject => build.httpRequest(title, parts);

describe('a conversion to the legacy method', () => {
  describe('leaves alone, and says why,', () => {
    const nowhere = build.workflowOnId('definition_target_x');
    const cases: readonly (readonly [what: string, code: string, why: RegExp, value: JsonObject])[] = [
      [
        'what runs on the target of an integration',
        'access-token-input',
        /makes its tokens itself/,
        build.workflow({
          actions: [
            build.atomicCall('a', inspect, '', { target: build.onId('$module_target;Cisco XDR;securex:ao:iroh_api$') }),
          ],
        }),
      ],
      [
        'what has an account key of its own',
        'authorization-header',
        /another account key/,
        build.workflow({
          actions: [request('a', { properties: { runtime_user: { override_target_runtime_user: true } } })],
        }),
      ],
      [
        'what runs elsewhere',
        'access-token-input',
        /runs on Elsewhere/,
        build.workflow({ actions: [build.atomicCall('a', inspect, '', { target: build.on('Elsewhere') })] }),
      ],
      [
        'what nobody knows the target of',
        'access-token-input',
        /does not tell on which target/,
        build.workflow({ target: nowhere, actions: [use('a')] }),
      ],
      [
        'atomics of a retired generation',
        'retired-atomic',
        /Threat Response v2/,
        build.workflow({ actions: [build.atomicCall('a', inspectV2, '')] }),
      ],
      [
        "the community's atomics",
        'token-needs-review',
        /Get Incident/,
        build.workflow({ actions: [build.atomicCall('a', getIncident, '')] }),
      ],
      [
        'requests to wherever a variable says',
        'authorization-header',
        /begins with a variable/,
        build.workflow({ actions: [request('a', { url: '$global.url$/x' })] }),
      ],
      [
        'requests that exchange the token',
        'authorization-header',
        /exchanges a token/,
        build.workflow({ actions: [request('a', { url: '/iroh/ao/gen-jwt' })] }),
      ],
      [
        'requests with an empty list of headers',
        'authorization-header',
        /there but empty/,
        build.workflow({ actions: [request('a', { headers: [] })] }),
      ],
      [
        'workflows without a target group',
        'access-token-input',
        /no target group/,
        build.workflow({
          target: build.workflowOnId('definition_target_a'),
          actions: [use('a')],
          beside: {
            targets: {
              definition_target_a: {
                unique_name: 'definition_target_a',
                properties: { display_name: 'CTR_API', host: 'visibility.amp.cisco.com' },
              },
            },
          },
        }),
      ],
      [
        'a workflow that runs on the target of the tokens',
        'token-target',
        /runs on CTR_For_Access_Token/,
        build.workflow({
          target: build.workflowOn(build.tokenTarget),
          actions: [build.atomicCall('a', createIncident, '', { target: build.on('Private_CTIA_Target') })],
        }),
      ],
      [
        'a workflow whose calls run on two sets of targets',
        'mixed-methods',
        /on targets of two sets, as CTR_API and CTR_API_Legacy, .* retarget it to one of them first/,
        build.workflow({
          actions: [use('a'), build.atomicCall('b', inspect, '', { target: build.on('CTR_API_Legacy') })],
        }),
      ],
      [
        'a file that lists the generator for nothing',
        'unused-dependency',
        /nothing calls it/,
        build.workflow({ actions: [use('a')], beside: { atomic_workflows: [systemGenerator] } }),
      ],
    ];
    for (const [what, code, why, value] of cases) {
      it(what, () => {
        const { status, manual, edits } = convert(value);
        assert.deepEqual([status, edits, manual.map((step) => step.code)], ['partial', [], [code]]);
        assert.match(manual[0]?.message ?? '', why);
      });
    }

    it('a file with tokens from another target, which a migration would not part from new ones', () => {
      const make = build.generator('make', { target: build.on('CTR_API') });
      const value = build.workflow({ actions: [make, build.script('give', build.tokenOf('make')), use('a')] });
      const { manual, edits } = service.planConversion(document(printJson(value)));
      assert.deepEqual([edits, manual.map(({ code }) => code)], [[], ['generate-access-token']]);
    });
  });

  it("leaves alone what is Orbital's, what is legacy already and what has nothing to do with tokens", () => {
    const orbital = build.generator('orbital', { target: build.on(build.orbitalTokenTarget) });
    const query = build.atomicCall('query', queryOrbital, build.tokenOf('orbital'), {
      target: build.on('Orbital_Target'),
    });
    for (const actions of [
      [orbital, query],
      [build.sleep('s'), request('r', { target: build.on('Elsewhere') })],
      [build.atomicCall('open', queryOrbital, '')],
      [
        request('token', { url: '/iroh/oauth2/token' }),
        request('absolute', { url: 'https://visibility.amp.cisco.com/x' }),
      ],
    ]) {
      const { status, manual } = convert(build.workflow({ actions }));
      assert.deepEqual([status, manual], ['unchanged', []]);
    }
    const legacy = build.workflow({
      actions: [build.generator('make'), build.atomicCall('a', inspect, build.tokenOf('make'))],
    });
    const { status, manual } = service.planConversion(document(printJson(legacy)));
    assert.deepEqual([status, manual], ['unchanged', []]);
  });
});
