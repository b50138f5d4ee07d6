import { lineage, type JsonPathNode } from '../document/json-path';
import type { JsonMember, Locator } from '../document/locator';
import type { Span } from '../text/position';
import { EditRefused } from './edit-refused';
import { insertions } from './insertions';
import type { InsertOperation, JsonOperation, JsonValue } from './json-operation';
import { startOf, styleOf } from './json-style';
import { soleMember } from './sole-member';
import { escapeJson, innerStyle, printJson, quoteJson, spanInString, type JsonStyle } from './json-text';

/** A text edit, the operation that asked for it, and what it changes: the operation's path or the list that goes with it. */
export interface ComposedEdit extends Span {
  readonly newText: string;
  readonly operation: JsonOperation;
  readonly path: JsonPathNode;
}

type MemberOperation = Exclude<JsonOperation, { kind: 'remove' | 'insert' }>;

/**
 * Turns operations into minimal text edits: sorted, not overlapping, commas and line breaks minded, all else untouched.
 * @throws EditRefused where a place is not in the text, stands twice, or is asked to become two things.
 */
export function composeEdits(text: string, locator: Locator, operations: readonly JsonOperation[]): ComposedEdit[] {
  const removed = withEmptiedLists(locator, operations);
  const edits = [...removals(locator, removed)];
  const inserted: InsertOperation[] = [];
  for (const operation of operations) {
    if (operation.kind === 'remove' || isRemoved(operation.path, removed)) continue;
    if (operation.kind === 'insert') inserted.push(operation);
    else edits.push({ ...changeOf(operation, text, locator), operation, path: operation.path });
  }
  edits.push(...insertions(text, locator, inserted, (member) => !removed.has(member)));
  return sorted(edits);
}

/** What becomes of one member that stays. */
function changeOf(operation: MemberOperation, text: string, locator: Locator): Span & { newText: string } {
  const { key, value } = soleMember(locator, operation.path);
  switch (operation.kind) {
    case 'set':
      return { ...value, newText: printAt(operation.path, operation.value, text, locator) };
    case 'rename':
      if (!key) throw new EditRefused('Only a property can get another key.');
      return { ...key, newText: quoteJson(operation.name) };
    case 'splice':
      return {
        ...spanInString(text, value, operation.start, operation.end),
        newText: escapeJson(operation.text),
      };
  }
}

/** The layout of the place is looked at only where the value has members. */
function printAt({ parent }: JsonPathNode, value: JsonValue, text: string, locator: Locator): string {
  const isPlain = typeof value !== 'object' || value === null;
  return printJson(value, isPlain || !parent ? plain : innerStyle(styleOf(text, locator, parent)));
}

const plain: JsonStyle = { memberBreak: '', closingBreak: '', indentation: '', colon: ':', gap: '' };

/** The paths to remove, each with the operation that asked first; a list that loses all items goes where so wished. */
function withEmptiedLists(locator: Locator, operations: readonly JsonOperation[]): Map<JsonPathNode, JsonOperation> {
  const removed = new Map<JsonPathNode, JsonOperation>();
  for (const operation of operations) {
    if (operation.kind === 'remove' && !removed.has(operation.path)) removed.set(operation.path, operation);
  }
  const filled = new Set(operations.flatMap(({ kind, path }) => (kind === 'insert' ? [path] : [])));
  for (const [list, items] of groupByParent(removed.keys())) {
    const operation = items
      .map((item) => removed.get(item))
      .find((asked) => asked?.kind === 'remove' && asked.withEmptyList);
    if (!operation || !list?.parent || removed.has(list) || filled.has(list)) continue;
    if (locator.members(list).every((member) => removed.has(list.child(member.name)))) removed.set(list, operation);
  }
  return removed;
}

function* removals(locator: Locator, removed: ReadonlyMap<JsonPathNode, JsonOperation>): Iterable<ComposedEdit> {
  for (const [parent, paths] of groupByParent(removed.keys())) {
    if (!parent) throw new EditRefused('The whole file cannot be removed.');
    if (isRemoved(parent, removed)) continue;
    const gone = new Map(paths.map((path) => [soleMember(locator, path), removed.get(path)]));
    const list = locator.place(parent)?.value;
    if (list) yield* removeMembers(parent, list, locator.members(parent), gone);
  }
}

/** Each removed member takes along what parts it from the member before it, or from the next where it is the first. */
function* removeMembers(
  parent: JsonPathNode,
  list: Span,
  members: readonly JsonMember[],
  gone: ReadonlyMap<JsonMember, JsonOperation | undefined>,
): Iterable<ComposedEdit> {
  const firstKept = members.findIndex((member) => !gone.has(member));
  for (const [index, member] of members.entries()) {
    const operation = gone.get(member);
    if (!operation) continue;
    const path = parent.child(member.name);
    const before = members[index - 1];
    const after = members[index + 1];
    if (firstKept !== -1 && index > firstKept && before) {
      yield { start: before.value.end, end: member.value.end, newText: '', operation, path };
    } else {
      // With no member left, not even a line break stays: `[]`.
      const start = firstKept === -1 && !before ? list.start + 1 : startOf(member);
      const end = after ? startOf(after) : list.end - 1;
      yield { start, end, newText: '', operation, path };
    }
  }
}

function groupByParent(paths: Iterable<JsonPathNode>): Map<JsonPathNode | undefined, JsonPathNode[]> {
  const groups = new Map<JsonPathNode | undefined, JsonPathNode[]>();
  for (const path of paths) {
    const group = groups.get(path.parent);
    if (group) group.push(path);
    else groups.set(path.parent, [path]);
  }
  return groups;
}

function isRemoved(path: JsonPathNode, removed: ReadonlyMap<JsonPathNode, unknown>): boolean {
  return [...lineage(path)].some((node) => removed.has(node));
}

function sorted(edits: ComposedEdit[]): ComposedEdit[] {
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  const unique = edits.filter((edit, index) => {
    const before = edits[index - 1];
    return before?.start !== edit.start || before.end !== edit.end || before.newText !== edit.newText;
  });
  for (const [index, edit] of unique.entries()) {
    const before = unique[index - 1];
    if (before && edit.start < before.end) throw new EditRefused('Two changes meet in one place of the file.');
  }
  return unique;
}

/** The text with the edits made. */
export function applyEdits(text: string, edits: readonly (Span & { readonly newText: string })[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}
