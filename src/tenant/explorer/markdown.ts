import { escaped } from '../../core/text/markdown';
import { noName } from '../../core/text/shown-name';

/** A small table of what is known; rows without a value are left out. */
export function facts(
  title: string,
  rows: readonly (readonly [name: string, value: string | null | undefined])[],
): string {
  const lines = rows.flatMap(([name, value]) => (value ? [`- ${name}: ${escaped(value)}`] : []));
  return [`**${escaped(title) || escaped(noName)}**`, '', ...lines].join('\n');
}
