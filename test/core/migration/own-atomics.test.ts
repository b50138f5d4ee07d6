import assert from 'node:assert/strict';
import type { MigrationPlan } from '../../../src/core/language-service';
import type { Json, JsonObject } from '../../support/json';
import {
  callerOf,
  callOwn,
  callsGlobal,
  inputOf,
  ownAtomic,
  requiredInput,
  tokenInput,
} from '../../support/own-atomic';
import { planFor } from '../../support/service';
import * as build from '../../support/workflow';

const make = build.generator('make');
const token = build.tokenOf('make');

function embedding(definitions: Json[], parts: build.WorkflowParts = {}): ReturnType<typeof planFor> {
  return planFor(callerOf({ ...parts, beside: { subworkflows: definitions } }));
}

const kinds = ({ changes }: MigrationPlan): string[] => changes.map(({ kind }) => kind);

/** Nothing of the call and of the definition changes, and the message names what is in the way. */
function assertBarred(plan: MigrationPlan, why: RegExp): void {
  assert.deepEqual([plan.status, plan.edits, plan.error], ['partial', [], undefined]);
  const call = plan.manual.find(({ title }) => title === 'call');
  assert.match(call?.message ?? '', why);
}

describe('an atomic of one’s own in the file of its callers', () => {
  it('changes together with them', () => {
    const plan = embedding([ownAtomic()]);
    assert.deepEqual(
      [plan.status, kinds(plan)],
      ['migrated', ['empty-input', 'remove-header', 'make-input-optional', 'delete-activity']],
    );
    const optional = build.variable(tokenInput, 'secure_string', 'input');
    const definition = ownAtomic({ variables: [optional], actions: [build.httpRequest('Look up asks')] });
    const expected = callerOf({ actions: [callOwn('call', '')], beside: { subworkflows: [definition] } });
    assert.deepEqual(plan.result, expected);
    assert.deepEqual(planFor(expected).edits, []);
  });

  it('also where callers choose its target, as long as all of them choose one that is served', () => {
    const definition = ownAtomic({ target: { specify_on_workflow_start: true } });
    assert.equal(embedding([definition]).status, 'migrated');
    assertBarred(
      embedding([definition], { target: build.workflowOn('Elsewhere') }),
      /asks" in "Look up" is in the way/,
    );
    const both = [make, callOwn('call', token), callOwn('other', token, { target: build.on('Elsewhere') })];
    assertBarred(embedding([definition], { actions: both }), /does not tell on which target/);
  });

  it('as a sub-workflow, which passes the token on to another one', () => {
    const inner = ownAtomic({ title: 'Inner' });
    const outer = ownAtomic({ actions: [callOwn('pass on', inputOf(), {}, 'Inner')] });
    const plan = embedding([outer, inner]);
    assert.deepEqual(
      [plan.status, kinds(plan).sort()],
      [
        'migrated',
        [
          'delete-activity',
          'empty-input',
          'empty-input',
          'make-input-optional',
          'make-input-optional',
          'remove-header',
        ],
      ],
    );
    const barred = ownAtomic({ title: 'Inner', actions: [build.script('run', inputOf('Inner'))] });
    assertBarred(embedding([outer, barred]), /"run" in "Inner" is in the way: A script/);
  });

  it('in all of its copies or in none', () => {
    const copy = { ...ownAtomic({ title: 'Between' }), subworkflows: [ownAtomic()] };
    assert.equal(kinds(embedding([ownAtomic(), copy])).filter((kind) => kind === 'remove-header').length, 2);
    const other = ownAtomic({ actions: [build.script('run', inputOf())] });
    assertBarred(embedding([ownAtomic(), { ...copy, subworkflows: [other] }]), /"run" in "Look up"/);
    const without = ownAtomic({ variables: [], actions: [] });
    assertBarred(embedding([ownAtomic(), without]), /differ in this input/);
  });

  it('by way of a variable, which goes', () => {
    const store = build.setVariables('store', { [build.local('Kept', 'Look up')]: inputOf() });
    const ask = build.httpRequest('ask', { headers: [build.bearer(build.local('Kept', 'Look up'))] });
    const plan = embedding([
      ownAtomic({ variables: [requiredInput(), build.tokenVariable('Kept')], actions: [store, ask] }),
    ]);
    const optional = build.variable(tokenInput, 'secure_string', 'input');
    const { subworkflows } = plan.result as { subworkflows: JsonObject[] };
    assert.deepEqual(subworkflows, [ownAtomic({ variables: [optional], actions: [build.httpRequest('ask')] })]);
  });

  it('where it calls itself', () => {
    const ask = build.httpRequest('ask', { headers: [build.bearer(inputOf())] });
    const again = ownAtomic({ actions: [ask, callOwn('again', inputOf())] });
    const plan = embedding([again]);
    assert.equal(plan.status, 'migrated');
    assert.deepEqual(planFor(plan.result as Json).edits, []);
  });

  it('stays where anything in it needs the token', () => {
    for (const [actions, why] of [
      [[build.script('run', inputOf())], /"run" in "Look up" is in the way: A script/],
      [[build.completed('say', `Token ${inputOf()}`)], /"say" in "Look up"/],
      [[build.branch('ask', inputOf(), 'ne', '')], /"ask" in "Look up"/],
      [[build.setVariables('write', { [inputOf()]: 'x' })], /"write" in "Look up" writes/],
      [[build.httpRequest('ask', { target: build.on('Elsewhere'), headers: [build.bearer(inputOf())] })], /Elsewhere/],
      [
        [
          build.httpRequest('ask', { target: build.on('Orbital_Target'), headers: [build.bearer(inputOf())] }),
          build.httpRequest('ask too', { headers: [build.bearer(inputOf())] }),
        ],
        /Orbital/,
      ],
    ] as const) {
      assertBarred(embedding([ownAtomic({ actions })]), why);
    }
  });

  it('stays where a caller passes anything else, or cannot do without', () => {
    for (const [other, why] of [
      [callOwn('other', 'a key'), /"other" in "Workflow" passes something else/],
      [callOwn('other', callsGlobal), /passes something else/],
      [callOwn('other', `Bearer ${token}`), /passes something else/],
    ] as const) {
      assertBarred(embedding([ownAtomic()], { actions: [make, callOwn('call', token), other] }), why);
    }
    const own = build.generator('own', { properties: { runtime_user: { override_target_runtime_user: true } } });
    const plan = embedding([ownAtomic()], {
      actions: [make, own, callOwn('call', token), callOwn('other', build.tokenOf('own'))],
    });
    assertBarred(plan, /account key of its own/);
  });

  it('does not mind a caller that passes nothing', () => {
    assert.equal(
      embedding([ownAtomic()], { actions: [make, callOwn('call', token), callOwn('b', '')] }).status,
      'migrated',
    );
  });

  it('stays where it is called with another account key, or on another target', () => {
    const key = callOwn('call', token, { properties: { runtime_user: { override_target_runtime_user: true } } });
    assertBarred(embedding([ownAtomic()], { actions: [make, key] }), /account key/);
    const target = callOwn('call', token, { target: build.on('Elsewhere') });
    assertBarred(embedding([ownAtomic()], { actions: [make, target] }), /does not tell on which target/);
  });

  it('is Orbital’s where all that it does with the token is', () => {
    const definition = ownAtomic({
      actions: [build.httpRequest('ask', { target: build.on('Orbital_Target'), headers: [build.bearer(inputOf())] })],
    });
    assert.deepEqual([embedding([definition]).status, embedding([definition]).manual], ['unchanged', []]);
  });

  it('needs no change where it does nothing with its input', () => {
    const optional = build.variable(tokenInput, 'secure_string', 'input');
    const plan = embedding([ownAtomic({ variables: [optional], actions: [] })]);
    assert.deepEqual([plan.status, kinds(plan)], ['migrated', ['empty-input', 'delete-activity']]);
  });

  it('is left as it is where the project file keeps the call', () => {
    const configuration = { suppressions: [{ rule: 'token-needs-review', workflow: 'Workflow', reason: 'kept' }] };
    const plan = planFor(callerOf({ beside: { subworkflows: [ownAtomic()] } }), { configuration });
    assert.deepEqual(plan.edits, []);
  });
});
