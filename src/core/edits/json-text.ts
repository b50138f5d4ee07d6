import type { Span } from '../text/position';

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
