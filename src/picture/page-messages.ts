import type { PictureGraph } from './picture-graph';

/** What the editor tells the page. */
export type ToPage =
  | {
      readonly type: 'graph';
      /** Of the document; kept by the page, so that the panel can come back after a restart. */
      readonly uri: string;
      readonly graph: PictureGraph;
      /** The same after a migration, where the page asked to compare. */
      readonly after?: PictureGraph;
      /** Why not all of it, or nothing, can be drawn. */
      readonly problem?: string;
    }
  /** The node around the cursor. */
  | { readonly type: 'cursor'; readonly node: string | null };

export type ExportFormat = 'svg' | 'mermaid';

/** What the page tells the editor. */
export type FromPage =
  | { readonly type: 'ready'; readonly compares: boolean }
  | { readonly type: 'compare'; readonly compares: boolean }
  /** Somebody chose a node: the editor shows it in the text. */
  | { readonly type: 'reveal'; readonly node: string }
  | { readonly type: 'export'; readonly format: ExportFormat; readonly text: string };

/** What the page keeps, and the editor hands back after a restart. */
export interface PageState {
  readonly uri: string;
  /** Nothing until somebody folds something. */
  readonly folded?: readonly string[];
  readonly zoom: number;
  readonly shows: Readonly<Record<Toggle, boolean>>;
}

export const toggles = ['outline', 'token', 'data', 'migration'] as const;
export type Toggle = (typeof toggles)[number];
