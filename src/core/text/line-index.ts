import type { Position, Range, Span } from './position';

/** Turns offsets into lines and columns. Lines are found as far as somebody asks, and once. */
export class LineIndex {
  readonly #text: string;
  /** Lines end as editors see it: \n, \r\n or \r. */
  #hasReturns: boolean | undefined;
  readonly #starts = [0];
  #isComplete = false;

  constructor(text: string) {
    this.#text = text;
  }

  position(offset: number): Position {
    const starts = this.#startsUpTo(offset);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - (starts[low] ?? 0) };
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  offset(position: Position): number {
    const starts = this.#startsUpTo(this.#text.length);
    const start = starts[position.line];
    if (start === undefined) return this.#text.length;
    return Math.min(start + position.character, starts[position.line + 1] ?? this.#text.length);
  }

  #startsUpTo(offset: number): readonly number[] {
    const starts = this.#starts;
    for (let start = starts.at(-1) ?? 0; start <= offset && !this.#isComplete;) {
      start = this.#lineAfter(start);
      if (start === 0) this.#isComplete = true;
      else starts.push(start);
    }
    return starts;
  }

  /** 0 where there is none. Plain \n is by far the most frequent and found natively. */
  #lineAfter(start: number): number {
    this.#hasReturns ??= this.#text.includes('\r');
    if (!this.#hasReturns) return this.#text.indexOf('\n', start) + 1;
    lineEnd.lastIndex = start;
    return lineEnd.test(this.#text) ? lineEnd.lastIndex : 0;
  }
}

const lineEnd = /\r\n|\r|\n/g;
