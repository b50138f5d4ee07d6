import type { JsonPathNode } from '../document/json-path';
import type { JsonMember, Locator } from '../document/locator';
import { innerStyle, type JsonStyle } from './json-text';

const pretty: JsonStyle = { memberBreak: '\n  ', closingBreak: '\n', indentation: '  ', colon: ': ', gap: '' };

/** How the members of an object or a list are laid out; of an empty one, how they would be, judged by what is around it. */
export function styleOf(text: string, locator: Locator, container: JsonPathNode): JsonStyle {
  const members = locator.members(container);
  const [first] = members;
  const open = locator.place(container)?.value.start ?? 0;
  const around = container.parent && (() => styleOf(text, locator, container.parent ?? container));
  if (!first) return around ? innerStyle(around()) : pretty;
  const memberBreak = text.slice(open + 1, startOf(first));
  const colon = colonOf(text, first) ?? around?.().colon ?? pretty.colon;
  if (!isBreak(memberBreak))
    return { memberBreak: '', closingBreak: '', indentation: '', colon, gap: gapOf(text, members) };
  const closingBreak = lineBreakOf(memberBreak) + indentationAt(text, open);
  const added = memberBreak.slice(closingBreak.length);
  // A file whose members stand no further in than what holds them has no indentation at all.
  const indentation = memberBreak.startsWith(closingBreak) ? added : pretty.indentation;
  return { memberBreak, closingBreak, indentation, colon, gap: '' };
}

export function startOf(member: JsonMember): number {
  return (member.key ?? member.value).start;
}

function colonOf(text: string, { key, value }: JsonMember): string | undefined {
  return key && text.slice(key.end, value.start);
}

function gapOf(text: string, [first, second]: readonly JsonMember[]): string {
  if (!first || !second) return '';
  return text.slice(first.value.end, startOf(second)).replace(',', '');
}

function isBreak(space: string): boolean {
  return /[\r\n]/.test(space);
}

/** The first line break, without empty lines and without what follows it. */
function lineBreakOf(space: string): string {
  return /\r\n|\r|\n/.exec(space)?.[0] ?? '';
}

/** The white space with which the line begins in which `offset` stands. */
function indentationAt(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
