import { pageOf } from '../catalog/pages';
import { introduce } from '../reading/introduce';
import type { DocumentReading } from '../reading/document-reading';
import type { DocumentLink } from '../reading-service';
import { quoted } from '../text/wording';

/** From the id of a workflow or an atomic to the file that defines it, or else to Cisco's page that tells of it. */
export function links(reading: DocumentReading): readonly DocumentLink[] {
  const known = new Map<string, Omit<DocumentLink, 'range'> | undefined>();
  return reading.mentions.flatMap((mention) => {
    if (mention.thing.kind !== 'called' || mention.onKey) return [];
    const { id } = mention.thing;
    if (!known.has(id)) known.set(id, linkTo(id, reading));
    const link = known.get(id);
    return link ? [{ range: reading.rangeOf(mention), ...link }] : [];
  });
}

function linkTo(id: string, reading: DocumentReading): Omit<DocumentLink, 'range'> | undefined {
  const other = reading.elsewhere(id);
  const target = other?.uri ?? pageOf(id);
  if (target === undefined) return undefined;
  const name = quoted(introduce(reading.things.definition(id), reading).name);
  return { target, tooltip: other ? `Open the definition of ${name}` : `Open Cisco's page on ${name} and its like` };
}
