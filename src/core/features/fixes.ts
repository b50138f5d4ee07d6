import type { FileAnalysis } from '../analysis/file-analysis';
import type { WorkflowFile } from '../document/workflow';
import { EditRefused } from '../edits/edit-refused';
import type { JsonOperation } from '../edits/json-operation';
import { toTextEdit } from '../edits/text-edit';
import type { Fix, FixKind, FixQuery, MigrationPlan, TextEdit } from '../language-service';
import { carryOut } from '../migration/planner';
import { comparePositions, isSameRange, type Range } from '../text/position';
import type { Vocabulary } from '../vocabulary';
import type { DiagnosedFinding } from './diagnose';
import { isOfMigration } from './left-to-a-person';

/** As the product itself calls it. */
export const migrationTitle = ({ token }: Vocabulary): string => `Migrate this workflow to ${token}`;
export const conversionTitle = 'Convert this workflow to the legacy method';

/** Each repair is proven on the whole file. Nobody chooses from a longer list: for more there is fix-all, or the migration. */
const mostRepaired = 50;

/** What becomes of the whole file, worked out when first asked for. */
export interface WholePlans {
  readonly migration: () => MigrationPlan;
  readonly conversion: () => MigrationPlan;
}

/** Everything that can be offered for a document that parses and whose shapes are right. */
export function findFixes(
  analysis: FileAnalysis,
  file: WorkflowFile,
  found: readonly DiagnosedFinding[],
  plans: WholePlans,
  { range, only }: FixQuery,
): Fix[] {
  const touched = range ? found.filter(({ diagnostic }) => touches(diagnostic.range, range)) : found;
  const fixes: Fix[] = [];
  const title = migrationTitle(analysis.vocabulary());
  if (isWanted('quickfix', only)) {
    for (const item of touched.slice(0, mostRepaired)) fixes.push(...repairsOf(item, analysis, file));
    const ended = touched.filter((item) => isEndedBy(plans.migration, item));
    if (ended.length > 0) fixes.push(...rewrite(title, 'quickfix', plans.migration(), ended));
  }
  if (only && isWanted('source.fixAll.sxo', only)) fixes.push(...fixAll(analysis, file, found));
  if (isWanted('refactor.rewrite.sxo', only)) {
    if (!fixes.some((fix) => fix.title === title))
      fixes.push(...rewrite(title, 'refactor.rewrite.sxo', plans.migration(), []));
    fixes.push(...rewrite(conversionTitle, 'refactor.rewrite.sxo', plans.conversion(), []));
  }
  return fixes;
}

/** Whether a migration ends a finding: it is of its business, and not left to a person. */
function isEndedBy(plan: () => MigrationPlan, found: DiagnosedFinding): boolean {
  if (!isOfMigration(found)) return false;
  const { diagnostic } = found;
  return !plan().manual.some(({ code, range }) => code === found.rule.code && isSameRange(range, diagnostic.range));
}

function repairsOf({ finding, diagnostic }: DiagnosedFinding, analysis: FileAnalysis, file: WorkflowFile): Fix[] {
  const repairs = finding.repairs?.() ?? [];
  return repairs.flatMap(({ title, isSafe, operations }, index) => {
    const edits = editsOf(operations, analysis, file);
    const isPreferred = isSafe && index === 0;
    return edits
      ? [{ title, kind: 'quickfix' as const, safe: isSafe, preferred: isPreferred, diagnostics: [diagnostic], edits }]
      : [];
  });
}

function fixAll(analysis: FileAnalysis, file: WorkflowFile, found: readonly DiagnosedFinding[]): Fix[] {
  const ended: DiagnosedFinding[] = [];
  const operations: JsonOperation[] = [];
  for (const item of found) {
    const repair = item.rule.isInFixAll ? item.finding.repairs?.().find(({ isSafe }) => isSafe) : undefined;
    if (!repair) continue;
    ended.push(item);
    operations.push(...repair.operations);
  }
  const edits = operations.length > 0 ? editsOf(operations, analysis, file) : undefined;
  if (!edits) return [];
  const diagnostics = ended.map(({ diagnostic }) => diagnostic);
  const title = 'Take out all access tokens that need no review';
  return [{ title, kind: 'source.fixAll.sxo', safe: true, preferred: false, diagnostics, edits }];
}

function rewrite(title: string, kind: FixKind, { edits }: MigrationPlan, ended: readonly DiagnosedFinding[]): Fix[] {
  if (edits.length === 0) return [];
  const diagnostics = ended.map(({ diagnostic }) => diagnostic);
  return [{ title, kind, safe: true, preferred: false, diagnostics, edits }];
}

/** Nothing where the edits cannot be trusted or would leave something dangling. */
function editsOf(
  operations: readonly JsonOperation[],
  analysis: FileAnalysis,
  file: WorkflowFile,
): TextEdit[] | undefined {
  try {
    return carryOut(operations, analysis, file).edits.map((edit) => toTextEdit(edit, analysis.lines));
  } catch (error) {
    if (error instanceof EditRefused) return undefined;
    throw error;
  }
}

/** As editors ask: a kind asks for itself and for what lies under it. */
function isWanted(kind: FixKind, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

function touches(a: Range, b: Range): boolean {
  return comparePositions(a.end, b.start) >= 0 && comparePositions(b.end, a.start) >= 0;
}
