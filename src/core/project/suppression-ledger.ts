import type { Severity, Suppression } from '../host';
import { isExactPath } from '../text/wildcard';
import { isExpired } from './configure';
import { projectDiagnostic, type ProjectFile } from './project-file';
import { suppressionRule, type ProjectDiagnostic } from './project-rule';

/** What a host knows when it asks which suppressions are of no use. */
export interface LedgerQuery {
  /** As 2027-01-31. */
  readonly today: string;
  /** Whether every file under the project's folder was looked at. */
  readonly isComplete: boolean;
  /** Whether a rule was asked at all: nothing is known of the suppressions of others. */
  readonly isAsked: (rule: string) => boolean;
  /** As the settings have them; the project file's go before. */
  readonly severities: Readonly<Record<string, Severity | 'off' | undefined>>;
}

/** Remembers which suppressions of a project file were of use, file by file. */
export class SuppressionLedger {
  readonly #project: ProjectFile;
  /** Nothing for a file that could not be looked at in full. */
  readonly #usedIn = new Map<string, ReadonlySet<Suppression> | undefined>();

  constructor(project: ProjectFile) {
    this.#project = project;
  }

  /** @param file its path from the project's folder; `used` is missing where not all of it could be read. */
  note(file: string, used: Iterable<Suppression> | undefined): void {
    this.#usedIn.set(file, used && new Set(used));
  }

  /** The suppressions that are expired, and those that are known to hide nothing. */
  findings({ today, isComplete, isAsked, severities }: LedgerQuery): ProjectDiagnostic[] {
    const { configuration } = this.#project;
    if (!configuration) return [];
    const chosen = { ...severities, ...configuration.severities };
    const severity = chosen[suppressionRule.code] ?? suppressionRule.severity;
    if (severity === 'off') return [];
    return configuration.suppressions.flatMap((suppression, index) => {
      const message = isExpired(suppression, today)
        ? `The last day of this suppression was ${suppression.expires ?? ''}, so it hides no finding of ${suppression.rule} any more: settle what it hid and take it out, or give it a later day.`
        : isAsked(suppression.rule) && chosen[suppression.rule] !== 'off' && this.#isStale(suppression, isComplete)
          ? `This suppression hides nothing any more, because there is no such finding of ${suppression.rule}: take it out.`
          : undefined;
      const path = ['suppressions', index];
      if (message === undefined) return [];
      return [{ ...projectDiagnostic(suppressionRule, severity, { path, message }, this.#project), fixable: true }];
    });
  }

  #isStale(suppression: Suppression, isComplete: boolean): boolean {
    const { file } = suppression;
    if (file !== undefined && this.#usedIn.has(file) && isExactPath(file)) {
      return this.#usedIn.get(file)?.has(suppression) === false;
    }
    const looks = [...this.#usedIn.values()];
    return isComplete && looks.every((used) => used?.has(suppression) === false);
  }
}
