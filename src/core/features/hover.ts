import { describe } from '../reading/describe';
import { introduce } from '../reading/introduce';
import type { DocumentReading } from '../reading/document-reading';
import type { Mention } from '../reading/mention';
import type { Hover } from '../reading-service';
import { escaped } from '../text/markdown';
import type { Position } from '../text/position';

const longest = 400;

/** What the id or the reference under the cursor stands for, in words. */
export function hover(reading: DocumentReading, position: Position): Hover | undefined {
  const mention = reading.mentionAt(position);
  return mention && { markdown: markdownOf(mention, reading), range: reading.rangeOf(mention) };
}

function markdownOf(mention: Mention, reading: DocumentReading): string {
  const { name, what, purpose, facts } = describe(mention.thing, reading);
  const lines = [`**${escaped(name)}** (${escaped(what)})`];
  const member = memberOf(mention, reading);
  if (member !== undefined) lines.push(escaped(member));
  if (purpose !== undefined) lines.push(escaped(purpose.length > longest ? `${purpose.slice(0, longest)}…` : purpose));
  if (facts.length > 0) lines.push(facts.map((fact) => `- ${escaped(fact)}`).join('\n'));
  return lines.join('\n\n');
}

/** What of it a reference reads. */
function memberOf({ reference, thing }: Mention, reading: DocumentReading): string | undefined {
  if (!reference || reference.to.member === '') return undefined;
  const { scope, member } = reference.to;
  if (thing.kind === 'activity') {
    const { calledId } = thing.activity;
    const output = calledId === undefined ? undefined : reading.things.variableOf(calledId, member);
    const name = output && introduce(output, reading).name;
    return `Here its ${scope} ${name ?? member} is read.`;
  }
  return thing.kind === 'workflow' ? `Here its ${scope} ${member} is read.` : undefined;
}
