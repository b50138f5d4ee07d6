import { Grouped } from '../document/grouped';
import type { JsonPathNode } from '../document/json-path';
import type { JsonMember, Locator } from '../document/locator';
import type { ComposedEdit } from './compose-edits';
import { EditRefused } from './edit-refused';
import type { InsertOperation } from './json-operation';
import { startOf, styleOf } from './json-style';
import { innerStyle, printMember } from './json-text';
import { soleMember } from './sole-member';

/**
 * New members as text, laid out as their neighbours are.
 * @param isStaying false for a member that another operation removes.
 */
export function* insertions(
  text: string,
  locator: Locator,
  operations: readonly InsertOperation[],
  isStaying: (member: JsonPathNode) => boolean,
): Iterable<ComposedEdit> {
  for (const [path, asked] of new Grouped(operations.map((operation) => [operation.path, operation] as const))) {
    const members = locator.members(path);
    if (path.parent) soleMember(locator, path);
    const doubled = asked.find(({ name }) => name !== undefined && members.some((member) => member.name === name));
    if (doubled) throw new EditRefused(`The file has a ${doubled.name ?? ''} there already.`);
    const isKept = (member: JsonMember): boolean => isStaying(path.child(member.name));
    const style = styleOf(text, locator, path);
    const places = new Grouped(asked.map((each) => [Math.min(each.at, members.length), each] as const));
    for (const [at, operations] of places) {
      const printed = operations.map(({ name, value }) => printMember(name, value, innerStyle(style)));
      const comma = `,${style.memberBreak || style.gap}`;
      const before = members.slice(0, at).some(isKept) ? members[at - 1] : undefined;
      const after = members.slice(at).find(isKept);
      const [operation] = operations;
      if (!operation) continue;
      if (before) {
        yield edit(before.value.end, printed.map((each) => comma + each).join(''), operation);
      } else if (after) {
        yield edit(startOf(after), printed.map((each) => each + comma).join(''), operation);
      } else {
        yield filling(operation, style.memberBreak + printed.join(comma) + style.closingBreak, members, locator);
      }
    }
  }
}

/** For a container in which nothing stays: removed members take the rest of its space with them. */
function filling(
  operation: InsertOperation,
  content: string,
  members: readonly JsonMember[],
  locator: Locator,
): ComposedEdit {
  const list = locator.place(operation.path)?.value;
  if (!list) throw new EditRefused(`The file has no ${operation.path.toArray().join('/')}.`);
  const start = list.start + 1;
  return { ...edit(start, content, operation), end: members.length > 0 ? start : list.end - 1 };
}

function edit(at: number, newText: string, operation: InsertOperation): ComposedEdit {
  return { start: at, end: at, newText, operation, path: operation.path };
}
