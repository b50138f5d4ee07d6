import { unseenShown } from '../../core/text/shown-name';

/** Texts from files may hold anything; on a terminal, control characters could do anything, and others hide. */
export function printable(text: string): string {
  return unseenShown(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));
}
