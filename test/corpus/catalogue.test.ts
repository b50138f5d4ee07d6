import assert from 'node:assert/strict';
import { tokenConsumers, tokenGenerators } from '../../src/core/catalog/atomics';
import { successors } from '../../src/core/catalog/successors';
import { catalogue, describeCorpus, type KnownAtomic } from '../support/corpus';
import { bare } from '../support/read-export';

const counterparts = (map: Readonly<Record<string, { readonly to: string }>>): [string, string][] =>
  Object.entries(map).map(([id, { to }]) => [bare(id), bare(to)]);

describeCorpus('the successors of retired atomics', () => {
  const known = new Map(
    [...catalogue().generators, ...catalogue().consumers].map((atomic) => [bare(atomic.workflowId), atomic]),
  );
  const replaced = [...known].flatMap(([id, { replacedBy }]) => (replacedBy ? [{ id, replacedBy }] : []));

  it('are those of the catalogue, with all that it knows of their inputs and outputs', () => {
    assert.deepEqual([...successors.keys()].sort(), replaced.map(({ id }) => id).sort());
    for (const { id, replacedBy } of replaced) {
      const successor = successors.get(id);
      assert.equal(successor?.id, bare(replacedBy.workflowId));
      assert.deepEqual([...successor.inputs], counterparts(replacedBy.inputMap));
      for (const [old, now] of counterparts(replacedBy.outputMap)) assert.equal(successor.outputs.get(old), now);
    }
  });

  it('are known by name, and are system atomics', () => {
    const atomics = new Map([...tokenConsumers, ...tokenGenerators].map((atomic) => [atomic.id, atomic]));
    for (const [retired, { id }] of successors) {
      assert.match(atomics.get(retired)?.generation ?? '', /^(?:v2|ctr)$/);
      assert.equal(atomics.get(id)?.generation, 'system');
      assert.equal(atomics.get(id)?.name, known.get(id)?.canonicalName);
    }
  });

  it('take the token where the retired ones did', () => {
    const tokenInputOf = new Map(tokenConsumers.map(({ id, tokenInput }) => [id, tokenInput]));
    for (const [retired, { id, inputs }] of successors) {
      const tokenInput = tokenInputOf.get(retired);
      if (tokenInput !== undefined) assert.equal(inputs.get(tokenInput), tokenInputOf.get(id));
    }
  });

  it('give a token where the retired generators did', () => {
    const tokenOf = ({ accessTokenOutput = [] }: KnownAtomic): string[] => accessTokenOutput.map(bare);
    for (const { id } of tokenGenerators) {
      const [generator, successor] = [known.get(id), successors.get(id)];
      if (!generator || !successor) continue;
      const now = known.get(successor.id);
      assert.ok(now);
      assert.deepEqual(
        [...successor.outputs],
        tokenOf(generator).map((output) => [output, tokenOf(now)[0]]),
      );
    }
  });

  it('have a counterpart for an empty input only where the catalogue knows none for any', () => {
    for (const { id, replacedBy } of replaced) {
      const { inputs, emptyInputs } = successors.get(id) ?? {};
      for (const [old, now] of emptyInputs ?? []) {
        assert.ok(replacedBy.unmappedInputs.map(bare).includes(old));
        assert.ok(![...(inputs?.values() ?? [])].includes(now));
      }
    }
  });
});
