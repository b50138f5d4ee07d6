import assert from 'node:assert/strict';
import { describeCorpus, officialPairs, wildFiles } from '../support/corpus';
import type { Json } from '../support/json';
import { differencesOf } from '../support/json-difference';
import { orbitalParts } from '../support/orbital-parts';
import { assertEditsMake, assertValuesOutside } from '../support/outside-edits';
import { document, serviceWith } from '../support/service';
import { textOf } from '../support/read-export';

const service = serviceWith();
const parse = (text: string): Json => JSON.parse(text) as Json;
const files = (): { name: string; text: string }[] => [
  ...officialPairs().flatMap(({ name, legacy, official }) => [
    { name: `${name}, before`, text: legacy },
    { name: `${name}, after`, text: official },
  ]),
  ...wildFiles(),
];

/** All names under which anybody in the public workflows chooses a SecureX target. */
const chosen = /^(?:CTR_API|Private_CTIA_Target|CTR_For_Access_Token(?:_NAM)?)$/;
/** The one target of somebody's own that a public workflow brings along, under three names. */
const own = /^(?:PAT|My|MY)_CTIA_Private_Intelligence$/;

/** Whether a criterion anywhere in the text asks for a SecureX target by its name, as the plainest of searches has it. */
const namesTargets = (text: string): boolean =>
  /"right_operand"\s*:\s*"(?:CTR_API|Private_CTIA_Target|CTR_For_Access_Token(?:_NAM)?)"/.test(text);

/** The same by plain search and replace: the id that is no longer there by the one that is, and the name wherever it is all. */
function withOwn(before: string, after: string, suffix: string): string {
  const idIn = (text: string): string =>
    /"unique_name": "(definition_target_\w*)",\s*"name": "(?:PAT|My|MY)_CTIA_/.exec(text)?.[1] ?? '';
  return before
    .replaceAll(idIn(before), idIn(after))
    .replace(/"(?:PAT|My|MY)_CTIA_Private_Intelligence(?=")/g, (name) => name + suffix)
    .replace(/("right_operand": "(?:CTR_API|Private_CTIA_Target|CTR_For_Access_Token))(?=")/g, (name) => name + suffix);
}

describeCorpus('a retargeting of every public workflow', () => {
  for (const suffix of ['_Token', '_Legacy']) {
    it(`to ${suffix} moves what it should and nothing else, and the way back restores every byte`, function () {
      const counts = { files: 0, moved: 0, changes: 0, definitions: 0 };
      for (const { name, text } of files()) {
        const plan = service.planRetargeting(document(text), { suffix });
        assert.equal(plan.error, undefined, name);
        assertEditsMake(text, plan.edits, plan.newText);
        const isOwn = text.includes('_CTIA_Private_Intelligence"');
        // An object under another key is told by the values that differ.
        if (!isOwn) assertValuesOutside(text, plan.edits, plan.newText);
        const [before, after] = [parse(text), parse(plan.newText)];
        for (const { path, left, right } of differencesOf(before, after)) {
          const key = path.at(-1);
          if (isOwn && (path.at(-2) === 'targets' || key === 'target_id')) continue;
          assert.equal(key, 'right_operand', `${name}: ${path.join('/')}`);
          assert.equal(right, textOf(left) + suffix);
          assert.match(textOf(left), chosen);
        }
        if (isOwn) assert.equal(plan.newText, withOwn(text, plan.newText, suffix));
        assert.ok(!namesTargets(plan.newText), `${name}: all of them moved`);
        assert.equal(plan.edits.length > 0, namesTargets(text) || isOwn, name);
        assert.deepEqual(orbitalParts(after), orbitalParts(before), name);
        const back = service.planRetargeting(document(plan.newText), { suffix, isUndo: true });
        assert.ok(back.newText === text, `${name}: the way back`);
        assert.deepEqual(back.manual, [], name);
        counts.files++;
        counts.changes += plan.changes.length;
        if (plan.edits.length > 0) counts.moved++;
        counts.definitions += plan.changes.filter(({ title }) => own.test(title)).length;
      }
      assert.equal(counts.definitions, 3);
      if (this.test) {
        const { files, moved, changes } = counts;
        this.test.title += `: ${moved} of ${files} files, ${changes} changes`;
      }
    });

    it(`to ${suffix} changes nothing in what is found and migrated`, () => {
      for (const { name, text } of files()) {
        const moved = service.planRetargeting(document(text), { suffix }).newText;
        const [before, after] = [text, moved].map((each) => {
          const codes = service.diagnose(document(each)).map(({ code }) => code);
          const { status, changes, manual } = service.planMigration(document(each));
          return [codes, status, changes.map(({ kind }) => kind), manual.map(({ code }) => code)];
        });
        assert.deepEqual(after, before, name);
        const migrated = service.planMigration(document(text)).newText;
        assert.equal(
          service.planMigration(document(moved)).newText,
          service.planRetargeting(document(migrated), { suffix }).newText,
          `${name}: the order comes to the same`,
        );
      }
    });
  }
});

/** The same by plain search and replace. */
const toXdr = (text: string): string =>
  text
    .replace(/("right_operand"\s*:\s*")CTR_API(?=")/g, '$1Platform APIs')
    .replace(/("right_operand"\s*:\s*")Private_CTIA_Target(?=")/g, '$1Private Intelligence APIs');

describeCorpus('a move of every public workflow to the XDR targets', () => {
  const to = 'xdr';

  it('renames the criteria and nothing else, and the way back restores every byte', function () {
    let moved = 0;
    for (const { name, text } of files()) {
      const plan = service.planRetargeting(document(text), { to, withInferred: true });
      assert.equal(plan.error, undefined, name);
      assert.ok(plan.newText === toXdr(text), name);
      assertEditsMake(text, plan.edits, plan.newText);
      const back = service.planRetargeting(document(plan.newText), { to, withInferred: true, isUndo: true });
      assert.ok(back.newText === text, `${name}: the way back`);
      if (plan.edits.length > 0) moved++;
      const documented = service.planRetargeting(document(text), { to });
      assert.ok(!documented.newText.includes('Private Intelligence APIs'), name);
    }
    if (this.test) this.test.title += `: ${moved} of ${files().length} files`;
  });

  it('comes to the same before a migration and after it', () => {
    for (const { name, text } of files()) {
      const moved = service.planRetargeting(document(text), { to, withInferred: true }).newText;
      const migrated = service.planMigration(document(text)).newText;
      assert.equal(
        service.planMigration(document(moved)).newText,
        service.planRetargeting(document(migrated), { to, withInferred: true }).newText,
        name,
      );
    }
  });
});
