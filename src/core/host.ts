import type { DocumentSnapshot } from './language-service';
import type { RuleCode } from './rule-code';
import type { VocabularyChoice } from './vocabulary';

export type Severity = 'error' | 'warning' | 'info';

/** What a user may set; every field has a default in {@link defaultConfiguration}. */
export interface Configuration {
  /** Per rule: its severity, or `off`. A rule that is not named keeps its default. */
  readonly severities: Readonly<Partial<Record<RuleCode, Severity | 'off'>>>;
  /** Display names of further HTTP targets that lead to a SecureX API and will carry the token key. */
  readonly secureXTargets: readonly string[];
  /** Patterns of such names, in which `*` stands for any characters. */
  readonly namePatterns: readonly string[];
  /** What the names of further sets of targets end with, beside `_Token` and `_Legacy`. */
  readonly suffixes: readonly string[];
  /** Atomics that the catalogue does not know, or that somebody changed so that they work without a token. */
  readonly atomics: readonly OwnAtomic[];
  /** Those that hold for this document today. */
  readonly suppressions: readonly Suppression[];
  /** Whether a migration also takes the token out of the workflow's description. */
  readonly updateDescription: boolean;
  /** Whether a migration replaces retired atomics by the system atomics, so that their token inputs can be emptied. */
  readonly replaceRetiredAtomics: boolean;
  /** Whether it also replaces those that keep their token: generators that stay, and Orbital's. */
  readonly replaceKeptAtomics: boolean;
  /** Whose words messages use. */
  readonly vocabulary: VocabularyChoice;
  /** Why the project file does not count. Nothing is edited as long as nobody knows what it was to keep. */
  readonly projectProblem?: string;
}

/** An atomic that takes a token, by the word of the people who use it. */
export interface OwnAtomic {
  /** Both ids without the prefix that tells what they are of. */
  readonly id: string;
  readonly tokenInput: string;
  readonly name: string;
  /** Whether they vouch that it works on the target's own key while its input is empty. */
  readonly emptyInput: 'proven' | 'unknown';
}

/** Findings that are left as they are on purpose: they are not shown, and what they stand for is not migrated. */
export interface Suppression {
  readonly rule: string;
  /** A path, or a pattern of paths, from the folder of the project file. */
  readonly file?: string | undefined;
  /** The title or the `unique_name`. */
  readonly workflow?: string | undefined;
  /** The `unique_name`. */
  readonly activity?: string | undefined;
  readonly reason: string;
  /** The last day on which it holds: `2027-01-31`. */
  readonly expires?: string | undefined;
}

export const defaultConfiguration: Configuration = {
  severities: {},
  secureXTargets: [],
  namePatterns: [],
  suffixes: [],
  atomics: [],
  suppressions: [],
  updateDescription: true,
  replaceRetiredAtomics: true,
  replaceKeptAtomics: false,
  vocabulary: 'auto',
};

/** All that the language service may ask of the world around it. */
export interface LanguageServiceHost {
  /** Asked anew for each analysis; `uri` is the document's. */
  configuration(uri: string): Configuration;
  /**
   * The files that define a workflow, for a token that goes into it from another file. They are looked at and never
   * changed; without one, what the workflow does with the token is not known.
   */
  definitions?(workflowId: string): readonly DocumentSnapshot[];
  /** Called with plain sentences, never with the content of a file. */
  log?(level: 'debug' | 'warn' | 'error', message: string): void;
}
