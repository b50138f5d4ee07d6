import type { TextEdit } from '../../src/core/language-service';

/** Makes the edits as an editor would: by line and column alone. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  const offsetAt = ({ line, character }: TextEdit['range']['start']): number =>
    (starts[line] ?? Number.NaN) + character;
  return edits.reduceRight(
    (result, { range, newText }) =>
      result.slice(0, offsetAt(range.start)) + newText + result.slice(offsetAt(range.end)),
    text,
  );
}
