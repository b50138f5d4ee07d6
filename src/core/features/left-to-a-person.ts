import type { FileAnalysis } from '../analysis/file-analysis';
import { lineage } from '../document/json-path';
import type { JsonOperation } from '../edits/json-operation';
import type { ManualStep } from '../language-service';
import { rangeOf, type RuleFinding } from '../rules/find-all';

const ends: ReadonlySet<JsonOperation['kind']> = new Set(['set', 'remove']);

/** Whether a migration is there to end it. */
export function isOfMigration({ rule, finding }: RuleFinding): boolean {
  return rule.isPartOfMigration && finding.isForMigration !== false;
}

/** What the rules found and the operations of a migration do not end. */
export function leftToAPerson(
  findings: readonly RuleFinding[],
  operations: readonly JsonOperation[],
  analysis: FileAnalysis,
): ManualStep[] {
  // A splice changes a part of a text, another key leaves the value: what else stands there is still there.
  const touched = new Set(operations.filter(({ kind }) => ends.has(kind)).map(({ path }) => path));
  return findings
    .filter(isOfMigration)
    .filter(({ finding }) => ![...lineage(finding.path)].some((path) => touched.has(path)))
    .map(({ rule, finding }) => ({
      code: rule.code,
      workflow: finding.workflow ?? '',
      activity: finding.activity?.uniqueName ?? null,
      title: finding.activity?.title ?? finding.workflow ?? '',
      message: finding.message,
      range: rangeOf(finding, analysis),
    }));
}
