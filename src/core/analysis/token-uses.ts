import type { TokenConsumer } from '../catalog/atomics';
import { bareId } from '../document/reference';
import type { Activity, Reference, Workflow } from '../document/workflow';
import type { JsonOperation } from '../edits/json-operation';
import type { Suppression } from '../host';
import type { RuleCode } from '../rule-code';
import { overridesKey, type ResolvedTarget, type TargetResolver } from './targets';
import { isSetVariables } from './assignments';
import { isCall, type CallGraph, type DefinedInput } from './call-graph';
import { isRetired, type Gap, type Replacement } from './replacements';
import { isSuppressed } from './suppressions';
import { consumerCalledBy, type TokenConsumers } from './token-consumers';
import { identityOf, type GeneratorCall, type TokenFlow } from './token-flow';

/** Why the account key of its target does not serve an activity. */
export type TargetObstacle =
  | 'token-target'
  | 'orbital-target'
  | 'other-target'
  | 'unknown-target'
  | 'account-key-override';

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

/** The header is one of ours, but another key than the target's own is meant. */
const ofKey: ReadonlySet<Obstacle | undefined> = new Set<Obstacle>([
  'account-key-override',
  'generator-key',
  'generator-target',
  'several-token-targets',
  'mixed-variable',
]);

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

/** What becomes of the calls of retired atomics. */
export interface ReplacementFinder {
  /** Whether a migration replaces them; otherwise each is an obstacle. */
  readonly isWanted: boolean;
  of(activity: Activity): Replacement | Gap | undefined;
}

/** What decides on uses besides the flow of the token. */
export interface UseContext {
  readonly targets: TargetResolver;
  readonly consumers: TokenConsumers;
  readonly suppressions: readonly Suppression[];
  readonly replacements: ReplacementFinder;
  readonly graph: CallGraph;
}

type ClassifiedUse = Omit<TokenUse, 'rule' | 'isSuppressed' | 'bar'>;

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

/** All uses of the tokens in one workflow, in the order of the file; what definitions and callers do is not asked yet. */
export function findTokenUses(flow: TokenFlow, context: UseContext): TokenUse[] {
  const uses: TokenUse[] = [];
  for (const { reference, cargo } of flow.reads) {
    if (cargo !== 'token' || isStored(flow, reference)) continue;
    uses.push(withRule(classify(reference, flow, context), context.suppressions));
  }
  return uses;
}

/** Whether the reference is all that an assignment stores in a local variable. */
function isStored(flow: TokenFlow, reference: Reference): boolean {
  if (!reference.activity || !isSetVariables(reference.activity) || !reference.isWhole) return false;
  return flow.assignmentsOf(reference.activity).some(({ variable, value }) => variable && value === reference);
}

function withRule(use: ClassifiedUse, suppressions: readonly Suppression[]): TokenUse {
  const rule = ruleOf(use);
  const { activity, workflow } = use.reference;
  if (rule === undefined || !isSuppressed(rule, { workflow, ...(activity ? { activity } : {}) }, suppressions)) {
    return { ...use, rule, isSuppressed: false, bar: undefined };
  }
  const obstacle = use.obstacle ?? 'suppressed';
  return { ...use, rule, isSuppressed: true, obstacle, isUnproven: false, needsWorkflowTarget: false, bar: undefined };
}

function ruleOf({ place, consumer, obstacle, isOrbital, fills }: ClassifiedUse): RuleCode | undefined {
  if (isOrbital) return undefined;
  if (place === 'access-token-input' && consumer?.emptyInput === 'proven') return 'access-token-input';
  if (place === 'authorization-header' && (obstacle === undefined || ofKey.has(obstacle))) {
    return 'authorization-header';
  }
  const isOfRetired = fills ? consumer !== undefined && isRetired(consumer) : isRetiredInput(place, consumer);
  return isOfRetired ? 'retired-atomic' : 'token-needs-review';
}

/** Whether a token goes into the Access Token input of an atomic of an old generation, whatever else is in the way. */
function isRetiredInput(place: UsePlace, consumer: TokenConsumer | undefined): boolean {
  return place === 'access-token-input' && consumer !== undefined && isRetired(consumer);
}

function classify(
  reference: Reference,
  flow: TokenFlow,
  { targets, consumers, replacements, graph }: UseContext,
): ClassifiedUse {
  const { activity } = reference;
  const consumer = activity && consumerCalledBy(activity, consumers);
  const target = activity && targets.ofActivity(activity);
  const ownPlace = activity ? placeOf(reference, activity, consumer) : 'elsewhere';
  const replacement = isRetiredInput(ownPlace, consumer) && activity ? replacements.of(activity) : undefined;
  const isReplaced = replacements.isWanted && replacement?.kind === 'replacement';
  const fills = isReplaced ? undefined : graph.inputFilledBy(reference);
  const place = fills ? 'definition-input' : ownPlace;
  const from = flow.inputsOf(reference).flatMap((variable) => graph.inputOf(flow.workflow, variable) ?? []);
  const common = {
    reference,
    activity,
    place,
    consumer,
    target,
    isOrbital: false,
    needsWorkflowTarget: false,
    isUnproven: false,
    replacement,
    fills,
    from,
  };
  if (consumer?.product !== 'securex' && (consumer || isOrbitals(reference, place, target, flow))) {
    return { ...common, isOrbital: true, obstacle: undefined };
  }
  if (place === 'definition-input') return { ...common, obstacle: obstacleOfSource(reference, flow, targets) };
  if (place === 'access-token-input') {
    const obstacle = isReplaced ? undefined : obstacleOfAtomic(consumer);
    const isServed = target?.role === 'securex' && obstacleOfTarget(activity, target, targets) === undefined;
    if (obstacle) return { ...common, obstacle, isUnproven: isServed && !obstacleOfSource(reference, flow, targets) };
  } else if (place === 'authorization-header') {
    const obstacle = obstacleOfUrl(activity);
    if (obstacle) return { ...common, obstacle };
  } else {
    return { ...common, obstacle: obstacleElsewhere(activity) };
  }
  const ofSource = obstacleOfSource(reference, flow, targets);
  if (ofSource) return { ...common, obstacle: ofSource };
  const needsWorkflowTarget = target?.role === 'token' && target.isInherited;
  // Callers rely on it that the definition goes along, which nothing of its own may keep from it.
  if (needsWorkflowTarget && from.length > 0) return { ...common, obstacle: 'token-target' };
  return { ...common, obstacle: obstacleOfTarget(activity, target, targets), needsWorkflowTarget };
}

/** A token that goes to Orbital, or that was made for it and is not sent to a SecureX API. */
function isOrbitals(
  reference: Reference,
  place: UsePlace,
  target: ResolvedTarget | undefined,
  flow: TokenFlow,
): boolean {
  if (place !== 'elsewhere' && target?.role === 'orbital') return true;
  if (place !== 'elsewhere' && target?.role === 'securex') return false;
  const sources = flow.sources(reference);
  return sources.length > 0 && sources.every((source) => source.target.role === 'orbital');
}

function placeOf(reference: Reference, activity: Activity, consumer: TokenConsumer | undefined): UsePlace {
  const [, property, key] = reference.keys;
  if (property === 'input' && reference.isWhole && isCall(activity) && reference.keys.length === 3) {
    const isToken = consumer === undefined || bareId(String(key)) === consumer.tokenInput;
    return isToken && activity.type !== 'workflow.sub_workflow' ? 'access-token-input' : 'elsewhere';
  }
  return isAuthorizationHeader(reference, activity) ? 'authorization-header' : 'elsewhere';
}

/** Whether the reference is all that an HTTP Request sends as its authorization. */
export function isAuthorizationHeader(reference: Reference, activity: Activity): boolean {
  const [, property, key, part] = reference.keys;
  if (property !== 'custom_headers' || typeof key !== 'number' || part !== 'value') return false;
  const name = activity.properties.custom_headers?.[key]?.name ?? '';
  const isBearer = /^\s*(?:bearer\s+)?$/i.test(reference.value.replace(reference.to.text, ''));
  return isRequest(activity) && name.trim().toLowerCase() === 'authorization' && isBearer;
}

function obstacleOfAtomic(consumer: TokenConsumer | undefined): Obstacle | undefined {
  if (!consumer) return 'unknown-atomic';
  if (consumer.emptyInput === 'proven') return undefined;
  return isRetired(consumer) ? 'retired-atomic' : 'community-atomic';
}

/** What makes a token more than the one that the target's own key would give. */
function obstacleOfSource(reference: Reference, flow: TokenFlow, targets: TargetResolver): Obstacle | undefined {
  const variable = reference.localVariable;
  if (variable && flow.mixed.has(variable)) return 'mixed-variable';
  const sources = flow.sources(reference);
  if (sources.some(({ activity }) => isWithOtherKey(activity, targets))) return 'generator-key';
  if (sources.some(({ target }) => target.role === 'other' || target.role === 'unknown')) return 'generator-target';
  return flow.tokenTargets.size > 1 || isOfSeveralCallers(sources) ? 'several-token-targets' : undefined;
}

/** Callers in several files may fetch their tokens from several targets, of which no single file tells. */
function isOfSeveralCallers(sources: readonly GeneratorCall[]): boolean {
  const [target, ...others] = sources.map((source) => source.target).filter(({ role }) => role !== 'orbital');
  return target !== undefined && others.some((other) => identityOf(other) !== identityOf(target));
}

export function obstacleOfTarget(
  activity: Activity | undefined,
  target: ResolvedTarget | undefined,
  targets: TargetResolver,
): TargetObstacle | undefined {
  if (activity && isWithOtherKey(activity, targets)) return 'account-key-override';
  switch (target?.role) {
    case 'securex':
      return undefined;
    case 'token':
      return target.isInherited ? undefined : 'token-target';
    case 'orbital':
      return 'orbital-target';
    case 'other':
      return 'other-target';
    case 'unknown':
    case undefined:
      return 'unknown-target';
  }
}

/** What keeps a request on a SecureX target from being served by the key of that target. */
export function obstacleOfRequest(activity: Activity, targets: TargetResolver): Obstacle | undefined {
  return obstacleOfUrl(activity) ?? (isWithOtherKey(activity, targets) ? 'account-key-override' : undefined);
}

function obstacleOfUrl(activity: Activity | undefined): Obstacle | undefined {
  if (isGenJwt(activity)) return 'gen-jwt';
  return isAbsolute(activity) ? 'request' : undefined;
}

/** Whether another account key than the target's own is used: by the activity, its workflow, or who calls that one. */
export function isWithOtherKey({ properties, workflow }: Activity, targets: TargetResolver): boolean {
  return (
    overridesKey(properties.runtime_user) ||
    overridesKey(workflow.properties.runtime_user) ||
    targets.isCalledWithOtherKey(workflow)
  );
}

function obstacleElsewhere(activity: Activity | undefined): Obstacle {
  if (!activity) return 'variable';
  if (activity.type === 'workflow.sub_workflow') return 'sub-workflow';
  if (isSetVariables(activity)) return 'variable';
  if (isRequest(activity)) return isGenJwt(activity) ? 'gen-jwt' : 'request';
  return /script|python|powershell|command/i.test(activity.type) ? 'script' : 'elsewhere';
}

export function isRequest(activity: Activity): boolean {
  return activity.type === 'web-service.http_request';
}

/** Whether a request names a host of its own instead of calling its target. */
export function isAbsolute(activity: Activity | undefined): boolean {
  const url = activity?.properties.relative_url;
  return typeof url === 'string' && /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(url);
}

export function isGenJwt(activity: Activity | undefined): boolean {
  const url = activity?.properties.relative_url;
  return typeof url === 'string' && /gen-jwt/i.test(url);
}

/**
 * The one target that serves everything that inherits a workflow's `CTR_For_Access_Token`, generators left aside;
 * `undefined` where there is none, or where something inherits it whose need is not known.
 * @param suffix of the set of targets that the workflow's own is of.
 */
export function workflowTargetFor(
  uses: Iterable<TokenUse>,
  staying: readonly Activity[],
  targets: TargetResolver,
  consumers: TokenConsumers,
  suffix = '',
): string | undefined {
  const served = new Map([...uses].filter((use) => use.needsWorkflowTarget).map((use) => [use.activity, use]));
  const needs = new Set<string | undefined>();
  const chosen: string[] = [];
  for (const activity of staying) {
    if (!activity.properties.target && !isRequest(activity) && !isCall(activity)) continue;
    const target = targets.ofActivity(activity);
    if (target.role === 'securex') chosen.push(...target.names);
    if (!target.isInherited) continue;
    const use = served.get(activity);
    // An HTTP Request finds the same host and path behind CTR_API as behind CTR_For_Access_Token.
    needs.add(use?.place === 'authorization-header' ? 'CTR_API' : targetOfAtomic(activity, use, consumers));
  }
  const [need] = needs;
  if (needs.size > 0) return needs.size === 1 && need !== undefined ? need + suffix : undefined;
  return mostFrequent(chosen) ?? `CTR_API${suffix}`;
}

function targetOfAtomic(
  activity: Activity,
  use: TokenUse | undefined,
  consumers: TokenConsumers,
): TokenConsumer['target'] {
  const successor = use?.replacement?.kind === 'replacement' ? use.replacement.successor : undefined;
  return (successor ? consumers.get(successor.id) : consumerCalledBy(activity, consumers))?.target;
}

function mostFrequent(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
