import type { Change, ManualStep, MigrationStatus } from '../core/language-service';
import type { Vocabulary } from '../core/vocabulary';

export interface MigratedFile {
  readonly file: string;
  /** Whether the user named this very file. */
  readonly named: boolean;
  readonly status: MigrationStatus;
  readonly changes: readonly Change[];
  readonly manual: readonly ManualStep[];
  /** How many findings are left as they are on purpose. */
  readonly suppressed: number;
  /** Why it failed: it could not be read, is broken, or could not be written. */
  readonly error?: string;
  /** The words for it; nothing where it could not be read. */
  readonly vocabulary?: Vocabulary;
  /** Of the sets of targets that it uses. */
  readonly suffixes?: readonly string[];
  /** Whether a file was written. */
  readonly written: boolean;
  /** Only with `--diff`. */
  readonly patch?: string;
}

export interface MigrateSummary {
  readonly files: number;
  readonly migrated: number;
  readonly partial: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
  readonly changes: number;
  readonly manual: number;
  readonly suppressed: number;
  readonly written: number;
}

/** Turns a report into text piece by piece, so that nothing has to wait for the end. */
export interface MigrateFormatter {
  start(): string;
  file(migrated: MigratedFile): string;
  end(summary: MigrateSummary): string;
}

export class MigrateTally {
  #files = 0;
  #changes = 0;
  #manual = 0;
  #suppressed = 0;
  #written = 0;
  readonly #byStatus: Record<MigrationStatus, number> = {
    migrated: 0,
    partial: 0,
    unchanged: 0,
    skipped: 0,
    failed: 0,
  };

  add({ status, changes, manual, suppressed, written }: MigratedFile): void {
    this.#files += 1;
    this.#byStatus[status] += 1;
    this.#changes += changes.length;
    this.#manual += manual.length;
    this.#suppressed += suppressed;
    if (written) this.#written += 1;
  }

  summary(): MigrateSummary {
    return {
      files: this.#files,
      ...this.#byStatus,
      changes: this.#changes,
      manual: this.#manual,
      suppressed: this.#suppressed,
      written: this.#written,
    };
  }
}
