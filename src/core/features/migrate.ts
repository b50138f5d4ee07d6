import type { FileAnalysis } from '../analysis/file-analysis';
import type { MigrationPlan } from '../language-service';
import { planMigration } from '../migration/planner';
import { isOfMigration, leftToAPerson } from './left-to-a-person';
import type { PartedFindings } from './part-suppressed';
import { planFile } from './plan-file';

/** The migration of one file, or why there is none. */
export function migrate(
  analysis: FileAnalysis,
  { open, suppressed }: PartedFindings,
  assumeOptional: boolean,
): MigrationPlan {
  const plan = planFile(analysis, {
    concerns: ({ flow }) => !flow.isEmpty,
    plan: (file) => planMigration(analysis, file, assumeOptional),
    manual: (planned) => leftToAPerson(open, planned?.operations ?? [], analysis),
  });
  const kept = suppressed.filter(isOfMigration).length;
  return kept > 0 ? { ...plan, suppressed: kept } : plan;
}
