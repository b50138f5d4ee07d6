import type { RuleCode } from './rule-code';

export type Severity = 'error' | 'warning' | 'info';

/** What a user may set; every field has a default in {@link defaultConfiguration}. */
export interface Configuration {
  /** Per rule: its severity, or `off`. A rule that is not named keeps its default. */
  readonly severities: Readonly<Partial<Record<RuleCode, Severity | 'off'>>>;
  /** Display names of further HTTP targets that lead to a SecureX API and will carry the token key. */
  readonly secureXTargets: readonly string[];
  /** Whether a migration also takes the token out of the workflow's description. */
  readonly updateDescription: boolean;
  /** Whether a migration replaces retired atomics by the system atomics, so that their token inputs can be emptied. */
  readonly replaceRetiredAtomics: boolean;
  /** Whether it also replaces those that keep their token: generators that stay, and Orbital's. */
  readonly replaceKeptAtomics: boolean;
}

export const defaultConfiguration: Configuration = {
  severities: {},
  secureXTargets: [],
  updateDescription: true,
  replaceRetiredAtomics: true,
  replaceKeptAtomics: false,
};

/** All that the language service may ask of the world around it. */
export interface LanguageServiceHost {
  /** Asked anew for each analysis; `uri` is the document's. */
  configuration(uri: string): Configuration;
  /** Called with plain sentences, never with the content of a file. */
  log?(level: 'debug' | 'warn' | 'error', message: string): void;
}
