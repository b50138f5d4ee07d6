import type { TextEdit } from '../../core/language-service';
import type { MigrateFormatter } from '../migrate-report';
import { painter } from './paint';

const context = 3;

/** The patches alone, so that the output as a whole is one. */
export function diffText(colour: boolean): MigrateFormatter {
  const paint = painter(colour);
  const styles = { '+': 'green', '-': 'red', '@': 'cyan' } as const;
  const painted = (line: string) => {
    const mark = line[0];
    return mark === '+' || mark === '-' || mark === '@' ? paint(styles[mark], line) : line;
  };
  return {
    start: () => '',
    file: ({ patch = '' }) => (colour ? patch.split('\n').map(painted).join('\n') : patch),
    end: () => '',
  };
}

/** Whole lines that are replaced by others: `start` counts in the old text, from zero. */
interface Block {
  start: number;
  removed: readonly string[];
  added: readonly string[];
}

/**
 * A unified diff made from the edits themselves. They say where the texts differ, so nothing has to be compared and
 * the time is linear; a general diff takes minutes for a large file with many changes.
 */
export function unifiedDiff(name: string, text: string, edits: readonly TextEdit[]): string {
  if (edits.length === 0) return '';
  const lines = splitLines(text);
  const blocks = changedBlocks(text, lines, edits);
  if (blocks.length === 0) return '';
  return header(name) + hunks(blocks).map(hunkWriter(lines)).join('');
}

/** Lines with their ends; the last one may have none. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function changedBlocks(text: string, lines: readonly string[], edits: readonly TextEdit[]): Block[] {
  const starts = [0];
  for (const line of lines) if (line.endsWith('\n')) starts.push((starts.at(-1) ?? 0) + line.length);
  let line = 0;
  // The edits are sorted, so the search only ever goes on.
  const lineAt = (offset: number) => {
    while ((starts[line + 1] ?? Infinity) <= offset) line += 1;
    return line;
  };

  const blocks: Block[] = [];
  let open: { first: number; last: number; replaced: string; copied: number } | undefined;
  const close = () => {
    if (open === undefined) return;
    const { first, last, replaced, copied } = open;
    const added = splitLines(replaced + text.slice(copied, starts[last + 1]));
    const block = trimmed({ start: first, removed: lines.slice(first, last + 1), added });
    if (block.removed.length + block.added.length > 0) blocks.push(block);
  };
  for (const { offset, length, newText } of edits) {
    const first = lineAt(offset);
    // Edits that share a line belong to one block.
    if (open === undefined || first > open.last) {
      close();
      open = { first, last: first, replaced: '', copied: starts[first] ?? 0 };
    }
    open.replaced += text.slice(open.copied, offset) + newText;
    open.copied = offset + length;
    open.last = lineAt(open.copied);
  }
  close();
  return blocks;
}

/** Without the lines at both ends that stay the same. */
function trimmed({ start, removed, added }: Block): Block {
  const shorter = Math.min(removed.length, added.length);
  let head = 0;
  while (head < shorter && removed[head] === added[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail += 1;
  return {
    start: start + head,
    removed: removed.slice(head, removed.length - tail),
    added: added.slice(head, added.length - tail),
  };
}

/** Blocks whose context would touch stand in one hunk. */
function hunks(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  let end = -Infinity;
  for (const block of blocks) {
    if (block.start - end <= 2 * context) groups.at(-1)?.push(block);
    else groups.push([block]);
    end = block.start + block.removed.length;
  }
  return groups;
}

function hunkWriter(lines: readonly string[]): (blocks: readonly Block[]) => string {
  // How many lines the hunks before have added.
  let shift = 0;
  return (blocks) => {
    const first = blocks[0];
    if (first === undefined) return '';
    const start = Math.max(0, first.start - context);
    const body: string[] = [];
    let at = start;
    let grown = 0;
    for (const { start: blockStart, removed, added } of blocks) {
      body.push(...marked(' ', lines.slice(at, blockStart)), ...marked('-', removed), ...marked('+', added));
      at = blockStart + removed.length;
      grown += added.length - removed.length;
    }
    const end = Math.min(lines.length, at + context);
    body.push(...marked(' ', lines.slice(at, end)));
    const size = end - start;
    const head = `@@ -${extent(start, size)} +${extent(start + shift, size + grown)} @@\n`;
    shift += grown;
    return head + body.join('');
  };
}

function marked(mark: string, lines: readonly string[]): string[] {
  return lines.map((line) => (line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`));
}

/** Counted from one; where there is no line, the line before it is named. */
function extent(start: number, size: number): string {
  return `${size === 0 ? start : start + 1},${size}`;
}

/** As `git apply` and `patch -p1` read it: a tab ends a name with blanks, quotes guard one with control characters. */
function header(name: string): string {
  const path = name.replace(/^\/+/, '');
  const quoted = (side: string) => {
    if (/[\p{Cc}"\\]/u.test(path)) return JSON.stringify(`${side}/${path}`);
    return `${side}/${path}${path.includes(' ') ? '\t' : ''}`;
  };
  return `--- ${quoted('a')}\n+++ ${quoted('b')}\n`;
}
