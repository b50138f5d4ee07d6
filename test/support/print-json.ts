import type { Json } from './json';

export interface JsonStyle {
  /** Two spaces without it; an empty one puts everything on one line. */
  readonly indent?: string;
  readonly newline?: '\n' | '\r\n';
  readonly finalNewline?: boolean;
  readonly byteOrderMark?: boolean;
  /** Whether strings are written as Go and some editors do: `\u003c`, `\/`, everything beyond ASCII escaped. */
  readonly escapes?: boolean;
}

/** Prints a workflow as the product, editors and people do. */
export function printJson(value: Json, style: JsonStyle = {}): string {
  const { indent = '  ', newline = '\n', finalNewline = false, byteOrderMark = false, escapes = false } = style;
  const lineBreak = (depth: number): string => (indent === '' ? '' : newline + indent.repeat(depth));
  const colon = indent === '' ? ':' : ': ';
  const print = (item: Json, depth: number): string => {
    if (item === null || typeof item !== 'object') return escapes ? escaped(item) : JSON.stringify(item);
    const [open, close] = Array.isArray(item) ? '[]' : '{}';
    const members = Array.isArray(item)
      ? (item as readonly Json[]).map((member) => print(member, depth + 1))
      : Object.entries(item).map(([key, member]) => JSON.stringify(key) + colon + print(member, depth + 1));
    if (members.length === 0) return `${open ?? ''}${close ?? ''}`;
    return `${open ?? ''}${members.map((member) => lineBreak(depth + 1) + member).join(',')}${lineBreak(depth)}${close ?? ''}`;
  };
  return (byteOrderMark ? '\ufeff' : '') + print(value, 0) + (finalNewline ? newline : '');
}

/**
 * Prints JSON in a way that nobody would write it.
 * @param spaces what to put between tokens, taken in turn.
 */
export function printLoosely(value: Json, spaces: readonly string[]): string {
  let taken = 0;
  const space = (): string => spaces[taken++ % spaces.length] ?? '';
  const print = (item: Json): string => {
    if (item === null || typeof item !== 'object') return taken % 3 === 1 ? escaped(item) : JSON.stringify(item);
    if (Array.isArray(item)) {
      return `[${space()}${(item as readonly Json[]).map((member) => print(member) + space()).join(`,${space()}`)}]`;
    }
    const members = Object.entries(item).map(([key, member]) => {
      const name = taken % 2 === 0 ? escaped(key) : JSON.stringify(key);
      return `${name}${space()}:${space()}${print(member)}${space()}`;
    });
    return `{${space()}${members.join(`,${space()}`)}}`;
  };
  return space() + print(value) + space();
}

function escaped(value: Json): string {
  return JSON.stringify(value).replace(/[<>&/\u007f-\uffff]/g, (character) =>
    character === '/' ? '\\/' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
