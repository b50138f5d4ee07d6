import { printParseErrorCode } from 'jsonc-parser';
import type { Locator } from './locator';
import { OffsetLocator } from './offset-locator';
import { parseTolerantly } from './tolerant-parser';
import { TreeLocator } from './tree-locator';

export interface SyntaxError {
  /** In words, without the place. */
  readonly message: string;
  readonly offset: number;
  readonly length: number;
}

/** A text as JSON: its value, where each part of it stands, and what is wrong with it. */
export interface ParsedDocument {
  readonly text: string;
  /** `undefined` where the text holds no value at all. */
  readonly value: unknown;
  readonly syntaxErrors: readonly SyntaxError[];
  /** Built when first asked for: most texts are never asked. */
  readonly locator: Locator;
}

const byteOrderMark = 0xfeff;

/** Parses any text: valid JSON fast, broken JSON as far as it can be understood. Throws only when nested too deeply. */
export function parseDocument(text: string): ParsedDocument {
  const start = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
  const json = start ? text.slice(start) : text;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return parseBroken(text, json, start);
  }
  return new ValidDocument(text, value, start);
}

/** A class, because a getter in an object literal makes V8 keep each document until its next major collection. */
class ValidDocument implements ParsedDocument {
  readonly syntaxErrors = [];
  readonly text: string;
  readonly value: unknown;
  readonly #start: number;
  #locator: Locator | undefined;

  constructor(text: string, value: unknown, start: number) {
    this.text = text;
    this.value = value;
    this.#start = start;
  }

  get locator(): Locator {
    return (this.#locator ??= new OffsetLocator(this.text, this.#start));
  }
}

function parseBroken(text: string, json: string, start: number): ParsedDocument {
  const { root, errors } = parseTolerantly(json, start);
  const syntaxErrors = errors.map((error) => ({
    message: inWords(printParseErrorCode(error.error)),
    offset: start + error.offset,
    length: error.length,
  }));
  // JSON.parse refused what the tolerant parser takes, such as a control character in a string.
  if (syntaxErrors.length === 0) syntaxErrors.push({ message: 'invalid JSON', offset: start, length: 0 });
  return { text, value: root?.value, syntaxErrors, locator: new TreeLocator(root?.member) };
}

/** "CommaExpected" to "comma expected". */
function inWords(code: string): string {
  return code.replace(/[A-Z]/g, (letter, at: number) => (at ? ' ' : '') + letter.toLowerCase());
}
