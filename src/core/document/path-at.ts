import type { JsonPathNode } from './json-path';
import type { JsonMember, Locator } from './locator';

/** The innermost member of a text around an offset; both ends of a key and of a value belong to it. */
export interface MemberAt {
  readonly path: JsonPathNode;
  readonly onKey: boolean;
}

/** Nothing for an offset outside the text's value. */
export function memberAt(locator: Locator, root: JsonPathNode, offset: number): MemberAt | undefined {
  const whole = locator.place(root);
  if (!whole || offset < whole.value.start || offset > whole.value.end) return undefined;
  let path = root;
  for (;;) {
    const member = memberAround(locator.members(path), offset);
    if (!member) return { path, onKey: false };
    const inner = path.child(member.name);
    if (member.key && offset <= member.key.end) return { path: inner, onKey: true };
    // Between a key and its value nobody is but the object.
    if (offset < member.value.start) return { path, onKey: false };
    path = inner;
  }
}

function memberAround(members: readonly JsonMember[], offset: number): JsonMember | undefined {
  let [low, high] = [0, members.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((members[middle]?.value.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const member = members[low];
  return member && offset >= (member.key ?? member.value).start ? member : undefined;
}
