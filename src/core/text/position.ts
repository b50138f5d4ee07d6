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
