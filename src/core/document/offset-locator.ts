import type { Span } from '../text/position';
import { CachingLocator, type JsonMember } from './locator';

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;

/** A member of a container of which nothing but numbers is kept: few of a container's members are ever asked for. */
class OffsetMember implements JsonMember {
  constructor(
    readonly text: string,
    /** -1 for an element of an array. */
    readonly keyStart: number,
    /** For an element of an array, its index. */
    readonly keyEnd: number,
    readonly start: number,
    readonly end: number,
    /** The number of the first container that opens at or after this value. */
    readonly container: number,
  ) {}

  get name(): string | number {
    return this.keyStart < 0 ? this.keyEnd : decodeKey(this.text, this.keyStart, this.keyEnd);
  }

  get key(): Span | undefined {
    return this.keyStart < 0 ? undefined : { start: this.keyStart, end: this.keyEnd };
  }

  get value(): Span {
    return { start: this.start, end: this.end };
  }
}

/**
 * Locates values in text that `JSON.parse` accepted. One pass over the text notes where each object and array ends
 * (most strings need not be looked at); after it a container's members are found without reading what is inside them.
 */
export class OffsetLocator extends CachingLocator<OffsetMember> {
  readonly #text: string;
  readonly #start: number;
  /** By container, in the order in which they open: where it ends, and the first container after it. */
  readonly #ends: number[] = [];
  readonly #following: number[] = [];

  /** @param start where the JSON begins, after a byte order mark. */
  constructor(text: string, start: number) {
    super();
    this.#text = text;
    this.#start = start;
    this.#noteContainers();
  }

  protected root(): OffsetMember {
    const start = skipSpace(this.#text, this.#start);
    return new OffsetMember(this.#text, -1, 0, start, this.#valueEnd(start, 0), 0);
  }

  protected read(parent: OffsetMember): readonly OffsetMember[] {
    const text = this.#text;
    const open = text.charCodeAt(parent.start);
    if (!isOpen(open)) return [];
    const members: OffsetMember[] = [];
    let container = parent.container + 1;
    for (let at = skipSpace(text, parent.start + 1); at < parent.end - 1;) {
      let keyStart = -1;
      let keyEnd = members.length;
      if (open === openBrace) {
        keyStart = at;
        keyEnd = stringEnd(text, at);
        at = skipSpace(text, skipSpace(text, keyEnd) + 1);
      }
      const end = this.#valueEnd(at, container);
      members.push(new OffsetMember(text, keyStart, keyEnd, at, end, container));
      if (isOpen(text.charCodeAt(at))) container = this.#following[container] ?? container;
      at = skipSpace(text, end);
      if (text.charCodeAt(at) === comma) at = skipSpace(text, at + 1);
    }
    return members;
  }

  #noteContainers(): void {
    const text = this.#text;
    const find = (mark: string, from: number): number => {
      const at = text.indexOf(mark, from);
      return at === -1 ? text.length : at;
    };
    const open: number[] = [];
    // One native search for each mark, running ahead of the others, is faster than any loop over the characters.
    let [brace, bracket] = [find('{', this.#start), find('[', this.#start)];
    let [braceEnd, bracketEnd] = [find('}', this.#start), find(']', this.#start)];
    let string = find('"', this.#start);
    // Everything before is read, and no string is open there.
    let read = this.#start;
    for (;;) {
      const opening = Math.min(brace, bracket);
      const closing = Math.min(braceEnd, bracketEnd);
      const at = Math.min(opening, closing);
      if (at === text.length) return;
      if (!isLastOfLine(text, at)) {
        if (string < read) string = find('"', read);
        while (string < at) {
          read = stringEnd(text, string);
          string = find('"', read);
        }
      }
      if (read > at) {
        // What a string holds are no brackets.
        if (brace < read) brace = find('{', read);
        if (bracket < read) bracket = find('[', read);
        if (braceEnd < read) braceEnd = find('}', read);
        if (bracketEnd < read) bracketEnd = find(']', read);
        continue;
      }
      read = at + 1;
      if (opening < closing) {
        open.push(this.#ends.length);
        this.#ends.push(0);
        this.#following.push(0);
        if (opening === brace) brace = find('{', read);
        else bracket = find('[', read);
      } else {
        const container = open.pop() ?? 0;
        this.#ends[container] = read;
        this.#following[container] = this.#ends.length;
        if (closing === braceEnd) braceEnd = find('}', read);
        else bracketEnd = find(']', read);
      }
    }
  }

  #valueEnd(start: number, container: number): number {
    const text = this.#text;
    const code = text.charCodeAt(start);
    if (isOpen(code)) return this.#ends[container] ?? text.length;
    if (code === quote) return stringEnd(text, start);
    let end = start;
    while (end < text.length && !endsLiteral(text.charCodeAt(end))) end++;
    return end;
  }
}

/**
 * Whether nothing but a few brackets and commas follow in the line. A bracket there is in no string: that would have to
 * end in the same line, as JSON allows no line break in it. In a file written for people it is so for most brackets.
 */
function isLastOfLine(text: string, at: number): boolean {
  for (let next = at + 1; next < at + 4; next++) {
    const code = text.charCodeAt(next);
    if (code < 0x20) return true;
    if (code !== comma && !isBracket(code)) return false;
  }
  return false;
}

/** Where the string that opens at `start` ends, after its closing quote. */
function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === backslash) escapes++;
    if (escapes % 2 === 0) return at + 1;
  }
  return text.length;
}

function decodeKey(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  return raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

function isOpen(code: number): boolean {
  return code === openBrace || code === openBracket;
}

function isBracket(code: number): boolean {
  return isOpen(code) || code === closeBrace || code === closeBracket;
}

function endsLiteral(code: number): boolean {
  return code <= 0x20 || code === comma || code === closeBrace || code === closeBracket;
}
