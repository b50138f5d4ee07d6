import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { arbitraryPrinter } from '../../support/arbitrary-text';
import { arbitraryWorkflow } from '../../support/arbitrary-workflow';
import { isJsonObject, type Json } from '../../support/json';
import { assertEditsMake, assertValuesOutside } from '../../support/outside-edits';
import { activityIdsIn, danglingIn } from '../../support/read-export';
import { document, serviceWith } from '../../support/service';

// A description that speaks of the token is wrong before a conversion and right after it, so a migration changes it then.
const service = serviceWith({ updateDescription: false, suffixes: ['-b'] });
const runs = { seed: 20220907, numRuns: 150 };
const parse = (text: string): Json => JSON.parse(text.replace(/^\ufeff/, '')) as Json;
const migrated = (text: string): string => service.planMigration(document(text)).newText;

/** The same workflow as somebody would write it who never passed a token. */
function withoutTokens(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(withoutTokens);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]): [string, Json] => [key, key === 'input' ? emptied(item) : withoutTokens(item)])
      .map(([key, item]): [string, Json] => [key, key === 'custom_headers' ? withoutAuthorization(item) : item])
      .filter(([key, item]) => key !== 'custom_headers' || !Array.isArray(item) || item.length > 0),
  );
}

/** The names of targets that the criteria of a text ask for, and that tokens are fetched from. */
function tokenTargetsIn(text: string): string[] {
  return [...text.matchAll(/"right_operand"\s*:\s*"(CTR_For_Access_Token[^"]*)"/gi)].map(([, name]) => name ?? '');
}

function emptied(input: Json): Json {
  if (!isJsonObject(input)) return input;
  const isReference = (item: Json): boolean => typeof item === 'string' && item.startsWith('$');
  return Object.fromEntries(Object.entries(input).map(([key, item]) => [key, isReference(item) ? '' : item]));
}

function withoutAuthorization(headers: Json): Json {
  if (!Array.isArray(headers)) return headers;
  return (headers as readonly Json[]).filter((header) => !isJsonObject(header) || header.name !== 'Authorization');
}

describe('for any workflow in any writing', () => {
  it('a conversion is sound, is done after one run, and is taken back by a migration, byte for byte', () => {
    const seen = { migrated: 0, partial: 0, unchanged: 0, skipped: 0, failed: 0 };
    let returned = 0;
    let returnedInSet = 0;
    const method = fc.constantFrom('legacy', 'migrated', 'token');
    const set = fc.constantFrom('', '_Token', '_Legacy', '-b');
    fc.assert(
      fc.property(arbitraryWorkflow, arbitraryPrinter, method, set, (exported, print, wish, suffix) => {
        const printed = print(wish === 'token' ? withoutTokens(exported) : exported);
        const given = suffix === '' ? printed : service.planRetargeting(document(printed), { suffix }).newText;
        const before = wish === 'legacy' ? given : migrated(given);
        const plan = service.planConversion(document(before));
        seen[plan.status]++;
        assert.equal(plan.error, undefined);
        assertEditsMake(before, plan.edits, plan.newText);
        assertValuesOutside(before, plan.edits, plan.newText);
        const known = danglingIn(parse(before));
        for (const text of danglingIn(parse(plan.newText))) assert.ok(known.has(text), `${text} dangles`);
        const ids = activityIdsIn(parse(plan.newText));
        assert.equal(new Set(ids).size, ids.length);
        const again = service.planConversion(document(plan.newText));
        assert.deepEqual(again.edits, []);
        const told = new Set(plan.manual.map(({ message }) => message));
        for (const { message } of again.manual) assert.ok(told.has(message), message);
        assert.equal(migrated(plan.newText), migrated(before));
        for (const name of tokenTargetsIn(plan.newText)) assert.equal(name, `CTR_For_Access_Token${suffix}`);
        if (plan.edits.length === 0 || migrated(before) !== before) return;
        returned++;
        if (suffix !== '') returnedInSet++;
      }),
      runs,
    );
    assert.ok(returnedInSet > 10, `${returnedInSet} files of a further set came back`);
    assert.ok(returned > 10, `${returned} files came back`);
    assert.ok(seen.migrated > 3 && seen.partial > 10 && seen.unchanged > 10, JSON.stringify(seen));
  });
});
