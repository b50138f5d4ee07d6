import type { JsonPathNode } from '../document/json-path';

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** What shall become of a JSON text, said by paths into the text as it is. */
export type JsonOperation =
  | { readonly kind: 'set'; readonly path: JsonPathNode; readonly value: JsonValue }
  /** Gives a property another key. */
  | { readonly kind: 'rename'; readonly path: JsonPathNode; readonly name: string }
  /** Removes a property or an item; `withEmptyList` also removes the list's own property when it was the last item. */
  | { readonly kind: 'remove'; readonly path: JsonPathNode; readonly withEmptyList?: boolean }
  /** Replaces part of a string; `start` and `end` count in the decoded string. */
  | {
      readonly kind: 'splice';
      readonly path: JsonPathNode;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }
  | InsertOperation;

/** Several insertions in one place come in the order in which they were asked for. */
export interface InsertOperation {
  readonly kind: 'insert';
  /** The list or the object that gets a member. */
  readonly path: JsonPathNode;
  /** Before the member that stands there now, counted in the text; at the end where there are fewer. */
  readonly at: number;
  /** The key, in an object. */
  readonly name?: string;
  readonly value: JsonValue;
}
