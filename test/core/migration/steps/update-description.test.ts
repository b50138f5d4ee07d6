import assert from 'node:assert/strict';
import { inspect } from '../../../support/atomics';
import type { Json, JsonObject } from '../../../support/json';
import { planFor } from '../../../support/service';
import * as build from '../../../support/workflow';

const direct = [build.generator('make'), build.atomicCall('use', inspect, build.tokenOf('make'))];

function migrated(description: string, actions: readonly Json[] = direct, updateDescription = true): unknown {
  const { result } = planFor(build.workflow({ description, actions }), { configuration: { updateDescription } });
  return ((result as JsonObject).workflow as { properties: { description: string } }).properties.description;
}

function check(cases: Readonly<Record<string, string>>): void {
  for (const [before, after] of Object.entries(cases)) assert.equal(migrated(before), after);
}

describe('update-description', () => {
  it("takes the generators' target out of the list of targets, wherever it stands", () => {
    check({
      'Targets: CTR_For_Access_Token, CTR_API, Webex Teams': 'Targets: CTR_API, Webex Teams',
      'Targets: CTR_API, CTR_For_Access_Token, Webex Teams': 'Targets: CTR_API, Webex Teams',
      'Targets: CTR_API, Webex Teams, CTR_For_Access_Token': 'Targets: CTR_API, Webex Teams',
      'Targets Used: CTR_For_Access_Token,CTR_API': 'Targets Used: CTR_API',
      'targets : CTR_API , CTR_For_Access_Token ': 'targets : CTR_API ',
      'First line\n\nTarget: CTR_For_Access_Token, CTR_For_Access_Token_EU, CTR_API\nLast line':
        'First line\n\nTarget: CTR_API\nLast line',
      'Targets: A, CTR_For_Access_Token, CTR_For_Access_Token_EU': 'Targets: A',
    });
  });

  it('leaves a list that would be empty, and names elsewhere in the text', () => {
    for (const text of [
      'Targets: CTR_For_Access_Token',
      'Uses CTR_For_Access_Token, CTR_API',
      'Target Group: Default TargetGroup',
      'Targets:',
      '',
    ]) {
      assert.equal(migrated(text), text);
    }
  });

  it('takes away the steps that make or renew a token', () => {
    check({
      'Steps:\n[] Generate Threat Response access token\n[] Search': 'Steps:\n[] Search',
      'Steps:\n[] Search\n[] Generate a SecureX access token.': 'Steps:\n[] Search',
      '[] Request an access token for CTR\n[]> Refresh the Threat Response token (if necessary)\n[] Search':
        '[] Search',
      '[] Generate a Threat Response token': '',
    });
  });

  it('keeps what else such a step does', () => {
    check({
      '[] Request a Threat Response access token and inspect the text for observables':
        '[] Inspect the text for observables',
      '[]> Generate an access token for SecureX and search incidents\n[] End': '[]> Search incidents\n[] End',
    });
  });

  it('keeps line breaks as they are', () => {
    check({
      'Targets: CTR_For_Access_Token, CTR_API\r\nSteps:\r\n[] Generate a SecureX token\r\n[] End':
        'Targets: CTR_API\r\nSteps:\r\n[] End',
      '[] Generate a SecureX token and search incidents\r\n[] End': '[] Search incidents\r\n[] End',
    });
  });

  it('leaves steps about other tokens, and whatever is no step', () => {
    for (const text of [
      '[] Generate an Umbrella access token',
      '[] Generate a Microsoft Graph token',
      '[] Search SecureX for tokens',
      'Generate a SecureX token',
      '[] Set variables, generate a SecureX token, search',
    ]) {
      assert.equal(migrated(text), text);
    }
  });

  it('keeps the description where a generator of SecureX tokens stays', () => {
    const text = 'Targets: CTR_For_Access_Token, CTR_API\n[] Generate a SecureX token';
    assert.equal(migrated(text, [...direct, build.script('script', build.tokenOf('make'))]), text);
  });

  it('updates it where only Orbital keeps its own', () => {
    const orbital = build.generator('orbital', { target: build.on(build.orbitalTokenTarget) });
    const text = 'Targets: CTR_For_Access_Token, Orbital_For_Access_Token';
    assert.equal(migrated(text, [...direct, orbital]), 'Targets: Orbital_For_Access_Token');
  });

  it('keeps it where nothing is deleted, and where it is switched off', () => {
    const text = 'Targets: CTR_For_Access_Token, CTR_API';
    assert.equal(migrated(text, [build.sleep('wait')]), text);
    assert.equal(migrated(text, direct, false), text);
  });
});
