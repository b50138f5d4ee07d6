import * as util from 'node:util';

export type Style = 'red' | 'yellow' | 'cyan' | 'green' | 'dim' | 'bold';
export type Paint = (style: Style, text: string) => string;

const plain: Paint = (_style, text) => text;

/** Colours come with Node 20.12; before that, text stays plain. */
export function painter(colour: boolean): Paint {
  if (!colour || !('styleText' in util)) return plain;
  // Whether to colour was decided by the caller; newer versions of Node would decide again.
  return (style, text) => util.styleText(style, text, { validateStream: false });
}
