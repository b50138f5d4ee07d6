import type { FileAnalysis } from '../analysis/file-analysis';
import { spanInString } from '../edits/json-text';
import type { Range, Span } from '../text/position';
import type { Finding, FindingPlace, Rule } from './rule';
import { rules } from './rules';

export interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** What all rules find in a workflow export; nothing in any other file. */
export function findAll(analysis: FileAnalysis): RuleFinding[] {
  const { file } = analysis;
  if (!file) return [];
  const context = { ...analysis, file };
  return rules.flatMap((rule) => Array.from(rule.check(context), (finding) => ({ rule, finding })));
}

export function rangeOf(place: FindingPlace, analysis: FileAnalysis): Range {
  return analysis.lines.range(spanOf(place, analysis));
}

export function spanOf({ path, onKey, part }: FindingPlace, { document }: FileAnalysis): Span {
  const place = document.locator.place(path);
  if (!place) {
    // The value is missing: what should hold it is the next best place.
    return path.parent ? spanOf({ path: path.parent }, { document } as FileAnalysis) : { start: 0, end: 0 };
  }
  if (part) return spanInString(document.text, place.value, part.start, part.end);
  return onKey && place.key ? place.key : place.value;
}
