import assert from 'node:assert/strict';
import { analyseFile } from '../../../src/core/analysis/file-analysis';
import type { WorkflowAnalysis } from '../../../src/core/analysis/workflow-analysis';
import { defaultConfiguration } from '../../../src/core/host';
import {
  createIncident,
  getIncident,
  globalGenerator,
  inspect,
  inspectCtr,
  queryOrbital,
  unknownAtomic,
  v2Generator,
} from '../../support/atomics';
import type { Json } from '../../support/json';
import { printJson } from '../../support/print-json';
import * as build from '../../support/workflow';

function analyse(...actions: Json[]): WorkflowAnalysis {
  const variables = ['Token', 'Second token', 'Token time', 'Other'].map((name) => build.variable(name));
  const [only] = analyseFile(printJson(build.workflow({ variables, actions })), defaultConfiguration)?.workflows ?? [];
  assert.ok(only);
  return only;
}

/** Every use as `title: obstacle`. */
const usesOf = (...actions: Json[]): string[] =>
  analyse(...actions).uses.map(
    ({ activity, obstacle, isOrbital }) => `${activity?.title ?? ''}: ${isOrbital ? 'orbital' : (obstacle ?? 'none')}`,
  );

const make = build.generator('make');
const token = build.tokenOf('make');

describe('TokenFlow', () => {
  it('knows generators by their id, whatever they are called', () => {
    const { flow } = analyse(
      build.generator('Orbital query', {}, v2Generator),
      build.atomicCall('Generate Access Token', inspect, ''),
    );
    assert.deepEqual(
      [...flow.generators.values()].map(({ activity, atomic }) => [activity.title, atomic.generation]),
      [['Orbital query', 'v2']],
    );
  });

  it('is empty without a generator, whatever tokens there are', () => {
    const analysis = analyse(
      build.atomicCall('a', inspect, build.local('Token')),
      build.setVariables('s', { Token: build.tokenOf('nobody') }),
    );
    assert.ok(analysis.flow.isEmpty);
    assert.deepEqual(analysis.uses, []);
  });

  it('tells token, time and the rest of what a generator gives', () => {
    const values = [
      token,
      build.startOf('make'),
      build.endOf('make'),
      build.outputOf('make', 'succeeded'),
      build.outputOf('make', 'error.message'),
    ];
    const { flow } = analyse(make, build.script('s', ...values));
    const [, reader] = flow.workflow.activities;
    assert.deepEqual(
      reader?.references.map((reference) => flow.cargo(reference)),
      ['token', 'time', 'time', undefined, undefined],
    );
  });

  it('follows a token through one variable after the other, wherever they are filled', () => {
    const { flow } = analyse(
      build.atomicCall('use', inspect, build.local('Second token')),
      build.setVariables('second', { 'Second token': build.local('Token') }),
      build.setVariables('first', { Token: token, 'Token time': build.endOf('make'), Other: 'nothing' }),
      make,
    );
    const names = (variables: Iterable<{ readonly name: string }>): string[] =>
      [...variables].map(({ name }) => name).sort();
    assert.deepEqual(names(flow.carriers.token), ['Second token', 'Token']);
    assert.deepEqual(names(flow.carriers.time), ['Token time']);
    const [use] = flow.workflow.activities;
    assert.deepEqual(
      use?.references
        .filter((reference) => flow.cargo(reference))
        .map((reference) => flow.sources(reference).map(({ activity }) => activity.title)),
      [['make']],
    );
  });

  it('finds all generators that may have filled a variable, and stops where variables fill each other', () => {
    const { flow } = analyse(
      make,
      build.generator('renew'),
      build.setVariables('s', { Token: token }),
      build.setVariables('t', { Token: build.tokenOf('renew') }),
      build.setVariables('u', { 'Second token': build.local('Token') }),
      build.setVariables('v', { Token: build.local('Second token') }),
      build.script('use', build.local('Token')),
    );
    const reference = flow.workflow.activities.at(-1)?.references[0];
    assert.ok(reference);
    assert.deepEqual(
      flow.sources(reference).map(({ activity }) => activity.title),
      ['make', 'renew'],
    );
  });

  it('stores nothing where a token is part of a longer text, or goes into another kind of variable', () => {
    const { flow } = analyse(
      make,
      build.setVariables('s', { Token: `Bearer ${token}`, [build.output('Other')]: token }),
    );
    assert.equal(flow.carriers.token.size, 0);
    assert.deepEqual(
      flow.assignments.map((assignment) => [assignment.variable?.name, flow.stored(assignment)]),
      [
        ['Token', undefined],
        [undefined, 'token'],
      ],
    );
  });
});

describe('token uses', () => {
  it("an Access Token input of a proven atomic on a SecureX target is in nobody's way", () => {
    assert.deepEqual(usesOf(make, build.atomicCall('a', inspect, token)), ['a: none']);
    assert.deepEqual(
      usesOf(make, build.atomicCall('a', createIncident, token, { target: build.on('Private_CTIA_Target') })),
      ['a: none'],
    );
  });

  it('says what is in the way of an atomic', () => {
    assert.deepEqual(usesOf(make, build.atomicCall('a', inspectCtr, token)), ['a: retired-atomic']);
    assert.deepEqual(usesOf(make, build.atomicCall('a', getIncident, token)), ['a: community-atomic']);
    assert.deepEqual(usesOf(make, build.atomicCall('a', unknownAtomic, token)), ['a: unknown-atomic']);
    assert.deepEqual(
      usesOf(make, build.subWorkflowCall('a', unknownAtomic.id, { [unknownAtomic.tokenInput]: token })),
      ['a: sub-workflow'],
    );
    assert.deepEqual(usesOf(make, build.atomicCall('a', inspect, '', { input: { other: token } })), ['a: elsewhere']);
  });

  it('says what is in the way of a target', () => {
    const call = (name: string): string[] =>
      usesOf(make, build.atomicCall('a', inspect, token, { target: build.on(name) }));
    assert.deepEqual(call('CTR_For_Access_Token'), ['a: token-target']);
    assert.deepEqual(call('Orbital_Target'), ['a: orbital-target']);
    assert.deepEqual(call('Elsewhere'), ['a: other-target']);
    assert.deepEqual(
      usesOf(make, build.atomicCall('a', inspect, token, { target: { specify_on_workflow_start: true } })),
      ['a: unknown-target'],
    );
    const runtimeUser = { runtime_user: { override_target_runtime_user: true, runtime_user_id: 'key' } };
    assert.deepEqual(usesOf(make, build.atomicCall('a', inspect, token, { properties: runtimeUser })), [
      'a: account-key-override',
    ]);
  });

  it('says what is in the way of a request that names a host of its own', () => {
    const request = (url: string): string[] =>
      usesOf(make, build.httpRequest('a', { url, headers: [build.bearer(token)] }));
    assert.deepEqual(request('https://example.com/x'), ['a: request']);
    assert.deepEqual(request('//example.com/x'), ['a: request']);
    assert.deepEqual(request('/x?next=https://example.com'), ['a: none']);
  });

  it('leaves Orbital its token', () => {
    assert.deepEqual(usesOf(make, build.atomicCall('a', queryOrbital, token, { target: build.on('Orbital_Target') })), [
      'a: orbital',
    ]);
    assert.deepEqual(
      usesOf(make, build.httpRequest('a', { headers: [build.bearer(token)], target: build.on('Orbital_Target') })),
      ['a: orbital'],
    );
  });

  it('takes a header for an Authorization header only where the token is all that it says', () => {
    const request = (name: string, value: string): string[] =>
      usesOf(make, build.httpRequest('a', { headers: [build.header(name, value)] }));
    for (const name of ['Authorization', 'authorization', ' AUTHORIZATION '])
      assert.deepEqual(request(name, `Bearer ${token}`), ['a: none']);
    for (const value of [token, `bearer ${token}`, ` Bearer  ${token} `])
      assert.deepEqual(request('Authorization', value), ['a: none'], value);
    assert.deepEqual(request('Authorization', `Basic ${token}`), ['a: request']);
    assert.deepEqual(request('X-Token', `Bearer ${token}`), ['a: request']);
    assert.deepEqual(request('Authorization', `Bearer ${token}, ${token}`), ['a: request', 'a: request']);
  });

  it('knows the exchange for another token, in a header and in a body', () => {
    const url = '/iroh/ao/gen-jwt';
    assert.deepEqual(usesOf(make, build.httpRequest('a', { url, headers: [build.bearer(token)] })), ['a: gen-jwt']);
    assert.deepEqual(usesOf(make, build.httpRequest('a', { url, properties: { body: token } })), ['a: gen-jwt']);
  });

  it('knows where no key can serve', () => {
    assert.deepEqual(usesOf(make, build.script('a', token)), ['a: script']);
    assert.deepEqual(usesOf(make, build.httpRequest('a', { properties: { body: `{"token": "${token}"}` } })), [
      'a: request',
    ]);
    assert.deepEqual(usesOf(make, build.completed('a', token)), ['a: elsewhere']);
    assert.deepEqual(usesOf(make, build.setVariables('a', { [build.output('Other')]: token })), ['a: variable']);
    assert.deepEqual(usesOf(make, build.setVariables('a', { Token: `Bearer ${token}` })), ['a: variable']);
  });

  it('sees a token in the workflow itself', () => {
    const exported = build.workflow({ properties: { note: token }, actions: [make] });
    const [only] = analyseFile(printJson(exported), defaultConfiguration)?.workflows ?? [];
    assert.deepEqual(
      only?.uses.map(({ activity, obstacle }) => [activity, obstacle]),
      [[undefined, 'variable']],
    );
  });

  it('counts the generators of SecureX: by their target, or by their uses where it tells nothing', () => {
    const secureX = (...actions: Json[]): string[] =>
      analyse(...actions).secureXGenerators.map(({ activity }) => activity.title);
    const elsewhere = build.generator('make', { target: build.on('Elsewhere') });
    const orbital = build.generator('make', { target: build.on(build.orbitalTokenTarget) });
    assert.deepEqual(secureX(make), ['make']);
    assert.deepEqual(secureX(orbital, build.atomicCall('a', inspect, token)), []);
    assert.deepEqual(secureX(elsewhere), []);
    assert.deepEqual(secureX(elsewhere, build.atomicCall('a', queryOrbital, token)), []);
    assert.deepEqual(secureX(elsewhere, build.atomicCall('a', inspect, token)), ['make']);
    assert.deepEqual(secureX(build.generator('make', {}, globalGenerator)), ['make']);
  });
});
