import type { JsonOperation } from './json-operation';

/** What would end a finding. */
export interface Repair {
  readonly title: string;
  /** An unsafe repair may change what the workflow does. */
  readonly isSafe: boolean;
  readonly operations: readonly JsonOperation[];
}
