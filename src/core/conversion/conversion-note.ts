import type { JsonPathNode } from '../document/json-path';
import type { Activity, Workflow } from '../document/workflow';
import type { RuleCode } from '../rule-code';

/** Something that a conversion leaves to a person, and why. */
export interface ConversionNote {
  /** The rule whose page tells more. */
  readonly code: RuleCode;
  readonly workflow: Workflow;
  readonly activity: Activity | undefined;
  readonly message: string;
  readonly path: JsonPathNode;
}
