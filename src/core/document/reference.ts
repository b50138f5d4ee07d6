export const referenceKinds = ['activity', 'workflow', 'global', 'env', 'targetgroup', 'trigger', 'output'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** A `$kind.owner.scope.member$` inside a string. */
export interface ReferenceText {
  readonly kind: ReferenceKind;
  /** The id of the activity, workflow or variable that it names, without its type prefix. */
  readonly owner: string;
  /** `output`, `input`, `local`, ... */
  readonly scope: string;
  /** A variable's id without its prefix, or the name of a property such as `end_time`; the rest of the reference. */
  readonly member: string;
  /** As written, with both dollar signs. */
  readonly text: string;
  /** Where it starts in the decoded string. */
  readonly index: number;
}

const none: readonly ReferenceText[] = [];
const kinds: ReadonlySet<string> = new Set(referenceKinds);
const prefixes = [
  'definition_activity_',
  'definition_workflow_',
  'definition_target_',
  'variable_workflow_',
  'variable_',
];

/** The 35 characters that make an id, whichever prefix an export gave or spared it. */
export function bareId(id: string): string {
  const first = id.charCodeAt(0);
  // Most ids inside references are bare, and start with a digit.
  if (first !== 0x64 && first !== 0x76) return id;
  const prefix = prefixes.find((candidate) => id.startsWith(candidate));
  return prefix === undefined ? id : id.slice(prefix.length);
}

/** All references in a string; text between dollar signs that is none is passed over. */
export function findReferences(value: string): readonly ReferenceText[] {
  let start = value.indexOf('$');
  if (start === -1) return none;
  const found: ReferenceText[] = [];
  while (start !== -1) {
    const end = value.indexOf('$', start + 1);
    if (end === -1) break;
    const reference = parseReference(value, start, end);
    if (reference) found.push(reference);
    // The dollar sign that ends no reference, or the bare `$output$`, may begin the next one.
    start = reference?.scope ? value.indexOf('$', end + 1) : end;
  }
  return found;
}

function parseReference(value: string, index: number, end: number): ReferenceText | undefined {
  const text = value.slice(index, end + 1);
  const ownerAt = partEnd(text, 0);
  const kind = text.slice(1, ownerAt);
  if (!kinds.has(kind) || (ownerAt === text.length - 1 && kind !== 'output') || text.includes('\n')) return undefined;
  const scopeAt = partEnd(text, ownerAt);
  const memberAt = partEnd(text, scopeAt);
  if ((kind === 'activity' || kind === 'workflow') && scopeAt === text.length - 1) return undefined;
  // An opened and never closed reference would swallow the one that follows it.
  if (
    /\s/.test(text) &&
    /^[a-z]+\./.test(value.slice(end + 1, end + 14)) &&
    kinds.has(value.slice(end + 1, value.indexOf('.', end)))
  ) {
    return undefined;
  }
  return {
    kind: kind as ReferenceKind,
    owner: bareId(text.slice(ownerAt + 1, scopeAt)),
    scope: text.slice(scopeAt + 1, memberAt),
    member: bareId(text.slice(memberAt + 1, -1)),
    text,
    index,
  };
}

/** Where the part that starts after `at` ends: at the next dot, or at the closing dollar sign. */
function partEnd(text: string, at: number): number {
  const dot = text.indexOf('.', at + 1);
  return dot === -1 ? text.length - 1 : dot;
}
