import assert from 'node:assert/strict';
import { inspect } from '../../support/atomics';
import { atCursor, withCursorIn } from '../../support/cursor';
import { activityId, variableId, workflowId } from '../../support/ids';
import { atomicTitle, callOwn, callerOf, inputOf, ownAtomic, tokenInput } from '../../support/own-atomic';
import { printJson } from '../../support/print-json';
import { textAt } from '../../support/text-at';
import * as build from '../../support/workflow';
import { defaultConfiguration } from '../../../src/core/host';
import type { DocumentSnapshot } from '../../../src/core/language-service';
import type { Call, CallItem } from '../../../src/core/reading-service';
import { createLanguageService } from '../../../src/core/service';

const token = build.tokenOf('make');
const text = printJson(
  build.workflow({
    variables: [build.tokenVariable('Token'), build.tokenVariable('Second'), build.variable('Other')],
    actions: [
      build.generator('make'),
      build.setVariables('keep', { [build.local('Token')]: token }),
      build.setVariables('copy', { [build.local('Second')]: build.local('Token') }),
      build.atomicCall('use', inspect, build.local('Token')),
      build.httpRequest('request', { headers: [build.bearer(build.local('Second'))] }),
      build.httpRequest('direct', { headers: [build.bearer(token)] }),
      build.script('count', build.local('Other')),
    ],
  }),
);

/** A service with some files of a workspace at hand. */
function workspace(...documents: readonly DocumentSnapshot[]) {
  const service = createLanguageService({
    configuration: () => defaultConfiguration,
    definitions: (id) =>
      documents.filter(({ text: each }) =>
        each.startsWith(`{\n  "workflow": {\n    "unique_name": "definition_workflow_${id}"`),
      ),
  });
  const documentOf = (item: CallItem): DocumentSnapshot => {
    const found = documents.find(({ uri }) => uri === item.uri);
    assert.ok(found, item.uri);
    return found;
  };
  return {
    prepare: (document: DocumentSnapshot, wanted: string, from?: number) => {
      const { position } = atCursor(withCursorIn(document.text, wanted, from));
      return service.prepareCalls(document, position);
    },
    incoming: (item: CallItem | undefined, callers: readonly DocumentSnapshot[] = []) => {
      assert.ok(item);
      return service.incomingCalls(documentOf(item), item.path, callers);
    },
    outgoing: (item: CallItem | undefined) => {
      assert.ok(item);
      return service.outgoingCalls(documentOf(item), item.path);
    },
  };
}

const inWords = (calls: readonly Call[]): string[] => calls.map(({ item: { name, detail } }) => `${name} (${detail})`);
const at = (uri: string, value: Parameters<typeof printJson>[0]) => ({
  uri: `file:///${uri}.json`,
  text: printJson(value),
});

describe('the call hierarchy of a token', () => {
  const document = { uri: 'file:///workflow.json', text };
  const { prepare, incoming, outgoing } = workspace(document);
  const named = (calls: readonly Call[], name: string): CallItem => {
    const found = calls.find(({ item }) => item.name === name);
    assert.ok(found, `${name} is not among ${inWords(calls).join(', ')}`);
    return found.item;
  };

  it('goes from the generator to what it calls, what carries its token and what takes it', () => {
    const item = prepare(document, token);
    assert.equal(textAt(text, item?.selection ?? assert.fail()), 'make');
    const calls = outgoing(item);
    assert.deepEqual(inWords(calls), [
      'Threat Response - Generate Access Token (atomic)',
      'Token (local variable, carries an access token)',
      'direct (activity, takes an access token)',
    ]);
    assert.deepEqual(
      calls.slice(1).map(({ ranges }) => ranges.map((range) => textAt(text, range))),
      [[token], [token]],
    );
  });

  it('goes on from variable to variable, and to whoever takes the token', () => {
    const next = outgoing(named(outgoing(prepare(document, token)), 'Token'));
    assert.deepEqual(
      next.map(({ item }) => item.name),
      ['Second', 'use'],
    );
    assert.deepEqual(
      outgoing(named(next, 'Second')).map(({ item }) => item.name),
      ['request'],
    );
  });

  it('goes back from whoever takes it to the generator', () => {
    const taken = incoming(prepare(document, activityId('request')));
    assert.deepEqual(inWords(taken), ['Second (local variable, carries an access token)']);
    const before = incoming(named(taken, 'Second'));
    assert.deepEqual(
      before.map(({ item }) => item.name),
      ['Token'],
    );
    assert.deepEqual(inWords(incoming(named(before, 'Token'))), [
      'make (Threat Response - Generate Access Token, makes an access token)',
    ]);
  });

  it('knows what an activity that keeps a token gets and fills', () => {
    const keep = prepare(document, activityId('keep'));
    assert.deepEqual(
      incoming(keep).map(({ item }) => item.name),
      ['make'],
    );
    assert.deepEqual(
      outgoing(keep).map(({ item }) => item.name),
      ['Token'],
    );
  });

  it("is nobody's who neither calls nor has a token", () => {
    assert.equal(prepare(document, activityId('count')), undefined);
    assert.equal(prepare(document, variableId('Other')), undefined);
    assert.equal(prepare(document, '"generic.workflow"'), undefined);
  });

  it('says nothing of a path that the document does not have', () => {
    const item = prepare(document, token);
    assert.ok(item);
    assert.deepEqual(outgoing({ ...item, path: [...item.path, 'no', 7] }), []);
  });
});

describe('the call hierarchy of workflows', () => {
  const definition = at('atomic', ownAtomic());
  const first = at('first', callerOf({ title: 'First' }));
  const second = at(
    'second',
    callerOf({
      title: 'Second',
      actions: [build.generator('make'), callOwn('call', token), callOwn('again', token)],
    }),
  );
  const { prepare, incoming, outgoing } = workspace(definition, first, second);

  it('leads from a call to the definition in another file, and from there to all callers', () => {
    const item = prepare(first, workflowId(atomicTitle));
    assert.deepEqual([item?.uri, item?.name, item?.kind], [definition.uri, atomicTitle, 'atomic']);
    const callers = incoming(item, [definition, first, second]);
    assert.deepEqual(inWords(callers), [
      'First (workflow, calls it in "call")',
      'Second (workflow, calls it in "call" and "again")',
    ]);
    const [, other] = callers;
    assert.deepEqual(
      other?.ranges.map((range) => textAt(second.text, range)),
      [workflowId(atomicTitle), workflowId(atomicTitle)],
    );
  });

  it('lists what a workflow calls, each once', () => {
    const calls = outgoing(prepare(second, workflowId('Second')));
    assert.deepEqual(inWords(calls), ['Threat Response - Generate Access Token (atomic)', `${atomicTitle} (atomic)`]);
    assert.equal(calls[1]?.ranges.length, 2);
  });

  it('follows a token into an input of a definition in another file, and back', () => {
    const input = outgoing(prepare(first, activityId('call'))).find(({ item }) => item.kind === 'variable');
    assert.deepEqual([input?.item.uri, input?.item.name], [definition.uri, tokenInput]);
    assert.deepEqual(
      outgoing(input?.item).map(({ item }) => item.name),
      [`${atomicTitle} asks`],
    );
    assert.deepEqual(
      incoming(input?.item, [first]).map(({ item }) => [item.uri, item.name]),
      [[first.uri, 'call']],
    );
    assert.equal(prepare(definition, inputOf())?.name, tokenInput);
  });

  it('names what is not at hand by what calls it', () => {
    const alone = workspace(first);
    const item = alone.prepare(first, workflowId(atomicTitle));
    assert.deepEqual([item?.uri, item?.name], [first.uri, atomicTitle]);
    assert.deepEqual(
      alone.incoming(item).map(({ item: caller }) => caller.name),
      ['First'],
    );
    assert.deepEqual(alone.outgoing(item), []);
  });

  it('holds inside one export that embeds what it calls', () => {
    const whole = at('whole', callerOf({ title: 'Whole', beside: { subworkflows: [ownAtomic()] } }));
    const { prepare: ask, incoming: into, outgoing: from } = workspace(whole);
    const atomic = from(ask(whole, workflowId('Whole'))).find(({ item }) => item.name === atomicTitle);
    assert.deepEqual(
      into(atomic?.item).map(({ item }) => item.name),
      ['Whole'],
    );
    const input = ask(whole, variableId(tokenInput), whole.text.indexOf('"subworkflows"'));
    assert.deepEqual(
      into(input).map(({ item }) => item.name),
      ['call'],
    );
    assert.deepEqual(
      from(input).map(({ item }) => item.name),
      [`${atomicTitle} asks`],
    );
  });
});
