import type { FilePasses } from '../../core/definition-index';
import type { DocumentSnapshot, MigrationPlan } from '../../core/language-service';
import type { PlanWords } from '../plan-words';

/** What is to be done to many files: the migration, the way back, or a move to other targets. */
export interface FolderWork {
  readonly words: PlanWords;
  readonly plan: (snapshots: readonly DocumentSnapshot[]) => readonly MigrationPlan[];
  /** What tells which files are planned together; without it, each is planned alone. */
  readonly passes?: (snapshot: DocumentSnapshot) => FilePasses;
  /** Whether a plan of the changed files tells what is left, or the plan by which they changed. */
  readonly isToldAnew: boolean;
}
