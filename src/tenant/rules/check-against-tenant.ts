import type { JsonPath } from '../../core/document/json-path';
import type { Severity } from '../../core/host';
import type { FileInventory } from '../../core/inventory';
import type { Diagnostic } from '../../core/language-service';
import type { Vocabulary } from '../../core/vocabulary';
import { comparePositions, type Range } from '../../core/text/position';
import type { Clock } from '../ports';
import type { TenantState } from '../state/tenant-state';
import type { TenantRuleCode } from '../tenant-rule-code';
import { decidedBy } from './decided-by';
import { resolveUses } from './resolve-uses';
import type { TenantFinding, TenantRule } from './tenant-rule';
import { tenantRules } from './tenant-rules';

/** As the core's own findings, with a code of a tenant rule. */
export interface TenantDiagnostic extends Omit<Diagnostic, 'code'> {
  readonly code: TenantRuleCode;
}

export interface TenantCheckOptions {
  /** With it, the messages tell how old the data is. */
  readonly clock?: Pick<Clock, 'now'>;
  /** The tenant's without it. */
  readonly vocabulary?: Vocabulary;
  /** A rule that is not named keeps its default. */
  readonly severities?: Readonly<Partial<Record<TenantRuleCode, Severity | 'off'>>>;
}

/**
 * Whether the workflows of a file fit a tenant: findings by position.
 * @param locate the file's {@link LanguageService.locate}.
 */
export function checkAgainstTenant(
  inventory: FileInventory,
  locate: (path: JsonPath) => Range,
  state: TenantState,
  { clock, severities = {}, vocabulary = state.vocabulary }: TenantCheckOptions = {},
): TenantDiagnostic[] {
  const source = decidedBy(state.source, clock);
  const contexts = inventory.workflows.map((workflow) => {
    return { inventory, workflow, state, vocabulary, uses: resolveUses(workflow, state) };
  });
  const toDiagnostic = ({ code }: TenantRule, severity: Severity, finding: TenantFinding): TenantDiagnostic => ({
    code,
    severity,
    message: `${finding.message} ${source}`,
    range: locate(finding.path),
    path: finding.path,
    tags: [],
    related: (finding.related ?? []).map(({ path, message }) => ({ message, range: locate(path) })),
    documentation: `docs/rules/${code}.md`,
    fixable: false,
  });
  return tenantRules
    .flatMap((rule) => {
      const severity = severities[rule.code] ?? rule.severity;
      if (severity === 'off') return [];
      return contexts.flatMap((context) =>
        Array.from(rule.check(context), (finding) => toDiagnostic(rule, severity, finding)),
      );
    })
    .sort((one, other) => comparePositions(one.range.start, other.range.start));
}
