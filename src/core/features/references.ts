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
  const all = sameAt(reading, position);
  const head = headOf(all);
  const isWanted = (mention: Mention): boolean => (isHead(mention) ? withDefinition && mention === head : true);
  return all.filter(isWanted).map((mention) => reading.rangeOf(mention));
}

export function highlights(reading: DocumentReading, position: Position): readonly Highlight[] {
  return sameAt(reading, position).map((mention) => ({ range: reading.rangeOf(mention), kind: kindOf(mention) }));
}

/** The one place that a definition is pointed at by: its name, or its id where it has none. */
export function headOf(mentions: readonly Mention[]): Mention | undefined {
  return mentions.find(({ role }) => role === 'name') ?? mentions.find(({ role }) => role === 'definition');
}

function isHead({ role }: Mention): boolean {
  return role === 'definition' || role === 'name';
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
