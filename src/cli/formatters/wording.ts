import { unseenShown } from '../../core/text/shown-name';

/** `1 finding`, `2 findings`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Texts from files may hold anything; on a terminal, control characters could do anything, and others hide. */
export function printable(text: string): string {
  return unseenShown(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));
}
