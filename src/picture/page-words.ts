import type { ExportFormat, Toggle } from './page-messages';

/** What the page says of itself, in the editor's language, which the page does not know. */
export interface PageWords {
  readonly page: string;
  readonly outline: string;
  readonly picture: string;
  readonly pictureAfter: string;
  /** Above the two pictures. */
  readonly before: string;
  readonly after: string;
  readonly nothingToCompare: string;
  /** {0} of {1} activities are folded away, and the button {2} shows them. */
  readonly foldedAway: string;
  /** Of the groups of buttons, for whoever hears them. */
  readonly shown: string;
  readonly folding: string;
  readonly zoom: string;
  readonly export: string;
  readonly buttons: Readonly<Record<Toggle | ExportFormat | 'foldAll' | 'unfoldAll' | 'fit', ButtonWords>>;
  readonly zoomOut: string;
  readonly zoomIn: string;
}

export interface ButtonWords {
  readonly name: string;
  /** What it does, while the mouse is on it. */
  readonly title: string;
}
