import type { JsonPathNode } from '../document/json-path';
import { findReferences } from '../document/reference';
import type { Position, Span } from '../text/position';
import type { DocumentReading } from './document-reading';

/** The string that somebody is writing in. All of it as the text has it, escapes included. */
export interface StringAt {
  readonly path: JsonPathNode;
  /** Between the quotes; up to the end of the line where the second one is missing. */
  readonly inner: Span;
  /** The reference at the cursor, written out or only begun: from its dollar sign to its end, or to the cursor. */
  readonly reference: Span | undefined;
  readonly offset: number;
}

/** What may be the beginning of a reference, or of the name of what it shall name. */
const begun = /\$(?=\S|$)[^$"\\]{0,100}$/;

export function stringAt(reading: DocumentReading, position: Position): StringAt | undefined {
  const { lines, document } = reading.analysis;
  const offset = lines.offset(position);
  const member = reading.memberAt(offset);
  if (!member || member.onKey || typeof reading.valueAt(member.path) !== 'string') return undefined;
  const literal = document.locator.place(member.path)?.value;
  if (!literal) return undefined;
  const inner = innerOf(document.text, literal);
  if (offset < inner.start || offset > inner.end) return undefined;
  return { path: member.path, inner, reference: referenceAt(document.text, inner, offset), offset };
}

function innerOf(text: string, { start, end }: Span): Span {
  const body = text.slice(start + 1, end);
  const escapes = /\\*(?="$)/.exec(body)?.[0].length ?? 0;
  const isClosed = body.endsWith('"') && escapes % 2 === 0;
  return { start: start + 1, end: isClosed ? end - 1 : end };
}

function referenceAt(text: string, inner: Span, offset: number): Span | undefined {
  const raw = text.slice(inner.start, inner.end);
  const at = offset - inner.start;
  const whole = findReferences(raw).filter(({ scope }) => scope !== '');
  const around = whole.find(({ index, text: { length } }) => index < at && at < index + length);
  if (around) return { start: inner.start + around.index, end: inner.start + around.index + around.text.length };
  const last = whole.findLast(({ index, text: { length } }) => index + length <= at);
  const from = last ? last.index + last.text.length : 0;
  const start = begun.exec(raw.slice(from, at))?.index;
  return start === undefined ? undefined : { start: inner.start + from + start, end: offset };
}
