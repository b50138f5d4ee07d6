import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DefinitionIndex } from '../../../src/core/definition-index';
import { defaultConfiguration } from '../../../src/core/host';
import type { DocumentSnapshot, MigrationPlan } from '../../../src/core/language-service';
import { createLanguageService } from '../../../src/core/service';
import { atomicTitle, callerOf, callOwn, inputOf, ownAtomic, tokenInput } from '../../support/own-atomic';
import { workflowId } from '../../support/ids';
import type { Json, JsonObject } from '../../support/json';
import { printJson } from '../../support/print-json';
import { danglingIn } from '../../support/read-export';
import { serviceWith } from '../../support/service';
import * as build from '../../support/workflow';

const service = serviceWith();
const files = (values: readonly Json[]): DocumentSnapshot[] =>
  values.map((value, index) => ({ uri: `file:///${index}.json`, text: printJson(value) }));
const plan = (...values: Json[]): readonly MigrationPlan[] => service.planMigrations(files(values));
const statuses = (plans: readonly MigrationPlan[]): string[] => plans.map(({ status }) => status);

const make = build.generator('make');
const token = build.tokenOf('make');
const needing = ownAtomic({ actions: [build.script('run', inputOf())] });

describe('an atomic of one’s own in another file than its callers', () => {
  it('changes together with all of them', () => {
    const [definition, caller, other] = plan(ownAtomic(), callerOf(), callerOf({ title: 'Other' }));
    assert.deepEqual(statuses([definition!, caller!, other!]), ['migrated', 'migrated', 'migrated']);
    const optional = build.variable(tokenInput, 'secure_string', 'input');
    assert.deepEqual(
      JSON.parse(definition!.newText),
      ownAtomic({ variables: [optional], actions: [build.httpRequest('Look up asks')] }),
    );
    assert.deepEqual(JSON.parse(caller!.newText), callerOf({ actions: [callOwn('call', '')] }));
  });

  it('stays with all of them where one is in the way', () => {
    const filled = build.workflow({ title: 'Other', actions: [callOwn('own key', 'a key')] });
    assert.deepEqual(
      plan(ownAtomic(), callerOf(), filled).map(({ edits }) => edits),
      [[], [], []],
    );
    const [definition, caller] = plan(needing, callerOf());
    assert.deepEqual(statuses([definition!, caller!]), ['partial', 'partial']);
    assert.match(caller!.manual.map(({ message }) => message).join(), /"run" in "Look up" is in the way/);
  });

  it('stays where a file of them cannot be changed', () => {
    const twice = callerOf({ title: 'Other', actions: [make, callOwn('call', token), callOwn('call', token)] });
    const plans = plan(ownAtomic(), callerOf(), twice);
    assert.deepEqual(statuses(plans), ['partial', 'partial', 'failed']);
    assert.deepEqual([plans[0]!.edits, plans[1]!.edits], [[], []]);
    assert.match(plans[1]!.manual.map(({ message }) => message).join(), /does not change along/);
  });

  it('stays where callers in two files make their tokens on two targets', () => {
    const elsewhere = build.generator('make', { target: build.on('CTR_For_Access_Token_B') });
    const other = callerOf({ title: 'Other', actions: [elsewhere, callOwn('call', token)] });
    assert.deepEqual(
      plan(ownAtomic(), callerOf(), other).map(({ edits }) => edits),
      [[], [], []],
    );
  });

  it('is looked at where the host has it, and never changed without its own file', () => {
    const at = (definition: Json) =>
      createLanguageService({
        configuration: () => defaultConfiguration,
        definitions: (id) => (`definition_workflow_${id}` === workflowId(atomicTitle) ? files([definition]) : []),
      });
    const document = { uri: 'file:///caller.json', text: printJson(callerOf()) };
    const left = at(ownAtomic()).planMigration(document);
    assert.deepEqual(left.edits, []);
    assert.match(left.manual.map(({ message }) => message).join(), /migrate the folder that holds both/);
    const optional = build.variable(tokenInput, 'secure_string', 'input');
    const done = ownAtomic({ variables: [optional], actions: [build.httpRequest('Look up asks')] });
    assert.equal(at(done).planMigration(document).status, 'migrated');
    for (const known of [at(ownAtomic()), service])
      assert.ok(known.passes(document).tokens.has(workflowId(atomicTitle).replace('definition_workflow_', '')));
    assert.match(
      service.planMigration(document).manual[0]?.message ?? '',
      /Export the atomic "Look up" \(definition_w/,
    );
  });

  it('is found through several files by a look at their texts', async () => {
    const passing = ownAtomic({ title: 'Outer', actions: [callOwn('on', inputOf('Outer'))] });
    const caller = build.workflow({ actions: [make, callOwn('call', token, {}, 'Outer')] });
    const idle = build.workflow({ title: 'Idle', actions: [callOwn('call', '', {}, 'Unrelated')] });
    const unrelated = ownAtomic({ title: 'Unrelated' });
    const documents = files([ownAtomic(), idle, passing, unrelated, caller]);
    const index = new DefinitionIndex();
    for (const { uri, text } of documents) index.set(uri, text);
    const groups = await index.groups((uri) => service.passes(documents.find((each) => each.uri === uri)!));
    assert.deepEqual(groups, [['file:///0.json', 'file:///2.json', 'file:///4.json']]);
    assert.deepEqual(statuses(service.planMigrations(documents)), [
      'migrated',
      'unchanged',
      'migrated',
      'unchanged',
      'migrated',
    ]);
  });
});

/** Definitions that call each other in any way, and callers that pass them anything. */
const group = fc.record({
  bodies: fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  callers: fc.array(fc.array(fc.tuple(fc.nat(2), fc.nat(4)), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  }),
  isRequired: fc.boolean(),
});

describe('definitions and callers in any constellation', () => {
  it('keep every call filled as long as its definition sends what it is given, and are done after one run', () => {
    const seen = { changed: 0, left: 0, filled: 0 };
    fc.assert(
      fc.property(group, ({ bodies, callers }) => {
        const names = bodies.map((_, index) => `Definition ${index}`);
        const nameOf = (at: number): string => names[at % names.length] ?? '';
        const definitions = bodies.map((body, index) => {
          const input = inputOf(nameOf(index));
          const actions = body.map((what, at): Json => {
            const title = `step ${index} ${at}`;
            if (what < 4) return build.httpRequest(title, { headers: [build.bearer(input)] });
            if (what < 7) return callOwn(title, input, {}, nameOf(what));
            return build.script(title, input);
          });
          return ownAtomic({ title: nameOf(index), actions });
        });
        const calling = callers.map((calls, index) => {
          const actions = calls.map(([called, what], at) =>
            callOwn(
              `call ${index} ${at}`,
              what === 0 && at > 1 ? 'a key' : what === 1 ? '' : token,
              {},
              nameOf(called),
            ),
          );
          return build.workflow({ title: `Caller ${index}`, actions: [make, ...actions] });
        });
        const documents = files([...definitions, ...calling]);
        const plans = service.planMigrations(documents);
        const after = plans.map(({ newText }) => JSON.parse(newText) as Json);
        for (const value of after) assert.deepEqual([...danglingIn(value)], []);
        for (const [index, name] of names.entries()) {
          const isSent = plans[index]!.newText.includes(inputOf(name));
          const before = filledCalls(
            documents.map(({ text }) => text),
            name,
          );
          const left = filledCalls(
            plans.map(({ newText }) => newText),
            name,
          );
          seen.filled += before;
          if (isSent) assert.equal(left, before, `${name} sends what it is given, and is given less`);
          else assert.ok(left === 0 || left === before, `${name} is given something by some`);
        }
        const changed = plans.some(({ edits }) => edits.length > 0);
        seen[changed ? 'changed' : 'left']++;
        const again = service.planMigrations(
          plans.map(({ newText }, index) => ({ uri: documents[index]!.uri, text: newText })),
        );
        assert.deepEqual(
          again.flatMap(({ edits }) => edits),
          [],
        );
      }),
      { seed: 20220831, numRuns: 60 },
    );
    assert.ok(seen.changed > 5 && seen.left > 5 && seen.filled > 50, JSON.stringify(seen));
  });
});

/** How many calls of a definition pass it anything. */
function filledCalls(texts: readonly string[], name: string): number {
  let count = 0;
  for (const text of texts) {
    JSON.parse(text, (_, value: unknown) => {
      const { input, workflow_id: id } = (value ?? {}) as { input?: JsonObject; workflow_id?: string };
      if (id === workflowId(name) && Object.values(input ?? {}).some((given) => given !== '')) count++;
      return value;
    });
  }
  return count;
}
