import type { FileAnalysis } from './file-analysis';
import type { TargetRole } from './targets';

/**
 * The suffixes of the sets of SecureX targets that a file uses; the empty one is that of the usual names. The target
 * that tokens are fetched from counts only where no other tells.
 */
export function suffixesInUse(analysis: FileAnalysis): readonly string[] {
  const ofApis = suffixesOf('securex', analysis);
  return [...(ofApis.size > 0 ? ofApis : suffixesOf('token', analysis))];
}

function suffixesOf(role: TargetRole, { workflows }: FileAnalysis): ReadonlySet<string> {
  const suffixes = new Set<string>();
  for (const { workflow, targets } of workflows) {
    for (const target of [targets.ofWorkflow(workflow), ...targets.chosenIn(workflow).map((choice) => choice.target)])
      if (target.role === role) for (const name of target.names) suffixes.add(targets.suffixOf(name));
  }
  return suffixes;
}
