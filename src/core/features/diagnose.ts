import { canBeEdited, type FileAnalysis } from '../analysis/file-analysis';
import type { SyntaxError } from '../document/parsed-document';
import type { Configuration, Severity } from '../host';
import type { Diagnostic } from '../language-service';
import { rangeOf, type RuleFinding } from '../rules/find-all';
import { comparePositions } from '../text/position';

/** A finding together with what it is called outside the core. */
export type DiagnosedFinding<Found extends RuleFinding = RuleFinding> = Found & { readonly diagnostic: Diagnostic };

/** The findings whose rules are not switched off, by position. */
export function diagnoseFindings<Found extends RuleFinding>(
  findings: readonly Found[],
  analysis: FileAnalysis,
): DiagnosedFinding<Found>[] {
  const diagnosed: DiagnosedFinding<Found>[] = [];
  for (const found of findings) {
    const severity = severityOf(found, analysis.configuration);
    if (severity !== 'off') diagnosed.push({ ...found, diagnostic: toDiagnostic(found, severity, analysis) });
  }
  return diagnosed.sort((a, b) => comparePositions(a.diagnostic.range.start, b.diagnostic.range.start));
}

/** Only the first error: what follows in broken text mostly follows from it. */
export function diagnoseSyntax({ document, lines }: FileAnalysis): Diagnostic[] {
  return document.syntaxErrors.slice(0, 1).map((error) => ({
    code: 'json-syntax',
    severity: 'error',
    message: `This is not valid JSON: ${error.message}. What can still be read is checked, but nothing is migrated: correct the text first.`,
    range: lines.range(spanOf(error)),
    path: [],
    tags: [],
    related: [],
    documentation: '',
    fixable: false,
  }));
}

function spanOf({ offset, length }: SyntaxError): { start: number; end: number } {
  return { start: offset, end: offset + length };
}

function severityOf({ rule }: RuleFinding, { severities }: Configuration): Severity | 'off' {
  return severities[rule.code] ?? rule.severity;
}

function toDiagnostic({ rule, finding }: RuleFinding, severity: Severity, analysis: FileAnalysis): Diagnostic {
  return {
    code: rule.code,
    severity,
    message: finding.message,
    range: rangeOf(finding, analysis),
    path: finding.path.toArray(),
    tags: finding.tags ?? [],
    related: (finding.related ?? []).map((place) => ({ message: place.message, range: rangeOf(place, analysis) })),
    documentation: `docs/rules/${rule.code}.md`,
    fixable: finding.isFixable === true && canBeEdited(analysis),
  };
}
