import type { FilePasses } from './definition-index';
import type { JsonPath } from './document/json-path';
import type { Severity, Suppression } from './host';
import type { FileInventory } from './inventory';
import type { ReadingService } from './reading-service';
import type { RuleCode } from './rule-code';
import type { Range } from './text/position';
import type { Vocabulary } from './vocabulary';
import type { WorkflowDescription } from './workflow-description';
import type { WorkflowGraph } from './workflow-graph';

/** One version of a document. Immutable: a new version is a new object, so analyses are cached by it. */
export interface DocumentSnapshot {
  readonly uri: string;
  readonly text: string;
}

/** Replaces `length` UTF-16 code units at `offset` (the same place as `range`). */
export interface TextEdit {
  readonly range: Range;
  readonly offset: number;
  readonly length: number;
  readonly newText: string;
}

/** A finding that is not shown, and why. */
export interface SuppressedDiagnostic {
  readonly diagnostic: Diagnostic;
  /** All that ask for it. */
  readonly suppressions: readonly Suppression[];
}

/** Whose a place in a document is: the innermost around it, and nobody's where it is of the file as a whole. */
export interface PlaceOwner {
  readonly workflow?: { readonly uniqueName: string; readonly title: string };
  readonly activity?: { readonly uniqueName: string; readonly title: string };
}

export interface RelatedInformation {
  readonly message: string;
  readonly range: Range;
}

export interface Diagnostic {
  /** `json-syntax` for text that is no JSON; otherwise the rule that found it. */
  readonly code: RuleCode | 'json-syntax';
  readonly severity: Severity;
  /** What is wrong, why it matters, and what to do. */
  readonly message: string;
  readonly range: Range;
  readonly path: JsonPath;
  readonly tags: readonly ('deprecated' | 'unnecessary')[];
  readonly related: readonly RelatedInformation[];
  /** The page that explains the rule, from the root of the project; empty where there is none. */
  readonly documentation: string;
  /** Whether a safe fix exists. */
  readonly fixable: boolean;
}

export type FixKind = 'quickfix' | 'source.fixAll.sxo' | 'refactor.rewrite.sxo';

export interface Fix {
  readonly title: string;
  readonly kind: FixKind;
  /** An unsafe fix may change what the workflow does; it is never preferred and never part of fix-all. */
  readonly safe: boolean;
  readonly preferred: boolean;
  /** The findings that this fix ends; empty for a change of the whole workflow. */
  readonly diagnostics: readonly Diagnostic[];
  readonly edits: readonly TextEdit[];
}

export interface FixQuery {
  /** Only fixes for findings that touch this range; the whole document without it. */
  readonly range?: Range;
  /** Only fixes of these kinds or their children (`source` asks for `source.fixAll.sxo`, too). */
  readonly only?: readonly string[];
}

export interface MigrationOptions {
  /** Also empty the inputs of atomics whose definition was never seen to work without a token. */
  readonly assumeOptional?: boolean;
}

/** To which set of targets workflows move: one whose names have a suffix, or that of Cisco XDR. */
export type RetargetingOptions = SuffixRetargeting | XdrRetargeting;

export interface SuffixRetargeting {
  /** What stands behind the usual name of a target in the second set: `_Token`, `_Legacy`, or what a tenant has. */
  readonly suffix: string;
  /** Back from the second set to the usual names. */
  readonly isUndo?: boolean;
}

export interface XdrRetargeting {
  readonly to: 'xdr';
  /** Back to SecureX's names. */
  readonly isUndo?: boolean;
  /** Also the names whose counterpart is inferred, not documented. */
  readonly withInferred?: boolean;
}

export type ChangeKind =
  | 'replace-atomic'
  | 'empty-input'
  | 'remove-header'
  | 'make-input-optional'
  | 'delete-activity'
  | 'remove-assignment'
  | 'remove-variable'
  | 're-point-time'
  | 'prune-dependency'
  | 'replace-dependency'
  | 're-point-target'
  | 'update-description'
  | 'retarget'
  // Of a conversion to the legacy method:
  | 'insert-generator'
  | 'bind-input'
  | 'add-header'
  | 'add-dependency';

/** One thing that a migration or a conversion does. */
export interface Change {
  readonly kind: ChangeKind;
  /** The workflow's display name. */
  readonly workflow: string;
  /** The `unique_name` of the activity, or `null` where the change is the workflow's own. */
  readonly activity: string | null;
  /** The activity's title, or what else is changed. */
  readonly title: string;
  /** A full sentence for people. */
  readonly message: string;
  /** Where it happens, in the text before the migration. */
  readonly range: Range;
  readonly edits: readonly TextEdit[];
}

/** One thing that a migration leaves to a person, and why. */
export interface ManualStep {
  /** `retarget` for what a retargeting leaves as it is; otherwise the rule that explains it. */
  readonly code: RuleCode | 'json-syntax' | 'retarget';
  readonly workflow: string;
  readonly activity: string | null;
  readonly title: string;
  readonly message: string;
  readonly range: Range;
}

/**
 * `migrated`: everything went, or was converted; `partial`: something is left to a person; `unchanged`: no token is
 * passed by hand, or nothing needs one; `skipped`: no workflow export; `failed`: broken, or the result did not pass its own verification.
 */
export type MigrationStatus = 'migrated' | 'partial' | 'unchanged' | 'skipped' | 'failed';

export interface MigrationPlan {
  readonly status: MigrationStatus;
  readonly changes: readonly Change[];
  readonly manual: readonly ManualStep[];
  /** How many findings of a migration the project file suppresses, so that it leaves them as they are; missing where none. */
  readonly suppressed?: number;
  /** All edits of all changes, merged: sorted, not overlapping. */
  readonly edits: readonly TextEdit[];
  /** The text after the migration; the very same text when nothing changes. */
  readonly newText: string;
  /** One line, only with `failed`. */
  readonly error?: string;
}

/** What a code lens and a status item say of one workflow in the document. */
export interface LegacySummary {
  readonly workflow: string;
  /** The name of the workflow at the head of its definition. */
  readonly range: Range;
  /** How many activities take a token by hand. */
  readonly activities: number;
  /** How many of them a migration would change. */
  readonly migratable: number;
}

export interface DocumentSummary {
  /** False for JSON that is something else and for text that is no JSON at all. */
  readonly isWorkflow: boolean;
  readonly legacy: readonly LegacySummary[];
}

/** The one door into the core. Never throws for any text. */
export interface LanguageService extends ReadingService {
  /** Findings sorted by position; none for JSON that is no workflow export. */
  diagnose(document: DocumentSnapshot): readonly Diagnostic[];
  /** What the suppressions that hold for the document keep from being found. */
  suppressed(document: DocumentSnapshot): readonly SuppressedDiagnostic[];
  /** The innermost workflow and activity around a path. */
  ownerOf(document: DocumentSnapshot, path: JsonPath): PlaceOwner;
  fixes(document: DocumentSnapshot, query?: FixQuery): readonly Fix[];
  planMigration(document: DocumentSnapshot, options?: MigrationOptions): MigrationPlan;
  /** Plans the move of all workflows of the file to another set of SecureX targets; `migrated` means moved. */
  planRetargeting(document: DocumentSnapshot, options: RetargetingOptions): MigrationPlan;
  /** The reverse of a migration, for a tenant that has nothing but the legacy method. */
  planConversion(document: DocumentSnapshot): MigrationPlan;
  /**
   * One plan for each document. Definitions and their callers in other documents change together or not at all, so
   * either all of these plans are carried out or none.
   */
  planMigrations(documents: readonly DocumentSnapshot[], options?: MigrationOptions): readonly MigrationPlan[];
  /** Which workflows the document hands tokens to: for a {@link DefinitionIndex}. */
  passes(document: DocumentSnapshot): FilePasses;
  summarize(document: DocumentSnapshot): DocumentSummary;
  /** The words for whoever reads of the document as a whole: whose they are, its configuration says or its targets show. */
  vocabulary(document: DocumentSnapshot): Vocabulary;
  /** The suffixes of the sets of SecureX targets that the document uses; the empty one is that of the usual names. */
  suffixesInUse(document: DocumentSnapshot): readonly string[];
  /** Facts about each workflow of the file, outermost first; none for JSON that is no workflow export. */
  describe(document: DocumentSnapshot): readonly WorkflowDescription[];
  /** The workflows of the file as boxes and lines; of broken JSON what can be read, nothing of what is no workflow export. */
  graph(document: DocumentSnapshot): WorkflowGraph;
  /** What the file asks of a tenant; empty for JSON that is no workflow export. */
  inventory(document: DocumentSnapshot): FileInventory;
  /** Where the value at a path stands, or what should hold it. */
  locate(document: DocumentSnapshot, path: JsonPath): Range;
}
