import type { Diagnostic } from '../core/language-service';
import type { ProjectDiagnostic } from '../core/project/project-rule';
import type { TenantDiagnostic } from '../tenant/rules/check-against-tenant';

export interface CheckedFile {
  readonly file: string;
  /** Whether the user named this very file. */
  readonly named: boolean;
  readonly isWorkflow: boolean;
  readonly diagnostics: readonly (Diagnostic | TenantDiagnostic | ProjectDiagnostic)[];
  /** How many findings are left as they are on purpose. */
  readonly suppressed: number;
  /** Whether it is a project file, which is none of the files that were asked about. */
  readonly isProject?: true;
  /** What is said of a named file that is no workflow export and in which nothing is found. */
  readonly remark?: string;
  /** Why it could not be read. */
  readonly error?: string;
}

export interface CheckSummary {
  /** Those that could be read. */
  readonly files: number;
  readonly workflows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly fixable: number;
  readonly suppressed: number;
  /** Files and folders. */
  readonly unreadable: number;
}

/** Turns a report into text piece by piece, so that nothing has to wait for the end. */
export interface CheckFormatter {
  start(): string;
  file(checked: CheckedFile): string;
  end(summary: CheckSummary): string;
}

export class CheckTally {
  #files = 0;
  #workflows = 0;
  #unreadable = 0;
  #broken = 0;
  #fixable = 0;
  #suppressed = 0;
  readonly #bySeverity = { error: 0, warning: 0, info: 0 };

  add(checked: CheckedFile): void {
    if (!checked.isProject && checked.error === undefined) this.#files += 1;
    this.#suppressed += checked.suppressed;
    if (checked.isWorkflow) this.#workflows += 1;
    if (checked.error !== undefined) this.#unreadable += 1;
    for (const diagnostic of checked.diagnostics) {
      this.#bySeverity[diagnostic.severity] += 1;
      if (diagnostic.fixable) this.#fixable += 1;
      if (diagnostic.code === 'json-syntax' || diagnostic.code === 'project-file') this.#broken += 1;
    }
  }

  /** Whether some input could not be read, is no JSON, or is a project file that does not count. */
  get trouble(): boolean {
    return this.#unreadable + this.#broken > 0;
  }

  summary(): CheckSummary {
    const { error, warning, info } = this.#bySeverity;
    return {
      files: this.#files,
      workflows: this.#workflows,
      errors: error,
      warnings: warning,
      infos: info,
      fixable: this.#fixable,
      suppressed: this.#suppressed,
      unreadable: this.#unreadable,
    };
  }
}
