import type { WorkflowMethod } from './inventory';

export interface VariableDescription {
  readonly name: string;
  /** `string`, `table`, ...: as the file has it, without what all types begin with. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
}

/** What a workflow calls, and how often. */
export interface CallDescription {
  readonly name: string;
  readonly id: string;
  readonly calls: number;
}

/** One workflow of a file in facts, for a page about it. */
export interface WorkflowDescription {
  readonly uniqueName: string;
  readonly title: string;
  /** As its author wrote it. */
  readonly purpose: string;
  readonly method: WorkflowMethod;
  readonly inputs: readonly VariableDescription[];
  readonly outputs: readonly VariableDescription[];
  /** The names of the targets that it runs on, or their ids where the file has no name. */
  readonly targets: readonly string[];
  /** The names, or the ids, of account keys that take the place of a target's own. */
  readonly accountKeys: readonly string[];
  readonly atomics: readonly CallDescription[];
}
