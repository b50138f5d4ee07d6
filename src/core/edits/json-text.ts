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
  let at = literal.start + 1;
  let decoded = 0;
  const advanceTo = (index: number): number => {
    for (; decoded < index; decoded++) {
      if (text[at] !== '\\') at += 1;
      else at += text[at + 1] === 'u' ? 6 : 2;
    }
    return at;
  };
  return { start: advanceTo(start), end: advanceTo(end) };
}
