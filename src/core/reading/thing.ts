import type { JsonPathNode } from '../document/json-path';
import type { Activity, Variable, Workflow } from '../document/workflow';

type JsonObject = Readonly<Record<string, unknown>>;

/** What an id stands for. Two mentions are of the same thing where the objects are the same. */
export type Thing =
  ActivityThing | VariableThing | WorkflowThing | CalledThing | CalledVariableThing | ObjectThing | ExpressionThing;

export interface ActivityThing {
  readonly kind: 'activity';
  readonly activity: Activity;
}

export interface VariableThing {
  readonly kind: 'variable';
  readonly variable: Variable;
  readonly workflow: Workflow;
}

export interface WorkflowThing {
  readonly kind: 'workflow';
  readonly workflow: Workflow;
}

/** A workflow or an atomic that the file names and does not hold. */
export interface CalledThing {
  readonly kind: 'called';
  /** Without prefix. */
  readonly id: string;
}

/** An input or an output of one. */
export interface CalledVariableThing {
  readonly kind: 'called-variable';
  readonly workflowId: string;
  readonly id: string;
}

/** Whatever else an export brings along or asks for: in which of its sections it stands, or would stand. */
export interface ObjectThing {
  readonly kind: 'object';
  readonly section: Section;
  readonly id: string;
  /** Missing where the file does not hold it. */
  readonly value: JsonObject | undefined;
  readonly path: JsonPathNode | undefined;
}

/** What stands between dollar signs and has no id: no file holds it. */
export interface ExpressionThing {
  readonly kind: 'expression';
  /** `$module_target;...$`, `$targetgroup....$` or `$output....$`. */
  readonly text: string;
  /** The event, the rule or the trigger whose output it is. */
  readonly around?: ObjectThing;
}

export type Section = (typeof sections)[number];

/** The maps of an export, by id, that ids elsewhere point into. */
export const sections = [
  'targets',
  'target_groups',
  'runtime_users',
  'variables',
  'categories',
  'triggers',
  'schedules',
  'events',
  'rules',
  'webhooks',
  'table_types',
] as const;
