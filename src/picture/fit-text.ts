/** Widths in a usual sans-serif font, as parts of its size; nothing here can measure, so they are rather too wide. */
const narrow = /[iIjlftr.,:;'"|!()[\]{} \-`]/;
const wide = /[mwMW@%—…]/;
const capital = /[A-Z0-9&#$?+=<>~_]/;

/** How wide a text will be at most, give or take little. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size;
}

function widthOf(character: string): number {
  if (character > '\u02ff') return character < '\u0600' ? 0.64 : 1.1;
  if (narrow.test(character)) return 0.35;
  if (wide.test(character)) return 0.95;
  return capital.test(character) ? 0.69 : 0.57;
}

/** The text, or as much of its beginning as fits, with dots behind. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const dots = '…';
  let left = width / size - widthOf(dots);
  let fitting = '';
  // What a reader takes for one character is not torn apart.
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    left -= textWidth(segment, 1);
    if (left < 0) break;
    fitting += segment;
  }
  return `${fitting.trimEnd()}${dots}`;
}
