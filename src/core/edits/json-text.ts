import type { Span } from '../text/position';
import type { JsonValue } from './json-operation';

/** How a file is laid out in one of its places. */
export interface JsonStyle {
  /** Between members, and after the opening bracket: a line break and the members' indentation, or nothing. */
  readonly memberBreak: string;
  /** Before the closing bracket. */
  readonly closingBreak: string;
  /** What one level adds to an indentation. */
  readonly indentation: string;
  /** Between a key and its value, with the space around it. */
  readonly colon: string;
  /** After a comma that no line break follows. */
  readonly gap: string;
}

/** The style one level further in. */
export function innerStyle(style: JsonStyle): JsonStyle {
  if (style.memberBreak === '') return style;
  return { ...style, memberBreak: style.memberBreak + style.indentation, closingBreak: style.memberBreak };
}

/** A value as JSON; `style` is that of its own members. */
export function printJson(value: JsonValue, style: JsonStyle): string {
  if (typeof value === 'string') return quoteJson(value);
  if (value === null || typeof value !== 'object') return String(value);
  const inner = innerStyle(style);
  const members = Array.isArray(value)
    ? (value as readonly JsonValue[]).map((item) => printJson(item, inner))
    : Object.entries(value).map(([name, item]) => printMember(name, item, inner));
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (members.length === 0) return open + close;
  const { memberBreak, closingBreak, gap } = style;
  return open + memberBreak + members.join(`,${memberBreak || gap}`) + closingBreak + close;
}

/** @param style that of the value's own members. */
export function printMember(name: string | undefined, value: JsonValue, style: JsonStyle): string {
  const printed = printJson(value, style);
  return name === undefined ? printed : quoteJson(name) + style.colon + printed;
}

/** A string as JSON, with no escapes but those that JSON demands. */
export function quoteJson(value: string): string {
  return `"${escapeJson(value)}"`;
}

export function escapeJson(value: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters that JSON does not allow in a string
  return value.replace(/["\\\u0000-\u001f]/g, (character) => {
    const short = shortEscapes[character];
    return short ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Where a part of a decoded string stands in the text, whatever escapes were used to write it. */
export function spanInString(text: string, literal: Span, start: number, end: number): Span {
  const raw = text.slice(literal.start, literal.end);
  let at = 1;
  let decoded = 0;
  let escape = -1;
  const advanceTo = (index: number): number => {
    while (decoded < index) {
      if (escape < at) escape = indexOrEnd(raw, '\\', at);
      const plain = Math.min(index - decoded, escape - at);
      at += plain;
      decoded += plain;
      if (decoded === index) break;
      at += raw[at + 1] === 'u' ? 6 : 2;
      decoded++;
    }
    return literal.start + at;
  };
  return { start: advanceTo(start), end: advanceTo(end) };
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? Infinity : at;
}
