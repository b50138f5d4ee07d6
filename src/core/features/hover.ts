import { describe } from '../reading/describe';
import { memberName } from '../reading/introduce';
import type { DocumentReading } from '../reading/document-reading';
import type { Mention } from '../reading/mention';
import { isId } from '../reading/things';
import type { Hover } from '../reading-service';
import { escaped } from '../text/markdown';
import { fileNameOf } from '../text/shown-name';
import { quoted, shortened } from '../text/wording';
import type { Position } from '../text/position';
import { placeAnywhere } from './definition';

const longest = 400;

/** What the id or the reference under the cursor stands for, in words. */
export function hover(reading: DocumentReading, position: Position): Hover | undefined {
  const mention = reading.mentionAt(position);
  return mention && { markdown: markdownOf(mention, reading), range: reading.rangeOf(mention) };
}

function markdownOf(mention: Mention, reading: DocumentReading): string {
  const { name, what, purpose, facts } = describe(mention.thing, reading);
  const lines = [isId(name) ? `**${escaped(capitalized(what))}**` : `**${escaped(name)}** (${escaped(what)})`];
  const member = memberOf(mention, reading);
  if (member !== undefined) lines.push(escaped(member));
  if (purpose !== undefined) lines.push(escapedLines(shortened(purpose.trim(), longest)));
  const all = [...facts, ...whereDefined(mention, reading)];
  if (all.length > 0) lines.push(all.map((fact) => `- ${escaped(fact)}`).join('\n'));
  return lines.join('\n\n');
}

/** Keeps the lines of a description, none of which becomes a list, a heading or a rule. */
function escapedLines(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => escaped(line).replace(/^(\d*)([-+=.])/, '$1\\$2'));
  return lines.join('  \n').replace(/(?: *\n){2,}/g, '\n\n');
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Nothing where the cursor is there already. */
function whereDefined({ thing, role }: Mention, reading: DocumentReading): string[] {
  const place = role === 'definition' || role === 'name' ? undefined : placeAnywhere(thing, reading);
  if (!place) return [];
  const line = `line ${place.selection.start.line + 1}`;
  return [`It is defined in ${place.uri === undefined ? '' : `${fileNameOf(place.uri)}, `}${line}.`];
}

/** What of it a reference reads. */
function memberOf({ reference, thing }: Mention, reading: DocumentReading): string | undefined {
  if (!reference || reference.to.member === '') return undefined;
  const isRead = thing.kind === 'activity' || thing.kind === 'workflow' || reference.to.kind === 'trigger';
  if (!isRead) return undefined;
  const name = memberName(reference, reading);
  const { scope } = reference.to;
  return isId(name) ? `Here one of its ${scope}s is read.` : `Here its ${scope} ${quoted(name)} is read.`;
}
