import { visible } from '../../core/text/shown-name';

/**
 * A message of an editor that quotes names of a tenant or words of its server. An editor makes a link of
 * `[text](command:...)` in it, and whoever clicks runs the command; without a link it is only odd to read.
 */
export function plainMessage(text: string): string {
  return visible(text).replaceAll('](', '] (');
}
