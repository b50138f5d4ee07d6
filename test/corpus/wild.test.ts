import assert from 'node:assert/strict';
import { DefinitionIndex } from '../../src/core/definition-index';
import { conversionTitle } from '../../src/core/features/fixes';
import type { MigrationPlan } from '../../src/core/language-service';
import { describeCorpus, wildFiles } from '../support/corpus';
import { generatorCalls } from '../support/generator-calls';
import type { Json } from '../support/json';
import { orbitalParts } from '../support/orbital-parts';
import { assertEditsMake, assertValuesOutside } from '../support/outside-edits';
import { danglingIn } from '../support/read-export';
import { document, serviceWith } from '../support/service';
import { applyTextEdits } from '../support/text-edits';
import { assertOnlyTokenChanges } from '../support/token-changes';

const service = serviceWith();
const parse = (text: string): Json => JSON.parse(text) as Json;

/** What any change must keep to. */
function assertSound(text: string, edits: Parameters<typeof assertEditsMake>[1]): Json {
  const after = applyTextEdits(text, edits);
  assertEditsMake(text, edits, after);
  const known = danglingIn(parse(text));
  assert.deepEqual(
    [...danglingIn(parse(after))].filter((reference) => !known.has(reference)),
    [],
  );
  return parse(after);
}

describeCorpus('every workflow in the wild', () => {
  it('is of use here: there are tokens of all kinds', function () {
    const counts = { migrated: 0, partial: 0, unchanged: 0, skipped: 0, failed: 0 };
    const all = { changes: 0, orbital: 0, withoutToken: 0 };
    for (const { text } of wildFiles()) {
      const { status, changes } = service.planMigration(document(text));
      counts[status]++;
      all.changes += changes.length;
      all.orbital += orbitalParts(parse(text)).length;
      if (generatorCalls(parse(text)).length === 0) all.withoutToken++;
    }
    const { migrated, partial, unchanged } = counts;
    assert.ok(Math.min(migrated, partial, unchanged, all.orbital, all.withoutToken) > 0);
    if (this.test) {
      this.test.title += `: ${migrated} migrated, ${partial} partial, ${unchanged} unchanged, ${all.changes} changes, ${all.orbital} parts of Orbital's, ${all.withoutToken} without any token`;
    }
  });

  it('is migrated further as a folder: what definitions are at hand go with their callers, or nothing does', async function () {
    const documents = wildFiles().map(({ name, text }) => ({ uri: `file:///${name}`, text }));
    const index = new DefinitionIndex();
    for (const { uri, text } of documents) index.set(uri, text);
    const byUri = new Map(documents.map((each) => [each.uri, each]));
    const at = (uri: string) => byUri.get(uri) ?? document('');
    const groups = await index.groups((uri) => service.passes(at(uri)));
    assert.ok(groups.length > 0);
    const told = groups.map((group) => {
      const alone = group.map((uri) => service.planMigration(at(uri)));
      const plans = service.planMigrations(group.map(at));
      for (const [each, plan] of plans.entries()) {
        assert.equal(plan.error, undefined);
        assert.ok(plan.changes.length >= (alone[each]?.changes.length ?? 0));
        assertOnlyTokenChanges(parse(at(group[each] ?? '').text), assertSound(at(group[each] ?? '').text, plan.edits));
      }
      const again = service.planMigrations(
        plans.map(({ newText }, each) => ({ uri: group[each] ?? '', text: newText })),
      );
      assert.deepEqual(
        again.flatMap(({ edits }) => edits),
        [],
      );
      const whole = (all: readonly MigrationPlan[]) => all.filter(({ status }) => status === 'migrated').length;
      return `${whole(plans)} instead of ${whole(alone)} of ${group.length} files`;
    });
    if (this.test) this.test.title += `: ${told.join(', ')}`;
  });

  for (const { name, text } of wildFiles()) {
    const before = parse(text);

    for (const assumeOptional of [false, true]) {
      it(`${name}: a migration${assumeOptional ? ', asked to assume,' : ''} is sound, leaves Orbital alone and is done after one run`, () => {
        const plan = service.planMigration(document(text), { assumeOptional });
        assert.equal(plan.error, undefined);
        assert.ok(['migrated', 'partial', 'unchanged'].includes(plan.status));
        const after = assertSound(text, plan.edits);
        assert.deepEqual(after, parse(plan.newText));
        assertValuesOutside(text, plan.edits, plan.newText);
        assertOnlyTokenChanges(before, after);
        const left = new Set(orbitalParts(after));
        assert.deepEqual(
          orbitalParts(before).filter((part) => !left.has(part)),
          [],
        );
        const again = service.planMigration(document(plan.newText), { assumeOptional });
        assert.deepEqual([again.edits, again.newText === plan.newText], [[], true]);
        const told = new Set(plan.manual.map(({ code, activity }) => `${code} ${activity ?? ''}`));
        assert.deepEqual(
          again.manual.filter(({ code, activity }) => !told.has(`${code} ${activity ?? ''}`)),
          [],
        );
      });
    }

    if (generatorCalls(before).length === 0) {
      it(`${name}: makes no token and stays as it is, byte for byte`, () => {
        const { status, newText, manual } = service.planMigration(document(text), { assumeOptional: true });
        assert.deepEqual([status, newText === text, manual], ['unchanged', true, []]);
      });
    }

    it(`${name}: every question is answered, every fix sound`, () => {
      const snapshot = document(text);
      const lines = text.split('\n');
      for (const { range, message } of service.diagnose(snapshot)) {
        assert.ok(
          range.end.line < lines.length && range.end.character <= (lines[range.end.line] ?? '').length,
          message,
        );
      }
      for (const fix of [...service.fixes(snapshot), ...service.fixes(snapshot, { only: ['source.fixAll.sxo'] })]) {
        const after = assertSound(text, fix.edits);
        if (fix.title !== conversionTitle) assertOnlyTokenChanges(before, after);
      }
      assert.equal(service.summarize(snapshot).isWorkflow, true);
    });
  }
});
