import type { JsonPath } from '../../core/document/json-path';

/** One line of the explorer, before an editor shows it. Plain data: made anew whenever something changes. */
export interface ExplorerNode {
  /** The same for the same thing each time, so that an editor remembers what is open and selected. */
  readonly id: string;
  readonly label: string;
  /** Beside the label: host, key, method. */
  readonly description?: string;
  /** Markdown. */
  readonly tooltip?: string;
  /** What a screen reader says; without it, label and description. */
  readonly spoken?: string;
  readonly icon: ExplorerIcon;
  /** What menus go by. */
  readonly kind: ExplorerNodeKind;
  /** What else menus go by: what is so now and not always. */
  readonly traits?: readonly ExplorerTrait[];
  /** Nothing for a leaf. Called when the node is opened. */
  readonly children?: () => readonly ExplorerNode[];
  readonly isOpen?: boolean;
  /** Where a file names or defines it. */
  readonly place?: ExplorerPlace;
  /** What the node's own commands need. */
  readonly subject?: ExplorerSubject;
  /** The button at the end of the line. */
  readonly command?: { readonly command: string; readonly title: string; readonly arguments?: readonly unknown[] };
}

export interface ExplorerPlace {
  readonly uri: string;
  readonly path: JsonPath;
}

export interface ExplorerSubject {
  readonly name?: string;
  readonly uniqueName?: string;
  readonly tenant?: string;
}

/** A theme's icon by its name, in one of the colours that themes have for verdicts. */
export interface ExplorerIcon {
  readonly name: string;
  readonly colour?: 'good' | 'warning' | 'error';
}

export type ExplorerTrait = 'reading' | 'signIn' | 'tryAgain';

export type ExplorerNodeKind =
  | 'section'
  | 'tenant'
  | 'activeTenant'
  | 'snapshot'
  | 'target'
  | 'accountKey'
  | 'targetGroup'
  | 'remote'
  | 'use'
  | 'step'
  | 'openStep'
  | 'error'
  | 'note';
