import type { GeneratorCall } from '../analysis/token-flow';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { FileAnalysis } from '../analysis/file-analysis';
import type { Repair } from '../edits/repair';
import { migrationSteps } from './steps';

/** Deletes a generator with all that hangs on it: the inputs it fills, its variables, the logic that renews its token. */
export function generatorRepair(generator: GeneratorCall, analysis: WorkflowAnalysis, file: FileAnalysis): Repair[] {
  const { flow } = analysis;
  const connected = new Set([generator]);
  const full = analysis.scope().retirement;
  let uses = full.uses;
  for (let size = 0; size < connected.size;) {
    size = connected.size;
    uses = full.uses.filter((use) => flow.sources(use.reference).some((source) => connected.has(source)));
    for (const use of uses) for (const source of flow.sources(use.reference)) connected.add(source);
  }
  const generators = analysis.secureXGenerators.filter((other) => connected.has(other));
  const retirement = analysis.partialRetirement(uses, generators);
  if (!retirement.activities.has(generator.activity)) return [];
  const scopes = new Map([[analysis, { retirement, workflowTarget: undefined }]]);
  const operations = migrationSteps
    .filter((step) => step.name !== 'update-description')
    .flatMap((step) => [...step.plan({ analysis: file, scopes })])
    .flatMap((change) => change.operations);
  return [
    { title: `Delete "${generator.activity.title}" with what hangs on it`, isSafe: true, isForAll: false, operations },
  ];
}
