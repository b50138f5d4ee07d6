/** A place in a text: zero-based line, and UTF-16 code units from its start, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The same as a {@link Range}, in UTF-16 code units from the start of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Below zero where the first comes before the other one, zero where they are the same. */
export function comparePositions(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}

export function isSameRange(one: Range, other: Range): boolean {
  return comparePositions(one.start, other.start) === 0 && comparePositions(one.end, other.end) === 0;
}
