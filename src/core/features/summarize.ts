import type { FileAnalysis } from '../analysis/file-analysis';
import type { LegacySummary } from '../language-service';
import { rangeOf } from '../rules/find-all';
import { headOf } from '../rules/places';

/** What is legacy in each workflow of a file; workflows without a SecureX token are left out. */
export function summarizeLegacy(analysis: FileAnalysis): LegacySummary[] {
  return analysis.workflows.flatMap((workflow) => {
    const uses = workflow.uses.filter((use) => !use.isOrbital && !use.isSuppressed);
    const isAllOnPurpose =
      workflow.uses.some((use) => use.isSuppressed) ||
      workflow.secureXGenerators.every((generator) => workflow.isKept(generator));
    if (uses.length === 0 && isAllOnPurpose) return [];
    return [
      {
        workflow: workflow.workflow.title,
        range: rangeOf({ path: headOf(workflow.workflow) }, analysis),
        activities: new Set(uses.map((use) => use.activity)).size,
        migratable: new Set([...workflow.scope().retirement.uses].map((use) => use.activity)).size,
      },
    ];
  });
}
