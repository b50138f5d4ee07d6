import assert from 'node:assert/strict';
import { switchPlanJson } from '../../src/cli/formatters/switch-plan';
import { targetSetJson } from '../../src/cli/formatters/target-set';
import { stateOfSnapshot } from '../../src/tenant/state/state-of';
import { WorkspaceIndex } from '../../src/tenant/state/workspace-index';
import { planSwitch } from '../../src/tenant/switch/switch-plan';
import { planTargetSet } from '../../src/tenant/target-set/plan-target-set';
import { hostileNames } from '../tenant/support/hostile-names';
import * as make from '../tenant/support/objects';

/** What a terminal obeys, and what turns text around. */
const active = /[\p{Cc}\u200E\u200F\u2028-\u202E\u2066-\u2069]/u;

describe('the JSON of plans for a tenant', () => {
  const turned = hostileNames['turned direction'] ?? '';
  const name = `${turned}${hostileNames['control characters']}`;
  const token = make.accountKey(name, make.tokenType);
  const state = stateOfSnapshot(
    make.snapshot([make.target('CTR_API', make.platform), make.target(`CTR_${name}`, make.platform)], [token]),
  );

  const set = { method: 'token', suffix: '', region: 'us' } as const;

  it('holds names whole, and does nothing to a terminal', () => {
    const plans = {
      switch: switchPlanJson(planSwitch(state, name, new WorkspaceIndex()), [], (uri) => uri),
      set: targetSetJson(planTargetSet(set, name, state, new WorkspaceIndex()), [], (uri) => uri),
    };
    for (const [what, text] of Object.entries(plans)) {
      assert.doesNotMatch(text.replaceAll('\n', ''), active, what);
      assert.ok(JSON.stringify(JSON.parse(text)).includes(JSON.stringify(turned).slice(1, -1)), what);
    }
    assert.equal((JSON.parse(plans.switch) as { key: string }).key, name);
  });
});
