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
const dot = 0x2e;
const kindsByInitial = byInitial(referenceKinds);
const prefixesByInitial = byInitial([
  'definition_activity_',
  'definition_workflow_',
  'definition_target_',
  'variable_workflow_',
  'variable_',
]);

/** The 35 characters that make an id, whichever prefix an export gave or spared it. */
export function bareId(id: string): string {
  return bareIdIn(id, 0, id.length);
}

function bareIdIn(text: string, start: number, end: number): string {
  const prefix = wordAt(text, start, prefixesByInitial);
  return text.slice(start + (prefix?.length ?? 0), end);
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
    // The dollar sign that ends no reference, or the bare `$output$`, may begin the next one; and where one never closed,
    // the sign that seems to close it is the next one's.
    start = reference?.scope && !opensReference(value, end) ? value.indexOf('$', end + 1) : end;
  }
  return found;
}

/** Searches in the whole value, never in a part cut out of it: the engine is slow in those. */
function parseReference(value: string, index: number, end: number): ReferenceText | undefined {
  const kind = wordAt(value, index + 1, kindsByInitial);
  if (!kind) return undefined;
  const ownerAt = index + 1 + kind.length;
  // Of all kinds only `$output$` may stand alone.
  if (ownerAt !== end ? value.charCodeAt(ownerAt) !== dot : kind !== 'output') return undefined;
  const scopeAt = partEnd(value, ownerAt, end);
  const memberAt = partEnd(value, scopeAt, end);
  if ((kind === 'activity' || kind === 'workflow') && scopeAt === end) return undefined;
  const text = value.slice(index, end + 1);
  if (text.includes('\n')) return undefined;
  // An opened and never closed reference would swallow the one that follows it.
  if (opensReference(value, end) && /\s/.test(text)) return undefined;
  return {
    kind,
    owner: bareIdIn(value, ownerAt + 1, scopeAt),
    scope: value.slice(scopeAt + 1, memberAt),
    member: bareIdIn(value, memberAt + 1, end),
    text,
    index,
  };
}

function opensReference(value: string, dollar: number): boolean {
  const kind = wordAt(value, dollar + 1, kindsByInitial);
  return kind !== undefined && value.charCodeAt(dollar + 1 + kind.length) === dot;
}

/** Words by the code of their first character: to try them all in every place would cost more than the rest does. */
function byInitial<Word extends string>(words: readonly Word[]): readonly (readonly Word[] | undefined)[] {
  const lists: Word[][] = [];
  for (const word of words) (lists[word.charCodeAt(0)] ??= []).push(word);
  return lists;
}

/** The word of the list, not a part of the text: everybody who asks compares with it. */
function wordAt<Word extends string>(
  text: string,
  at: number,
  words: readonly (readonly Word[] | undefined)[],
): Word | undefined {
  if (at >= text.length) return undefined;
  const candidates = words[text.charCodeAt(at)];
  if (candidates) for (const word of candidates) if (text.startsWith(word, at)) return word;
  return undefined;
}

/** Where the part that starts after `at` ends: at the next dot, or at the closing dollar sign. */
function partEnd(value: string, at: number, end: number): number {
  if (at === end) return end;
  const next = value.indexOf('.', at + 1);
  return next === -1 || next > end ? end : next;
}
