import type { TokenConsumer } from '../catalog/atomics';
import type { Activity, Reference, Workflow } from '../document/workflow';
import type { JsonOperation } from '../edits/json-operation';
import type { RuleCode } from '../rule-code';
import type { DefinedInput } from './call-graph';
import type { Gap, Replacement } from './replacements';
import type { ResolvedTarget } from './targets';

/** Why the account key of its target does not serve an activity. */
export type TargetObstacle =
  'token-target' | 'orbital-target' | 'other-target' | 'unknown-target' | 'account-key-override';

/** Why a use of a token is not simply given up. */
export type Obstacle =
  /** Nothing but the wish to leave it as it is. */
  | 'suppressed'
  /** The atomic is known not to work, or was never seen to work, without a token. */
  | 'retired-atomic'
  | 'community-atomic'
  | 'unknown-atomic'
  | 'sub-workflow'
  /** It goes on into a definition, or comes from a caller, where something keeps it: they change together or not at all. */
  | 'definition'
  | 'callers'
  /** The activity runs where the token key will not be. */
  | TargetObstacle
  /** The token is another account's than the target's key would be, or may be something else altogether. */
  | 'generator-key'
  | 'generator-target'
  | 'several-token-targets'
  | 'mixed-variable'
  /** The token goes where no key can serve. */
  | 'gen-jwt'
  | 'script'
  | 'request'
  | 'variable'
  | 'elsewhere';

/** `definition-input`: of a workflow whose definition is at hand, so that the token is followed into it. */
export type UsePlace = 'access-token-input' | 'authorization-header' | 'definition-input' | 'elsewhere';

/** A place that a token reaches, assignments to local variables left aside. */
export interface TokenUse {
  readonly reference: Reference;
  readonly activity: Activity | undefined;
  readonly place: UsePlace;
  readonly consumer: TokenConsumer | undefined;
  readonly target: ResolvedTarget | undefined;
  /** The input of a definition that it fills. */
  readonly fills: DefinedInput | undefined;
  /** The inputs of its own workflow by way of which the token may come. */
  readonly from: readonly DefinedInput[];
  /** Where the way through definitions is barred, for the obstacles `definition` and `callers`. */
  readonly bar: Bar | undefined;
  /** `undefined`: the use can be given up. */
  readonly obstacle: Obstacle | undefined;
  /** A product that no token key covers: the token stays, and nothing is wrong with it. */
  readonly isOrbital: boolean;
  /** Given up only if the workflow's own target is pointed elsewhere, because the activity inherits it. */
  readonly needsWorkflowTarget: boolean;
  /** Whether a person may overrule the obstacle: at worst the call goes out without a token. */
  readonly isUnproven: boolean;
  /** For the Access Token input of a retired atomic: the call of the system atomic, or why there can be none. */
  readonly replacement: Replacement | Gap | undefined;
  /** The rule that reports it; none for Orbital's, with which nothing is wrong. */
  readonly rule: RuleCode | undefined;
  /** Whether it is left as it is on purpose. */
  readonly isSuppressed: boolean;
}

/** What keeps a token from being taken out of a definition and its callers together, and in which workflow. */
export interface Bar {
  readonly workflow: Workflow;
  readonly activity: Activity | undefined;
  readonly reason:
    | { readonly kind: 'use'; readonly use: TokenUse }
    /** A copy of the definition lacks the input; something else writes it; somebody fills it with something else. */
    | { readonly kind: 'disputed' | 'written' | 'filled-otherwise' }
    /** The file that holds it is not to be changed, or not now. */
    | { readonly kind: 'held' };
}

export function isUnproven(use: TokenUse): boolean {
  return use.isUnproven;
}

/** What giving up a use does to the file. */
export function giveUp(use: TokenUse): JsonOperation {
  const { path } = use.reference;
  return use.place === 'authorization-header' && path.parent
    ? { kind: 'remove', path: path.parent, withEmptyList: true }
    : { kind: 'set', path, value: '' };
}
