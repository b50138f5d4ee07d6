import type { FileAnalysis } from '../analysis/file-analysis';
import type { MigrationPlan } from '../language-service';
import { planMigration } from '../migration/planner';
import type { RuleFinding } from '../rules/find-all';
import { leftToAPerson } from './left-to-a-person';
import { planFile } from './plan-file';

/** The migration of one file, or why there is none. */
export function migrate(
  analysis: FileAnalysis,
  findings: readonly RuleFinding[],
  assumeOptional: boolean,
): MigrationPlan {
  return planFile(analysis, {
    concerns: ({ flow }) => !flow.isEmpty,
    plan: (file) => planMigration(analysis, file, assumeOptional),
    manual: (planned) => leftToAPerson(findings, planned?.operations ?? [], analysis),
  });
}
