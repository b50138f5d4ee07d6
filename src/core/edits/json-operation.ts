import type { JsonPathNode } from '../document/json-path';

/** What shall become of a JSON text, said by paths into the text as it is. */
export type JsonOperation =
  | { readonly kind: 'set'; readonly path: JsonPathNode; readonly value: string | null }
  /** Removes a property or an item; `withEmptyList` also removes the list's own property when it was the last item. */
  | { readonly kind: 'remove'; readonly path: JsonPathNode; readonly withEmptyList?: boolean }
  /** Replaces part of a string; `start` and `end` count in the decoded string. */
  | {
      readonly kind: 'splice';
      readonly path: JsonPathNode;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    };
