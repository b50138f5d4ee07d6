import type { Severity } from '../host';
import type { Diagnostic } from '../language-service';

/** What can be wrong with a project file itself. */
export const projectRuleCodes = ['project-file', 'suppression'] as const;

export type ProjectRuleCode = (typeof projectRuleCodes)[number];

/** As the findings in workflows, but in the project file. */
export interface ProjectDiagnostic extends Omit<Diagnostic, 'code'> {
  readonly code: ProjectRuleCode;
}

export interface ProjectRule {
  readonly code: ProjectRuleCode;
  /** The default; that of a project file that cannot be read stays. */
  readonly severity: Severity;
  readonly summary: string;
  readonly fix: 'safe' | 'none';
  readonly isInFixAll: false;
  readonly tags: readonly [];
}

export const projectFileRule: ProjectRule = {
  code: 'project-file',
  severity: 'error',
  summary: 'A project file .sxo.json that says something nobody understands, so that none of it counts.',
  fix: 'none',
  isInFixAll: false,
  tags: [],
};

export const suppressionRule: ProjectRule = {
  code: 'suppression',
  severity: 'info',
  summary: 'A suppression in .sxo.json that hides nothing any more, or whose last day is over.',
  fix: 'safe',
  isInFixAll: false,
  tags: [],
};

/** They have pages and severities like all others, but look at no workflow. */
export const projectRules: readonly ProjectRule[] = [projectFileRule, suppressionRule];
