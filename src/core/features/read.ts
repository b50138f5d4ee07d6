import type { DocumentSnapshot } from '../language-service';
import type { DocumentReading } from '../reading/document-reading';
import type { ReadingService } from '../reading-service';
import type { ReadFile } from './call-items';
import { incomingCalls, outgoingCalls, prepareCalls } from './calls';
import { completions } from './completions';
import { findDefinition } from './definition';
import { foldings } from './foldings';
import { hover } from './hover';
import { inlayHints } from './inlay-hints';
import { links } from './links';
import { listSymbols } from './list-symbols';
import { outline } from './outline';
import { findReferences, highlights } from './references';
import { findRenamed, rename } from './rename';
import { selectionRanges } from './selection-ranges';

/**
 * @param read nothing where the document is no workflow export.
 * @param readBeside the same for a document that is only looked into for another one's sake.
 */
export function createReadingService(
  read: (document: DocumentSnapshot) => DocumentReading | undefined,
  readBeside: (document: DocumentSnapshot) => DocumentReading | undefined,
): ReadingService {
  const ask = <T>(document: DocumentSnapshot, question: (reading: DocumentReading) => T, otherwise: T): T => {
    const reading = read(document);
    return reading ? question(reading) : otherwise;
  };
  const readable = (documents: readonly DocumentSnapshot[]): ReadFile[] =>
    documents.flatMap((each) => {
      const reading = readBeside(each);
      return reading ? [{ uri: each.uri, reading }] : [];
    });
  const outlined = oncePerVersion(outline);
  const folded = oncePerVersion(foldings);
  return {
    hover: (document, position) => ask(document, (reading) => hover(reading, position), undefined),
    inlayHints: (document, range) => ask(document, (reading) => inlayHints(reading, range), []),
    definition: (document, position) =>
      ask(document, (reading) => findDefinition(reading, document.uri, position), undefined),
    references: (document, position, { withDefinition = false } = {}) =>
      ask(document, (reading) => findReferences(reading, position, withDefinition), []),
    highlights: (document, position) => ask(document, (reading) => highlights(reading, position), []),
    renamed: (document, position) => ask(document, (reading) => findRenamed(reading, position), noWorkflow),
    rename: (document, position, name) => ask(document, (reading) => rename(reading, position, name), noWorkflow),
    completions: (document, position) => ask(document, (reading) => completions(reading, position), []),
    outline: (document) => ask(document, outlined, []),
    foldings: (document) => ask(document, folded, []),
    selectionRanges: (document, positions) =>
      ask(document, (reading) => positions.map((position) => selectionRanges(reading, position)), []),
    links: (document) => ask(document, links, []),
    prepareCalls: (document, position) =>
      ask(document, (reading) => prepareCalls({ uri: document.uri, reading }, position), undefined),
    incomingCalls: (document, path, callers = []) =>
      ask(document, (reading) => incomingCalls({ uri: document.uri, reading }, path, readable(callers)), []),
    outgoingCalls: (document, path) =>
      ask(document, (reading) => outgoingCalls({ uri: document.uri, reading }, path), []),
    symbols: (document) => ask(document, ({ file }) => listSymbols(file), { symbols: [], calls: new Set() }),
  };
}

/** For answers that are of the whole document and hang on nothing but it. */
function oncePerVersion<T extends object>(question: (reading: DocumentReading) => T): (reading: DocumentReading) => T {
  const answers = new WeakMap<DocumentReading, T>();
  return (reading) => {
    const known = answers.get(reading);
    if (known) return known;
    const answer = question(reading);
    answers.set(reading, answer);
    return answer;
  };
}

const noWorkflow = { problem: 'This is no workflow.' };
