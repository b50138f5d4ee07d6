import type { FileAnalysis } from '../analysis/file-analysis';
import type { JsonPathNode } from '../document/json-path';
import type { ParsedDocument } from '../document/parsed-document';
import { spanInString } from '../edits/json-text';
import type { Range, Span } from '../text/position';
import type { Finding, FindingPlace, Rule } from './rule';
import { rules } from './rules';

export interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** What all rules find in a workflow export; nothing in any other file. */
export function findAll(analysis: FileAnalysis, assumeOptional = false): RuleFinding[] {
  const { file } = analysis;
  if (!file) return [];
  const context = { ...analysis, file, assumeOptional };
  const found: RuleFinding[] = [];
  for (const rule of rules) for (const finding of rule.check(context)) found.push({ rule, finding });
  return found;
}

export function rangeOf(place: FindingPlace, analysis: Pick<FileAnalysis, 'document' | 'lines'>): Range {
  return analysis.lines.range(spanOf(place, analysis));
}

export function spanOf({ path, onKey, part }: FindingPlace, { document }: Pick<FileAnalysis, 'document'>): Span {
  const place = document.locator.place(path);
  if (!place) return headOf(path.parent, document);
  if (part) return spanInString(document.text, place.value, part.start, part.end);
  return onKey && place.key ? place.key : place.value;
}

/** For what is missing: the key of what should hold it, or its opening bracket. */
function headOf(path: JsonPathNode | undefined, document: ParsedDocument): Span {
  const place = path && document.locator.place(path);
  if (!place) return path ? headOf(path.parent, document) : { start: 0, end: 0 };
  return place.key ?? { start: place.value.start, end: place.value.start + 1 };
}
