import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { conversionTitle, migrationTitle } from '../../../src/core/features/fixes';
import type { Fix } from '../../../src/core/language-service';
import { arbitraryPrinter } from '../../support/arbitrary-text';
import { arbitraryWorkflow } from '../../support/arbitrary-workflow';
import { orbitalParts } from '../../support/orbital-parts';
import { assertEditsMake, assertValuesOutside } from '../../support/outside-edits';
import { danglingIn } from '../../support/read-export';
import { document, serviceWith } from '../../support/service';
import { applyTextEdits } from '../../support/text-edits';
import { assertOnlyTokenChanges } from '../../support/token-changes';

const service = serviceWith();
const runs = { seed: 20220831, numRuns: 42 };

/** What any change of a file must keep to. */
function assertSound(before: string, edits: Fix['edits'], after: string): void {
  assertEditsMake(before, edits, after);
  assert.equal(applyTextEdits(before, edits), after);
  assertValuesOutside(before, edits, after);
  const known = danglingIn(parse(before));
  for (const text of danglingIn(parse(after))) assert.ok(known.has(text), `${text} dangles`);
}

const parse = (text: string): unknown => JSON.parse(text.replace(/^\ufeff/, ''));

describe('for any workflow in any writing', () => {
  it('a migration is sound, touches the token alone, leaves Orbital as it is and is done after one run, with all told that is left', () => {
    const seen = { migrated: 0, partial: 0, unchanged: 0, skipped: 0, failed: 0 };
    fc.assert(
      fc.property(arbitraryWorkflow, arbitraryPrinter, fc.boolean(), (exported, print, assumeOptional) => {
        const before = print(exported);
        const plan = service.planMigration(document(before), { assumeOptional });
        seen[plan.status]++;
        assert.equal(plan.error, undefined);
        assert.equal(plan.status === 'partial', plan.manual.length > 0);
        assert.equal(plan.status === 'unchanged', plan.edits.length === 0 && plan.manual.length === 0);
        assertSound(before, plan.edits, plan.newText);
        const after = parse(plan.newText);
        assertOnlyTokenChanges(exported, after);
        const left = new Set(orbitalParts(after));
        for (const part of orbitalParts(exported)) assert.ok(left.has(part), part);
        const again = service.planMigration(document(plan.newText), { assumeOptional });
        const done = again.changes.map(({ message }) => message).join(' ');
        assert.deepEqual([again.edits, again.newText], [[], plan.newText], done);
        const told = new Set(plan.manual.map(({ code, activity }) => `${code} ${activity ?? ''}`));
        for (const { code, activity, message } of again.manual) {
          assert.ok(told.has(`${code} ${activity ?? ''}`), `not told before: ${message}`);
        }
      }),
      runs,
    );
    assert.ok(seen.migrated > 5 && seen.partial > 5 && seen.unchanged > 5, JSON.stringify(seen));
  });

  it('a retargeting is sound, told to the last character, and the way back restores the text', () => {
    const seen = { changes: 0 };
    fc.assert(
      fc.property(
        arbitraryWorkflow,
        arbitraryPrinter,
        fc.constantFrom('_Token', '_Legacy'),
        (exported, print, suffix) => {
          const before = print(exported);
          const plan = service.planRetargeting(document(before), { suffix });
          assert.equal(plan.error, undefined);
          assert.equal(plan.status === 'partial', plan.manual.length > 0);
          assertSound(before, plan.edits, plan.newText);
          const left = new Set(orbitalParts(parse(plan.newText)));
          for (const part of orbitalParts(exported)) assert.ok(left.has(part), part);
          const after = document(plan.newText);
          const back = service.planRetargeting(after, { suffix, isUndo: true });
          assert.equal(back.newText, before);
          assert.equal(back.changes.length, plan.changes.length);
          assert.deepEqual(service.planRetargeting(after, { suffix }).edits, []);
          assert.deepEqual(
            service.diagnose(after).map(({ code }) => code),
            service.diagnose(document(before)).map(({ code }) => code),
          );
          seen.changes += plan.changes.length;
        },
      ),
      runs,
    );
    assert.ok(seen.changes > 50, JSON.stringify(seen));
  });

  it('every fix is sound and ends what it says', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, arbitraryPrinter, (exported, print) => {
        const snapshot = document(print(exported));
        const fixAll = service.fixes(snapshot, { only: ['source.fixAll.sxo'] });
        for (const fix of [...service.fixes(snapshot), ...fixAll]) {
          const after = applyTextEdits(snapshot.text, fix.edits);
          assertSound(snapshot.text, fix.edits, after);
          // A conversion puts tokens in; what holds for it has a property of its own.
          if (fix.title === conversionTitle) continue;
          assertOnlyTokenChanges(exported, parse(after));
          if (fix.title === migrationTitle(service.vocabulary(snapshot))) continue;
          for (const code of new Set(fix.diagnostics.map((diagnostic) => diagnostic.code))) {
            const count = (text: string): number =>
              service.diagnose(document(text)).filter((other) => other.code === code).length;
            assert.ok(count(after) < count(snapshot.text), `${fix.title} ends no ${code}`);
          }
          if (fixAll.includes(fix))
            assert.deepEqual(service.fixes(document(after), { only: ['source.fixAll.sxo'] }), []);
        }
      }),
      { ...runs, numRuns: runs.numRuns / 3 },
    );
  });

  it('every place that is told is in the text', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, arbitraryPrinter, (exported, print) => {
        const snapshot = document(print(exported));
        const lines = snapshot.text.split(/\r\n|\r|\n/);
        const { changes, manual } = service.planMigration(snapshot);
        const found = service.diagnose(snapshot);
        for (const { range } of [...found, ...found.flatMap(({ related }) => related), ...changes, ...manual]) {
          const { start, end } = range;
          assert.ok(
            start.line < end.line || (start.line === end.line && start.character < end.character),
            'a range holds something',
          );
          assert.ok(end.character <= (lines[end.line] ?? '').length);
        }
      }),
      runs,
    );
  });
});
