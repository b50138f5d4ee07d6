import type { Diagnostic } from '../core/language-service';
import type { TenantDiagnostic } from '../tenant/rules/check-against-tenant';

export interface CheckedFile {
  readonly file: string;
  /** Whether the user named this very file. */
  readonly named: boolean;
  readonly isWorkflow: boolean;
  readonly diagnostics: readonly (Diagnostic | TenantDiagnostic)[];
  /** Why it could not be read. */
  readonly error?: string;
}

export interface CheckSummary {
  readonly files: number;
  readonly workflows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly fixable: number;
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
  readonly #bySeverity = { error: 0, warning: 0, info: 0 };

  add(checked: CheckedFile): void {
    this.#files += 1;
    if (checked.isWorkflow) this.#workflows += 1;
    if (checked.error !== undefined) this.#unreadable += 1;
    for (const diagnostic of checked.diagnostics) {
      this.#bySeverity[diagnostic.severity] += 1;
      if (diagnostic.fixable) this.#fixable += 1;
      if (diagnostic.code === 'json-syntax') this.#broken += 1;
    }
  }

  /** Whether some input could not be read or is no JSON. */
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
      unreadable: this.#unreadable,
    };
  }
}
