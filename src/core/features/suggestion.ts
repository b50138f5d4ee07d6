import type { Activity, Workflow } from '../document/workflow';
import type { DocumentReading } from '../reading/document-reading';
import type { StringAt } from '../reading/string-at';
import type { Completion } from '../reading-service';

/** A completion whose place is not decided yet. */
export interface Suggestion extends Pick<Completion, 'label' | 'detail' | 'markdown' | 'kind' | 'filterText'> {
  /** Not yet escaped. */
  readonly insertText: string;
  /** Groups are sorted by their digit, and what is in one by its order. */
  readonly group: number;
  readonly order: number;
}

/** Where something is being written, and whose place that is. */
export interface WritingPlace {
  readonly reading: DocumentReading;
  readonly string: StringAt;
  readonly workflow: Workflow;
  readonly activity: Activity | undefined;
}
