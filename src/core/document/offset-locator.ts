import type { Span } from '../text/position';
import { CachingLocator, type JsonMember } from './locator';

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;

interface OffsetMember extends JsonMember {
  /** The number of the first container that opens at or after this value. */
  readonly container: number;
}

/**
 * Locates values in text that `JSON.parse` accepted. One pass over the text notes where each object and array ends
 * (strings are jumped over natively); after it a container's members are found without reading what is inside them.
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
    return { name: '', key: undefined, value: { start, end: this.#valueEnd(start, 0) }, container: 0 };
  }

  protected read(parent: OffsetMember): readonly OffsetMember[] {
    const text = this.#text;
    const open = text.charCodeAt(parent.value.start);
    if (open !== openBrace && open !== openBracket) return [];
    const members: OffsetMember[] = [];
    let container = parent.container + 1;
    for (let at = skipSpace(text, parent.value.start + 1); at < parent.value.end - 1;) {
      let key: Span | undefined;
      let name: string | number = members.length;
      if (open === openBrace) {
        key = { start: at, end: stringEnd(text, at) };
        name = decodeKey(text, key);
        at = skipSpace(text, skipSpace(text, key.end) + 1);
      }
      const value = { start: at, end: this.#valueEnd(at, container) };
      members.push({ name, key, value, container });
      if (isOpen(text.charCodeAt(at))) container = this.#following[container] ?? container;
      at = skipSpace(text, value.end);
      if (text.charCodeAt(at) === comma) at = skipSpace(text, at + 1);
    }
    return members;
  }

  #noteContainers(): void {
    const text = this.#text;
    const open: number[] = [];
    // A compiled pattern skips what is between brackets and quotes faster than a loop over the characters.
    const stop = /["{}[\]]/g;
    stop.lastIndex = this.#start;
    while (stop.test(text)) {
      const at = stop.lastIndex - 1;
      const code = text.charCodeAt(at);
      if (code === quote) {
        stop.lastIndex = stringEnd(text, at);
      } else if (isOpen(code)) {
        open.push(this.#ends.length);
        this.#ends.push(0);
        this.#following.push(0);
      } else {
        const container = open.pop() ?? 0;
        this.#ends[container] = at + 1;
        this.#following[container] = this.#ends.length;
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

/** Where the string that opens at `start` ends, after its closing quote. */
function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === backslash) escapes++;
    if (escapes % 2 === 0) return at + 1;
  }
  return text.length;
}

function decodeKey(text: string, key: Span): string {
  const raw = text.slice(key.start + 1, key.end - 1);
  return raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

function isOpen(code: number): boolean {
  return code === openBrace || code === openBracket;
}

function endsLiteral(code: number): boolean {
  return code <= 0x20 || code === comma || code === closeBrace || code === closeBracket;
}
