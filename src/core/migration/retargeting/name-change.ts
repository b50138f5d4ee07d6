import type { JsonPathNode } from '../../document/json-path';
import type { JsonOperation } from '../../edits/json-operation';

/** What becomes of a choice of a target by its name; nothing where it has nothing to do with the matter. */
export type Fate =
  /** `note`: what a person should know of it, in sentences. `isOneWay`: the way back leads to another spelling. */
  | { readonly is: 'moves'; readonly to: string; readonly note?: string; readonly isOneWay?: boolean }
  /** `why`: half a sentence after the name. `isThere`: it has the name already that others get. */
  | { readonly is: 'left'; readonly why: string; readonly isThere?: boolean };

/** The change from the names of one set of targets to those of another, or back. */
export interface NameChange {
  readonly isUndo: boolean;
  fateOf(name: string): Fate | undefined;
  nameAfter(name: string): string;
  renaming(path: JsonPathNode, name: string): JsonOperation;
  /** Names that count where they are all of a text, as a variable may hold what a criterion asks for. */
  knownNames(declared: readonly string[]): readonly string[];
  /** Why a target that an integration manages stays, half a sentence; nothing where that is no matter. */
  whyIntegrationStays(expression: string): string | undefined;
  /** What to do where no name in the file tells on which target something runs: a sentence. */
  readonly adviceWithoutName: string;
}
