import assert from 'node:assert/strict';
import { parseTree, type Node } from 'jsonc-parser';
import type { TextEdit } from '../../src/core/language-service';

/** Asserts that edits are sorted and apart, and that they alone make the new text of the old. */
export function assertEditsMake(before: string, edits: readonly TextEdit[], after: string): void {
  let made = '';
  let at = 0;
  for (const { offset, length, newText } of edits) {
    assert.ok(offset >= at, 'edits are sorted and do not overlap');
    assert.ok(length > 0 || newText !== '', 'every edit changes something');
    made += before.slice(at, offset) + newText;
    at = offset + length;
  }
  assert.equal(made + before.slice(at), after);
}

/**
 * Asserts that every value that no edit touches is still the same, under the same keys in the same objects (or under the
 * keys that edits wrote in their place), and that there is no other value than those and what edits wrote: nothing moves elsewhere, nothing hidden comes to light.
 */
export function assertValuesOutside(before: string, edits: readonly TextEdit[], after: string): void {
  const moved = movement(edits);
  const left = new Map(valuesOf(after).map((value) => [value.start, value]));
  let next = 0;
  // What is inserted before a key is another one's.
  const newKeys = new Map(
    edits.flatMap(({ offset, length, newText }) => (length > 0 ? [[offset, newText] as const] : [])),
  );
  const keyAfter = (key: Node, start: number): string => {
    const written = newKeys.get(start);
    return written?.startsWith('"') ? (JSON.parse(written) as string) : String(key.value);
  };
  for (const { start, end, text, keys, parent } of valuesOf(before, keyAfter)) {
    while (edits[next] && endOf(edits[next]) <= start) next++;
    // Of a value that holds others only the opening bracket is its own.
    if ((edits[next]?.offset ?? before.length) < (text === undefined ? start + 1 : end)) continue;
    const found = left.get(start + moved(start));
    const isSame =
      found?.keys === keys &&
      found.parent === parent + moved(parent) &&
      (found.text === text || (text === undefined && isEmpty(found)));
    if (!isSame) assert.deepEqual(found, { keys, text, parent: parent + moved(parent) }, `${keys} is not what it was`);
    left.delete(start + moved(start));
  }
  let shift = 0;
  const written = edits.map(({ offset, length, newText }) => {
    const start = offset + shift;
    shift += newText.length - length;
    return { start, end: start + newText.length };
  });
  for (const { start, end, text } of left.values()) {
    const isWritten = written.some((edit) => edit.start <= end && start <= edit.end);
    assert.ok(isWritten, `${text ?? 'A list or object'} is new, and no edit wrote it`);
  }
}

interface Value {
  readonly start: number;
  readonly end: number;
  /** Only of what holds no other values. */
  readonly text: string | undefined;
  /** From the root, indices left out. */
  readonly keys: string;
  /** Where the list or object around it starts. */
  readonly parent: number;
}

function endOf(edit: TextEdit | undefined): number {
  return edit ? edit.offset + edit.length : 0;
}

/** As a list or object is that lost all its members. */
function isEmpty({ text }: Value): boolean {
  return text !== undefined && /^[[{]\s*[\]}]$/.test(text);
}

/** How far an offset of the old text has moved in the new one. */
function movement(edits: readonly TextEdit[]): (offset: number) => number {
  let sum = 0;
  const passed = edits.map(({ offset, length, newText }) => {
    sum += newText.length - length;
    return { end: offset + length, moved: sum };
  });
  return (at) => passed.findLast(({ end }) => end <= at)?.moved ?? 0;
}

/** All values, in the order of the text. */
function valuesOf(text: string, keyOf: (key: Node, start: number) => string = ({ value }) => String(value)): Value[] {
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const root = parseTree(text.slice(mark));
  assert.ok(root);
  const values: Value[] = [];
  const visit = (node: Node, keys: string, parent: number): void => {
    const start = mark + node.offset;
    const end = start + node.length;
    const children = node.children ?? [];
    values.push({ start, end, text: children.length > 0 ? undefined : text.slice(start, end), keys, parent });
    for (const child of children) {
      const [key, value] = node.type === 'object' ? [child.children?.[0], child.children?.[1]] : [undefined, child];
      if (value) visit(value, key ? `${keys}/${keyOf(key, mark + key.offset)}` : `${keys}/*`, start);
    }
  };
  visit(root, '', -1);
  return values;
}
