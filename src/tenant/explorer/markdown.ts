/** Names come from tenants and files: none of their characters may act as Markdown, and none may break the line. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#|~&]/g, '\\$&');
}

/** A small table of what is known; rows without a value are left out. */
export function facts(
  title: string,
  rows: readonly (readonly [name: string, value: string | null | undefined])[],
): string {
  const lines = rows.flatMap(([name, value]) => (value ? [`- ${name}: ${escaped(value)}`] : []));
  return [`**${escaped(title)}**`, '', ...lines].join('\n');
}
