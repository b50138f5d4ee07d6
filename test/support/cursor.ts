import assert from 'node:assert/strict';
import { LineIndex } from '../../src/core/text/line-index';
import type { Position } from '../../src/core/text/position';
import { document } from './service';

const mark = '¦';

/** Puts the cursor into the first place in a text where something stands, two characters behind its start. */
export function withCursorIn(text: string, wanted: string, from = 0): string {
  const at = text.indexOf(wanted, from);
  assert.notEqual(at, -1, `${wanted} is not in the text`);
  return text.slice(0, at + 2) + mark + text.slice(at + 2);
}

/** A document without the mark, and the place where the mark was. */
export function atCursor(marked: string): {
  readonly document: ReturnType<typeof document>;
  readonly position: Position;
} {
  const offset = marked.indexOf(mark);
  assert.notEqual(offset, -1, 'no cursor in the text');
  const text = marked.replace(mark, '');
  return { document: document(text), position: new LineIndex(text).position(offset) };
}
