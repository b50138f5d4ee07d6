import type { JsonPath } from '../../core/document/json-path';
import type { Severity } from '../../core/host';
import type { FileInventory, WorkflowInventory } from '../../core/inventory';
import type { Vocabulary } from '../../core/vocabulary';
import type { TenantState } from '../state/tenant-state';
import type { TenantRuleCode } from '../tenant-rule-code';
import type { ResolvedUse } from './resolve-uses';

/** Something that does not fit between a workflow and a tenant. */
export interface TenantFinding {
  readonly path: JsonPath;
  /** What is wrong, why it matters, what to do; what decided it is added to each. */
  readonly message: string;
  readonly related?: readonly { readonly path: JsonPath; readonly message: string }[];
}

export interface TenantRuleContext {
  readonly inventory: FileInventory;
  readonly workflow: WorkflowInventory;
  /** Each target use of the workflow with what it means in the tenant. */
  readonly uses: readonly ResolvedUse[];
  readonly state: TenantState;
  readonly vocabulary: Vocabulary;
}

export interface TenantRule {
  readonly code: TenantRuleCode;
  /** The default. */
  readonly severity: Severity;
  /** What it finds, in one sentence. */
  readonly summary: string;
  /** A tenant's side of the matter cannot be repaired in a file. */
  readonly fix: 'none';
  readonly tags: readonly [];
  check(context: TenantRuleContext): Iterable<TenantFinding>;
}
