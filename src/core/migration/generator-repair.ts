import type { GeneratorCall } from '../analysis/token-flow';
import type { TokenUse } from '../analysis/token-use';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { FileAnalysis } from '../analysis/file-analysis';
import type { Repair } from '../edits/repair';
import { migrationSteps } from './steps';

/** Deletes a generator with all that hangs on it: the inputs it fills, its variables, the logic that renews its token. */
export function generatorRepair(generator: GeneratorCall, analysis: WorkflowAnalysis, file: FileAnalysis): Repair[] {
  const connected = new Set([generator]);
  const uses = new Set<TokenUse>();
  // The set grows while it is walked: what shares a variable with a generator hangs on it, too.
  for (const member of connected) {
    for (const use of analysis.usesOf(member)) {
      if (!analysis.scope().retirement.uses.has(use) || uses.has(use)) continue;
      // A definition that goes along is the whole migration's business.
      if (use.fills) return [];
      uses.add(use);
      for (const source of analysis.flow.sources(use.reference)) connected.add(source);
    }
  }
  const generators = analysis.secureXGenerators.filter((other) => connected.has(other) && !analysis.isKept(other));
  const scope = analysis.partialScope([...uses], generators);
  if (!scope.retirement.activities.has(generator.activity)) return [];
  const scopes = new Map([[analysis, scope]]);
  const operations = migrationSteps
    .filter((step) => step.name !== 'update-description')
    .flatMap((step) => [...step.plan({ analysis: file, scopes })])
    .flatMap((change) => change.operations);
  return [{ title: `Delete "${generator.activity.title}" with what hangs on it`, isSafe: true, operations }];
}
