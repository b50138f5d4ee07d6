import type { Range } from '../../src/core/text/position';

/** What stands in a range of a text whose lines end with \n. */
export function textAt(text: string, { start, end }: Range): string {
  return text.slice(offsetAt(text, start), offsetAt(text, end));
}

function offsetAt(text: string, { line, character }: Range['start']): number {
  let offset = 0;
  for (let passed = 0; passed < line; passed++) offset = text.indexOf('\n', offset) + 1;
  return offset + character;
}
