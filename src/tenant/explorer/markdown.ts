import { noName, visible } from './shown-name';

/** Names come from tenants and files: none of their characters may act as Markdown, none may break the line. */
export function escaped(text: string): string {
  return (
    visible(text)
      .replace(/[\\`*_{}[\]()<>#|~&@]/g, '\\$&')
      // Editors make links of bare addresses, too.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/(\bwww)\./gi, '$1\\.')
  );
}

/** A small table of what is known; rows without a value are left out. */
export function facts(
  title: string,
  rows: readonly (readonly [name: string, value: string | null | undefined])[],
): string {
  const lines = rows.flatMap(([name, value]) => (value ? [`- ${name}: ${escaped(value)}`] : []));
  return [`**${escaped(title) || escaped(noName)}**`, '', ...lines].join('\n');
}
