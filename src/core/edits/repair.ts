import type { JsonOperation } from './json-operation';

/** What would end a finding. */
export interface Repair {
  readonly title: string;
  /** An unsafe repair may change what the workflow does. */
  readonly isSafe: boolean;
  /** Whether "fix all" takes it along: only what is safe and deletes no activity. */
  readonly isForAll: boolean;
  readonly operations: readonly JsonOperation[];
}
