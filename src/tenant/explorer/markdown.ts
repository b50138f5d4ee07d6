import { noName, visible } from './shown-name';

/** What means something, and what makes a link of a bare address, as editors do. */
const active = /[\\`*_{}[\]()<>#|~&@]|:(?=\/\/)|(?<=\bwww)\./gi;

/** Names come from tenants and files: none of their characters may act as Markdown, none may break the line. */
export function escaped(text: string): string {
  return visible(text).replace(active, '\\$&');
}

/** A small table of what is known; rows without a value are left out. */
export function facts(
  title: string,
  rows: readonly (readonly [name: string, value: string | null | undefined])[],
): string {
  const lines = rows.flatMap(([name, value]) => (value ? [`- ${name}: ${escaped(value)}`] : []));
  return [`**${escaped(title) || escaped(noName)}**`, '', ...lines].join('\n');
}
