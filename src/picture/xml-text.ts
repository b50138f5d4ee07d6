import { visible } from '../core/text/shown-name';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attributes: on one line, nothing in it hidden, and nothing that XML does not allow or takes for markup. */
export function xmlText(text: string): string {
  return visible(text)
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
