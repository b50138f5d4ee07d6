import assert from 'node:assert/strict';
import { describeCorpus, officialPairs, type OfficialPair } from '../support/corpus';
import { generatorCalls } from '../support/generator-calls';
import type { Json } from '../support/json';
import { differencesOf, valueAt } from '../support/json-difference';
import { orbitalParts } from '../support/orbital-parts';
import { assertEditsMake, assertValuesOutside } from '../support/outside-edits';
import { danglingIn } from '../support/read-export';
import { document, serviceWith } from '../support/service';
import { applyTextEdits } from '../support/text-edits';
import { assertOnlyTokenChanges } from '../support/token-changes';
import { descriptionsOf, explain, targetsIn } from './cisco-edits';

const service = serviceWith();
const lines = (text: string): string[] => text.split('\n');
const parse = (text: string): Json => JSON.parse(text) as Json;
const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Cisco left this workflow's target on CTR_For_Access_Token, which a tenant with the token key need not have. */
const overlooked = '0005-';

/** Differences between our result and Cisco's that are neither explained nor in the description, as lines of text. */
function unexplained({ legacy, official }: OfficialPair): string[] {
  const [old, ciscos, ours] = [parse(legacy), parse(official), parse(service.planMigration(document(legacy)).newText)];
  return (
    [...differencesOf(ours, ciscos)]
      .filter(({ path }) => !(path.at(-1) === 'description' && path.at(-3) === 'workflow'))
      // Wherever we differ from Cisco, we left what was there; and what Cisco did there has nothing to do with tokens.
      .filter(
        (difference) =>
          !same(valueAt(old, difference.path), difference.left) || explain(difference, ciscos) === undefined,
      )
      .map(
        ({ path, left, right }) =>
          `${path.slice(-1).join('/')}: ${JSON.stringify(left)} here, ${JSON.stringify(right)} by Cisco`,
      )
  );
}

describeCorpus("Cisco's own migration", () => {
  for (const pair of officialPairs()) {
    const { name, legacy, official } = pair;
    const migrates = generatorCalls(parse(official)).length < generatorCalls(parse(legacy)).length;

    it(`${name} comes out as Cisco did it`, () => {
      const beyond = ['right_operand: "Private_CTIA_Target" here, "CTR_For_Access_Token" by Cisco'];
      assert.deepEqual(unexplained(pair), name.startsWith(overlooked) ? beyond : []);
    });

    it(`${name} is ${migrates ? 'migrated whole, and soundly' : 'left as it is, byte for byte'}`, () => {
      const plan = service.planMigration(document(legacy));
      assert.deepEqual([plan.status, plan.manual], [migrates ? 'migrated' : 'unchanged', []]);
      assert.equal(plan.newText === legacy, !migrates);
      assert.ok(migrates || generatorCalls(parse(legacy)).length === 0 || orbitalParts(parse(legacy)).length > 0);
      assertEditsMake(legacy, plan.edits, plan.newText);
      assertValuesOutside(legacy, plan.edits, plan.newText);
      assertOnlyTokenChanges(parse(legacy), parse(plan.newText));
      const known = danglingIn(parse(legacy));
      assert.deepEqual(
        [...danglingIn(parse(plan.newText))].filter((text) => !known.has(text)),
        [],
      );
      const again = service.planMigration(document(plan.newText));
      assert.deepEqual([again.status, again.edits], ['unchanged', []]);
    });

    it(`${name} has the same targets in its description, and no line of our own making`, () => {
      const old = descriptionsOf(parse(legacy));
      const ciscos = descriptionsOf(parse(official));
      const ours = descriptionsOf(parse(service.planMigration(document(legacy)).newText));
      assert.deepEqual([old.length, ciscos.length], [ours.length, ours.length]);
      for (const [index, description] of ours.entries()) {
        const was = old[index] ?? '';
        const cisco = ciscos[index] ?? '';
        assert.deepEqual(targetsIn(description), targetsIn(cisco));
        const added = lines(description).filter((line) => !lines(was).includes(line));
        const removed = lines(was).filter((line) => !lines(description).includes(line));
        assert.deepEqual(
          added.filter((line) => !lines(cisco).includes(line)),
          [],
        );
        assert.deepEqual(
          removed.filter((line) => lines(cisco).includes(line)),
          [],
        );
      }
    });

    it(`${name} needs nothing more where Cisco has been`, () => {
      const plan = service.planMigration(document(official));
      assert.deepEqual([plan.status, plan.manual, plan.newText === official], ['unchanged', [], true]);
      const codes = service.diagnose(document(official)).map(({ code }) => code);
      const ours = [
        'access-token-input',
        'authorization-header',
        'generate-access-token',
        'token-refresh',
        'token-variable',
      ];
      assert.deepEqual(
        codes.filter((code) => ours.includes(code)),
        [],
      );
    });
  }

  it('offers to finish the target that Cisco overlooked', () => {
    const pair = officialPairs().find(({ name }) => name.startsWith(overlooked));
    assert.ok(pair);
    const snapshot = document(pair.official);
    const [finding, ...others] = service.diagnose(snapshot).filter(({ code }) => code === 'token-target');
    assert.ok(finding && others.length === 0);
    const [fix] = service.fixes(snapshot, { range: finding.range, only: ['quickfix'] });
    assert.ok(fix?.preferred);
    const [only, ...more] = differencesOf(parse(pair.official), parse(applyTextEdits(pair.official, fix.edits)));
    assert.deepEqual([only?.left, only?.right, more], ['CTR_For_Access_Token', 'Private_CTIA_Target', []]);
  });
});
