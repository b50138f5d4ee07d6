import { visible } from './shown-name';

/** What means something, and what makes a link of a bare address, as editors do. */
const active = /[\\`*_{}[\]()<>#|~&@]|:(?=\/\/)|(?<=\bwww)\./gi;

/** Names come from tenants and files: none of their characters may act as Markdown, none may break the line. */
export function escaped(text: string): string {
  return visible(text).replace(active, '\\$&');
}
