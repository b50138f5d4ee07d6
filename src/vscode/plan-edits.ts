import type { Change, MigrationPlan, TextEdit } from '../core/language-service';
import type { Position, Range } from '../core/text/position';

/** An edit by its place in a text, whatever its lines. */
export type OffsetEdit = Pick<TextEdit, 'offset' | 'length' | 'newText'>;

/** What of a plan is needed to carry it out; the whole text of a result would be kept for each file of a folder. */
export type MadePlan = Pick<MigrationPlan, 'edits' | 'changes'>;

/** What of a plan a person let through. */
export interface Confirmation {
  /** Those of the plan's edits that are in the text now. */
  readonly applied: ReadonlySet<TextEdit>;
  /** The others, at their places in the text as it is now. */
  readonly open: readonly OffsetEdit[];
  /** What takes those out again that are in the text now. */
  readonly undo: readonly OffsetEdit[];
}

/**
 * Tells which of a plan's edits are in a text: each either is, or left the old text alone. Nothing where the text
 * changed in any other way.
 */
export function confirmationOf(
  before: string,
  { edits }: Pick<MigrationPlan, 'edits'>,
  now: string,
): Confirmation | undefined {
  const start = before.slice(0, edits[0]?.offset);
  const choices = now.startsWith(start) ? choicesFrom(0, start.length) : undefined;
  if (!choices) return undefined;
  const applied = new Set<TextEdit>();
  const open: OffsetEdit[] = [];
  const undo: OffsetEdit[] = [];
  let moved = 0;
  for (const [index, edit] of edits.entries()) {
    const { offset, length, newText } = edit;
    if (!choices[index]) {
      open.push({ offset: offset + moved, length, newText });
      continue;
    }
    applied.add(edit);
    undo.push({ offset: offset + moved, length: newText.length, newText: before.slice(offset, offset + length) });
    moved += newText.length - length;
  }
  return { applied, open, undo };

  /** Whether each edit from the given one on was applied, the text being explained up to `at`. Both may fit for a while. */
  function choicesFrom(index: number, at: number): boolean[] | undefined {
    const edit = edits[index];
    if (!edit) return at === now.length ? [] : undefined;
    const end = edit.offset + edit.length;
    const unchanged = before.slice(end, edits[index + 1]?.offset);
    for (const isApplied of [true, false]) {
      const text = (isApplied ? edit.newText : before.slice(edit.offset, end)) + unchanged;
      const rest = now.startsWith(text, at) ? choicesFrom(index + 1, at + text.length) : undefined;
      if (rest) return [isApplied, ...rest];
    }
    return undefined;
  }
}

/** A range by its lines, as they are once the edits are made. */
export function rangeAfter(edits: readonly TextEdit[], { start, end }: Range): Range {
  const before = edits.filter(({ range }) => isBefore(range.end, start));
  const moved = before.reduce(
    (sum, { newText, range }) => sum + breaksIn(newText) - (range.end.line - range.start.line),
    0,
  );
  const move = ({ line, character }: Position): Position => ({ line: line + moved, character });
  return { start: move(start), end: move(end) };
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character <= other.character);
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** One edit may serve several changes, neighbours that go being cut out in one piece, and one change may need several. */
export function isServedBy(change: Change, edit: TextEdit): boolean {
  return change.edits.some((part) => {
    if (part.offset === edit.offset) return true;
    return part.offset < edit.offset + edit.length && edit.offset < part.offset + part.length;
  });
}
