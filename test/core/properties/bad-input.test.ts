import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isWorkflowExport, readWorkflowFile } from '../../../src/core/document/read-workflow-file';
import { exportSchema } from '../../../src/core/document/schema';
import { LineIndex } from '../../../src/core/text/line-index';
import { arbitraryDamage, arbitraryPrinter } from '../../support/arbitrary-text';
import { arbitraryWorkflow } from '../../support/arbitrary-workflow';
import { isJsonObject, type Json, type JsonObject } from '../../support/json';
import { document, serviceWith } from '../../support/service';

const service = serviceWith();
const seed = 20220831;

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}

/** Asks for everything; throws nothing, and changes nothing that is no JSON. */
function assertAnswered(text: string): void {
  const snapshot = document(text);
  const diagnostics = service.diagnose(snapshot);
  const fixes = [...service.fixes(snapshot), ...service.fixes(snapshot, { only: [''] })];
  const { status, newText, edits, error } = service.planMigration(snapshot);
  service.summarize(snapshot);
  const lines = new LineIndex(text);
  for (let part = 0; part <= 8; part++) service.completions(snapshot, lines.position((text.length * part) >> 3));
  service.graph(snapshot);
  service.describe(snapshot);
  assert.equal(status === 'failed', error !== undefined);
  if (isJson(text)) return;
  assert.ok(status === 'failed' || status === 'skipped', status);
  assert.deepEqual([newText === text, edits, fixes], [true, [], []]);
  assert.ok(
    status === 'skipped' ||
      diagnostics[0]?.code === 'json-syntax' ||
      diagnostics.some(({ code }) => code === 'json-syntax'),
  );
}

/** Puts something else in one place of a value; the place is chosen by walking down `steps`. */
function replaceIn(value: Json, [step, ...rest]: readonly number[], replacement: Json | undefined): Json | undefined {
  const keys = Array.isArray(value) ? [...value.keys()] : isJsonObject(value) ? Object.keys(value) : [];
  if (step === undefined || keys.length === 0) return replacement;
  const chosen = keys[step % keys.length];
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((item, index) =>
      index === chosen ? (replaceIn(item, rest, replacement) ?? []) : [item],
    );
  }
  return Object.fromEntries(
    Object.entries(value as object as Record<string, Json>).flatMap(([key, item]): [string, Json][] => {
      const next = key === chosen ? replaceIn(item, rest, replacement) : item;
      return next === undefined ? [] : [[key, next]];
    }),
  );
}

const replacements = fc.constantFrom<(Json | undefined)[]>(
  undefined,
  null,
  1,
  true,
  '',
  'text',
  [],
  {},
  [null],
  [1],
  ['text'],
  [[]],
  [{}],
  { name: 1 },
  { unique_name: 'x' },
  { type: 'x', unique_name: 'x' },
);

describe('for any bad input', () => {
  it('broken text is answered and never changed', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, arbitraryPrinter, arbitraryDamage, (exported, print, damage) => {
        assertAnswered(damage(print(exported)));
      }),
      { seed, numRuns: 50 },
    );
  });

  it('any text at all is answered and never changed', () => {
    const words = fc.constantFrom(
      '{"workflow":',
      '{"unique_name":',
      '"definition_workflow_x"',
      '"actions":[',
      '}',
      ']',
      ',',
      '"',
      'null',
      '1',
      '\\u00',
      '\r',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 30 }), (parts) => {
        assertAnswered(parts.join(''));
      }),
      { seed, numRuns: 150 },
    );
  });

  it('a file is read as odd exactly where its shapes are not those of the schema, and never changed then', () => {
    const seen = { odd: 0, even: 0 };
    const mutation = fc.tuple(fc.array(fc.nat(9), { maxLength: 9 }), replacements);
    fc.assert(
      fc.property(arbitraryWorkflow, fc.array(mutation, { minLength: 15, maxLength: 30 }), (exported, mutations) => {
        const values = mutations
          .map(([steps, replacement]) => replaceIn(exported, steps, replacement))
          .filter((value): value is JsonObject => isWorkflowExport(value));
        for (const value of values) {
          const { isOdd } = readWorkflowFile(value);
          assert.equal(isOdd, !exportSchema.safeParse(value).success, JSON.stringify(value).slice(0, 200));
          seen[isOdd ? 'odd' : 'even']++;
        }
        const odd = values.find((value) => readWorkflowFile(value).isOdd);
        if (odd) assertOddIsAnswered(JSON.stringify(odd));
      }),
      { seed, numRuns: 18 },
    );
    assert.ok(seen.odd > 100 && seen.even > 100, JSON.stringify(seen));
  });
});

function assertOddIsAnswered(text: string): void {
  assertAnswered(text);
  const { status, newText } = service.planMigration(document(text));
  assert.deepEqual([status, newText], ['failed', text]);
  assert.ok(service.diagnose(document(text)).some(({ code }) => code === 'workflow-schema'));
}
