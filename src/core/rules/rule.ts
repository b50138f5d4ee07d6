import type { FileAnalysis } from '../analysis/file-analysis';
import type { JsonPathNode } from '../document/json-path';
import type { WorkflowFile } from '../document/workflow';
import type { Repair } from '../edits/repair';
import type { Severity } from '../host';
import type { RuleCode } from '../rule-code';

/** A place in the file: a value or its key, whole or in part. */
export interface FindingPlace {
  readonly path: JsonPathNode;
  /** The key instead of the value. */
  readonly onKey?: boolean;
  /** A part of a string value, counted in the decoded string. */
  readonly part?: { readonly start: number; readonly end: number };
}

/** Related places beyond this number help nobody, and their number could grow with the square of a file's size. */
export const mostRelated = 10;

/** Something that a rule found, with its words and its repair. */
export interface Finding extends FindingPlace {
  /** What is wrong, why it matters, what to do. */
  readonly message: string;
  readonly tags?: readonly ('deprecated' | 'unnecessary')[];
  readonly related?: readonly (FindingPlace & { readonly message: string })[];
  /** The best repair first; composed only when somebody asks. */
  readonly repairs?: () => readonly Repair[];
  /** Whether the first repair is safe, known without composing it. */
  readonly isFixable?: boolean;
  /** False where a migration has nothing to do with it after all. */
  readonly isForMigration?: boolean;
  readonly workflow?: string;
  readonly activity?: { readonly uniqueName: string; readonly title: string };
}

/** A file that is a workflow export, analysed. */
export interface RuleContext extends FileAnalysis {
  readonly file: WorkflowFile;
  /** Whether a migration would give up uses that were never proven to work without a token, too. */
  readonly assumeOptional: boolean;
}

export interface Rule {
  readonly code: RuleCode;
  /** The default. */
  readonly severity: Severity;
  /** What it finds, in one sentence. */
  readonly summary: string;
  /** The best that its fixes can be. */
  readonly fix: 'safe' | 'unsafe' | 'none';
  /** Whether "fix all" takes its safe repairs along: only those that delete no activity and choose nothing. */
  readonly isInFixAll: boolean;
  readonly tags: readonly ('deprecated' | 'unnecessary')[];
  /** Whether a migration that does not end a finding leaves it to a person. */
  readonly isPartOfMigration: boolean;
  check(context: RuleContext): Iterable<Finding>;
}
