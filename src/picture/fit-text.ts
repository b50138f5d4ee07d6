/** Widths as parts of a text's size, in the widest of the fonts that editors and systems come with: nothing here can measure. */
const widths: ReadonlyMap<string, number> = new Map(
  (
    [
      ["'ijlIJ", 0.29],
      [' ,./:;\\|f-', 0.36],
      ['()[]t!r', 0.41],
      ['"*_`sczL?', 0.56],
      ['kFvxyPTYaoe', 0.62],
      ['KAVBRXZC', 0.7],
      ['UHNDGOQ&', 0.79],
      ['w#+<=>^~M', 0.86],
      ['%mW@—…', 1],
    ] as const
  ).flatMap(([characters, width]) => Array.from(characters, (character) => [character, width] as const)),
);

/** How wide a text will be at most, give or take little. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size;
}

function widthOf(character: string): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  return character < '\u0600' ? 0.64 : 1.1;
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
