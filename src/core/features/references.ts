import type { DocumentReading } from '../reading/document-reading';
import type { Mention } from '../reading/mention';
import type { Highlight } from '../reading-service';
import type { Position, Range } from '../text/position';

/** All places that name the thing under the cursor, in the order of the text. */
export function findReferences(
  reading: DocumentReading,
  position: Position,
  withDefinition: boolean,
): readonly Range[] {
  const isWanted = ({ role }: Mention): boolean => withDefinition || (role !== 'definition' && role !== 'name');
  return sameAt(reading, position)
    .filter(isWanted)
    .map((mention) => reading.rangeOf(mention));
}

export function highlights(reading: DocumentReading, position: Position): readonly Highlight[] {
  return sameAt(reading, position).map((mention) => ({ range: reading.rangeOf(mention), kind: kindOf(mention) }));
}

function kindOf({ role }: Mention): Highlight['kind'] {
  return role === 'read' || role === 'write' ? role : 'text';
}

function sameAt(reading: DocumentReading, position: Position): readonly Mention[] {
  const mention = reading.mentionAt(position);
  if (!mention) return [];
  const start = (each: Mention): number => reading.spanOf(each).start;
  return [...reading.mentionsOf(mention.thing)].sort((a, b) => start(a) - start(b));
}
