import { lineage } from '../document/json-path';
import type { DocumentReading } from '../reading/document-reading';
import { isSameRange, type Position, type Range } from '../text/position';

/** From a reference to its string, its activity, whatever is around that, and the workflow; innermost first. */
export function selectionRanges(reading: DocumentReading, position: Position): readonly Range[] {
  const { lines } = reading.analysis;
  const member = reading.memberAt(lines.offset(position));
  if (!member) return [];
  const mention = reading.mentionAt(position);
  const ranges = mention ? [reading.rangeOf(mention)] : [];
  for (const path of lineage(member.path)) {
    if (path !== member.path && !reading.owners.has(path)) continue;
    const range = reading.rangeAt(path);
    const before = ranges.at(-1);
    if (range && !(before && isSameRange(range, before))) ranges.push(range);
  }
  return ranges;
}
