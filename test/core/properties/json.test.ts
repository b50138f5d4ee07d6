import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { JsonPathNode } from '../../../src/core/document/json-path';
import { OffsetLocator } from '../../../src/core/document/offset-locator';
import { applyEdits, composeEdits } from '../../../src/core/edits/compose-edits';
import type { JsonOperation } from '../../../src/core/edits/json-operation';
import { quoteJson, spanInString } from '../../../src/core/edits/json-text';
import { arbitraryPrinter } from '../../support/arbitrary-text';
import type { Json } from '../../support/json';
import { compareWithTree } from '../../support/locator-against-tree';
import { printLoosely } from '../../support/print-json';

const runs = { seed: 20220831, numRuns: 200 };
const arbitraryString = fc.string({ unit: 'binary', maxLength: 12 });

const { value: arbitraryJson } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    arbitraryString,
    fc.constantFrom('"]}', '\\', '{"a": [', ' // '),
    fc.array(tie('value'), { maxLength: 5 }),
    fc
      .array(fc.tuple(fc.oneof(arbitraryString, fc.constantFrom('a', 'b', '0')), tie('value')), { maxLength: 5 })
      .map(Object.fromEntries) as fc.Arbitrary<Json>,
  ),
}));

describe('for any JSON in any writing', () => {
  it('OffsetLocator agrees with jsonc-parser about every value and key', () => {
    fc.assert(
      fc.property(arbitraryJson, arbitraryPrinter, (value, print) => {
        assert.ok(compareWithTree(print(value)) > 0);
      }),
      runs,
    );
  });

  it('a string is written so that it reads the same', () => {
    fc.assert(
      fc.property(arbitraryString, (value) => {
        assert.equal(JSON.parse(quoteJson(value)), value);
      }),
      runs,
    );
  });

  it('every part of a string is found, however it is written', () => {
    fc.assert(
      fc.property(arbitraryString, fc.boolean(), fc.nat(12), fc.nat(12), (value, isEscaped, from, length) => {
        const text = isEscaped ? printLoosely(value, ['']) : JSON.stringify(value);
        const start = Math.min(from, value.length);
        const end = Math.min(start + length, value.length);
        const span = spanInString(text, { start: 0, end: text.length }, start, end);
        assert.equal(JSON.parse(`"${text.slice(span.start, span.end)}"`), value.slice(start, end));
      }),
      runs,
    );
  });

  it('what is inserted reads as it was given, and taken out again leaves the text as it was', () => {
    const layouts = [
      (value: Json) => JSON.stringify(value),
      ...[' ', '  ', '\t'].map((space) => (value: Json) => JSON.stringify(value, null, space)),
    ];
    const arbitraryList = fc.array(arbitraryJson, { maxLength: 4 });
    fc.assert(
      fc.property(arbitraryList, arbitraryJson, fc.nat(5), fc.constantFrom(...layouts), (list, value, at, print) => {
        const text = print({ before: 1, list, after: [] });
        const inserted = change(text, (path) => ({ kind: 'insert', path, at, value }));
        const expected = list.toSpliced(at, 0, value);
        assert.equal(inserted, print({ before: 1, list: expected, after: [] }));
        const index = Math.min(at, list.length);
        assert.equal(
          change(inserted, (path) => ({ kind: 'remove', path: path.child(index) })),
          text,
        );
      }),
      runs,
    );
  });
});

function change(text: string, ask: (list: JsonPathNode) => JsonOperation): string {
  const list = JsonPathNode.root().child('list');
  return applyEdits(text, composeEdits(text, new OffsetLocator(text, 0), [ask(list)]));
}
