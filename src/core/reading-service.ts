import type { JsonPath } from './document/json-path';
import type { DocumentSnapshot, TextEdit } from './language-service';
import type { Position, Range } from './text/position';

export interface Hover {
  /** Every word that comes from a file is escaped. */
  readonly markdown: string;
  readonly range: Range;
}

export interface DefinitionPlace {
  readonly uri: string;
  /** All of it. */
  readonly range: Range;
  /** Its name, or its id where it has none. */
  readonly selection: Range;
  /** What was asked about. */
  readonly origin: Range;
}

export interface Highlight {
  readonly range: Range;
  readonly kind: 'read' | 'write' | 'text';
}

export const inlayKinds = [
  'activities',
  'references',
  'inputs',
  'atomics',
  'targets',
  'accountKeys',
  'categories',
] as const;
export type InlayKind = (typeof inlayKinds)[number];

/** A name beside an id. */
export interface InlayHint {
  readonly kind: InlayKind;
  readonly position: Position;
  /** Whether what it names follows it. */
  readonly isBefore: boolean;
  readonly text: string;
  /** What it is: "HTTP Request", "local variable", ... */
  readonly tooltip: string;
}

export type OutlineKind =
  'workflow' | 'activity' | 'branch' | 'loop' | 'call' | 'variable' | 'target' | 'trigger' | 'group';

export interface OutlineNode {
  readonly name: string;
  readonly detail: string;
  readonly kind: OutlineKind;
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly OutlineNode[];
}

export interface Folding {
  /** Zero-based lines, both included. */
  readonly start: number;
  readonly end: number;
  readonly isActivity: boolean;
}

/** Where a link in the text leads: a page, or the file that defines a workflow. */
export interface DocumentLink {
  readonly range: Range;
  readonly target: string;
  readonly tooltip: string;
}

export type Renamed =
  | { readonly range: Range; readonly name: string }
  /** Why there is nothing to rename, in a sentence for people. */
  | { readonly problem: string };
export type CalledKind = 'workflow' | 'atomic' | 'activity' | 'variable';

/** Who calls and who is called, or what an access token comes by; its document and its path are what to ask again by. */
export interface CallItem {
  readonly uri: string;
  readonly path: JsonPath;
  readonly name: string;
  /** What it is, and what it has to do with the one that was asked about. */
  readonly detail: string;
  readonly kind: CalledKind;
  /** All of it. */
  readonly range: Range;
  /** Its name, or its id where it has none. */
  readonly selection: Range;
  /** The id of the workflow that other files may call, or pass a token to. */
  readonly workflowId: string | undefined;
}

export interface Call {
  readonly item: CallItem;
  /** Where it is called or the token goes on, in the document of the one that does so. */
  readonly ranges: readonly Range[];
}

export type SymbolKind = CalledKind;

/** Something of a workflow file that has a name. */
export interface WorkflowSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** The title of the workflow around it; empty for a workflow. */
  readonly container: string;
  /** Where its name stands. */
  readonly path: JsonPath;
}

/** What an index of many files keeps of one. */
export interface FileSymbols {
  readonly symbols: readonly WorkflowSymbol[];
  /** The ids of the workflows and atomics that it calls. */
  readonly calls: ReadonlySet<string>;
}

export type CompletionKind = 'activity' | 'variable' | 'target' | 'value';

/** Something that can be written at the cursor. */
export interface Completion {
  readonly label: string;
  /** What it is. */
  readonly detail: string;
  /** More about it; every word that comes from a file is escaped. */
  readonly markdown?: string;
  readonly kind: CompletionKind;
  /** As it is written between the quotes of a JSON string. */
  readonly insertText: string;
  /** What a person may type to find it, from the start of the range on: names, not ids. */
  readonly filterText: string;
  /** The best comes first. */
  readonly sortText: string;
  /** What it takes the place of; the cursor stands in it or at its end. */
  readonly range: Range;
}

export type Rename =
  | { readonly edits: readonly TextEdit[] }
  /** Why it is not done, in a sentence for people. */
  | { readonly problem: string };

/** What a person asks of a workflow while reading it. Nothing is found in text that is no workflow export. */
export interface ReadingService {
  /** What stands under the cursor, in words. */
  hover(document: DocumentSnapshot, position: Position): Hover | undefined;
  /** Names beside the ids in a range; in a very large document none. */
  inlayHints(document: DocumentSnapshot, range: Range): readonly InlayHint[];
  definition(document: DocumentSnapshot, position: Position): DefinitionPlace | undefined;
  /** All places in the document that name the same thing. */
  references(
    document: DocumentSnapshot,
    position: Position,
    options?: { readonly withDefinition?: boolean },
  ): readonly Range[];
  highlights(document: DocumentSnapshot, position: Position): readonly Highlight[];
  /** The name of what is under the cursor, as it is. */
  renamed(document: DocumentSnapshot, position: Position): Renamed;
  /** Gives the activity or the variable under the cursor another display name. */
  rename(document: DocumentSnapshot, position: Position, name: string): Rename;
  /** What can be written in the string under the cursor: references by the names of things, targets, known values. */
  completions(document: DocumentSnapshot, position: Position): readonly Completion[];
  outline(document: DocumentSnapshot): readonly OutlineNode[];
  foldings(document: DocumentSnapshot): readonly Folding[];
  /** For each position the ranges around it, innermost first. */
  selectionRanges(document: DocumentSnapshot, positions: readonly Position[]): readonly (readonly Range[])[];
  links(document: DocumentSnapshot): readonly DocumentLink[];
  /**
   * The workflow, the atomic, or the activity or variable on a token's way that stands under the cursor. A definition in
   * another document has that document's uri.
   */
  prepareCalls(document: DocumentSnapshot, position: Position): CallItem | undefined;
  /**
   * Who calls a workflow; from where an access token comes to an activity or a variable.
   * @param path that of an item in the document.
   * @param callers documents that call its workflow: see {@link SymbolIndex.filesCalling}.
   */
  incomingCalls(document: DocumentSnapshot, path: JsonPath, callers?: readonly DocumentSnapshot[]): readonly Call[];
  /** What a workflow or an activity calls; where the access token goes that an activity or a variable has. */
  outgoingCalls(document: DocumentSnapshot, path: JsonPath): readonly Call[];
  /** For a {@link SymbolIndex}. */
  symbols(document: DocumentSnapshot): FileSymbols;
}
