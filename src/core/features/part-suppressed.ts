import type { FileAnalysis } from '../analysis/file-analysis';
import { suppressionsOf } from '../analysis/suppressions';
import { Owners } from '../document/owners';
import type { Suppression } from '../host';
import type { RuleFinding } from '../rules/find-all';

/** A finding that is left as it is on purpose. */
export interface SuppressedFinding extends RuleFinding {
  readonly suppressions: readonly Suppression[];
}

export interface PartedFindings {
  readonly open: readonly RuleFinding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** Tells the findings that a person wants to hear of from those that the project file keeps. */
export function partSuppressed(
  findings: readonly RuleFinding[],
  { file, configuration }: FileAnalysis,
): PartedFindings {
  if (!file || configuration.suppressions.length === 0) return { open: findings, suppressed: [] };
  const owners = new Owners(file);
  const open: RuleFinding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const found of findings) {
    const owner = owners.of(found.finding.path.toArray());
    const suppressions = suppressionsOf(found.rule.code, owner, configuration.suppressions);
    if (suppressions.length > 0) suppressed.push({ ...found, suppressions });
    else open.push(found);
  }
  return { open, suppressed };
}
