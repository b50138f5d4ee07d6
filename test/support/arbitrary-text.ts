import * as fc from 'fast-check';
import type { Json } from './json';
import { printJson, printLoosely, type JsonStyle } from './print-json';

/** How people, editors and the product write JSON. */
export const arbitraryStyle: fc.Arbitrary<JsonStyle> = fc.record({
  indent: fc.constantFrom('  ', '    ', '\t', ''),
  newline: fc.constantFrom('\n', '\r\n'),
  finalNewline: fc.boolean(),
  byteOrderMark: fc.boolean(),
  escapes: fc.boolean(),
});

const arbitrarySpaces = fc.array(fc.stringMatching(/^[ \t\r\n]{0,3}$/), { minLength: 1, maxLength: 7 });

/** How to write a value: mostly as it is done, sometimes as nobody would. */
export const arbitraryPrinter: fc.Arbitrary<(value: Json) => string> = fc.oneof(
  { weight: 3, arbitrary: arbitraryStyle.map((style) => (value: Json) => printJson(value, style)) },
  { weight: 1, arbitrary: arbitrarySpaces.map((spaces) => (value: Json) => printLoosely(value, spaces)) },
);

/** Breaks a text in one to three places: cuts it off, takes characters out, puts some in. */
export const arbitraryDamage: fc.Arbitrary<(text: string) => string> = fc
  .array(
    fc.record({
      how: fc.constantFrom('cut', 'drop', 'insert', 'repeat'),
      where: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 1, max: 40 }),
      what: fc.constantFrom(
        ',',
        '"',
        '{',
        '}',
        '[',
        ']',
        ':',
        '\\',
        '\n',
        '\u0000',
        '\ufeff',
        '\ud800',
        '$',
        '//',
        '/*',
        'null',
        '1e',
        '{"x":',
      ),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map(
    (breaks) => (text: string) =>
      breaks.reduce((broken, { how, where, length, what }) => {
        const at = Math.floor(where * broken.length);
        switch (how) {
          case 'cut':
            return broken.slice(0, at);
          case 'drop':
            return broken.slice(0, at) + broken.slice(at + length);
          case 'insert':
            return broken.slice(0, at) + what + broken.slice(at);
          case 'repeat':
            return broken.slice(0, at + length) + broken.slice(at);
        }
      }, text),
  );
