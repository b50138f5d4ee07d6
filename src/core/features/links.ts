import { introduce } from '../reading/introduce';
import type { DocumentReading } from '../reading/document-reading';
import type { DocumentLink } from '../reading-service';

/** From the id of a workflow or an atomic to the file that defines it. */
export function links(reading: DocumentReading): readonly DocumentLink[] {
  return reading.mentions.flatMap((mention) => {
    if (mention.thing.kind !== 'called' || mention.onKey) return [];
    const other = reading.elsewhere(mention.thing.id);
    if (!other) return [];
    const { name } = introduce(mention.thing, reading);
    return [{ range: reading.rangeOf(mention), target: other.uri, tooltip: `Open the definition of "${name}"` }];
  });
}
