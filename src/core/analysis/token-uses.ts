import type { TokenConsumer } from '../catalog/atomics';
import { bareId } from '../document/reference';
import type { Activity, Reference } from '../document/workflow';
import type { Suppression } from '../host';
import type { RuleCode } from '../rule-code';
import { isCall, type CallGraph } from './call-graph';
import { isRetired, type Gap, type Replacement } from './replacements';
import { isAuthorizationHeader } from './requests';
import { isSuppressed } from './suppressions';
import type { ResolvedTarget, TargetResolver } from './targets';
import { consumerCalledBy, type TokenConsumers } from './token-consumers';
import type { TokenFlow } from './token-flow';
import type { Obstacle, TokenUse, UsePlace } from './token-use';
import {
  obstacleElsewhere,
  obstacleOfAtomic,
  obstacleOfSource,
  obstacleOfTarget,
  obstacleOfUrl,
} from './use-obstacles';

/** The header is one of ours, but another key than the target's own is meant. */
const ofKey: ReadonlySet<Obstacle | undefined> = new Set<Obstacle>([
  'account-key-override',
  'generator-key',
  'generator-target',
  'several-token-targets',
  'mixed-variable',
]);

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

/** What is seen of a use before anything is concluded from it. */
type Sight = Pick<
  TokenUse,
  'reference' | 'activity' | 'place' | 'consumer' | 'target' | 'replacement' | 'fills' | 'from'
>;

/** What is concluded, suppressions left aside. */
type Verdict = Pick<TokenUse, 'obstacle'> & Partial<Pick<TokenUse, 'isOrbital' | 'isUnproven' | 'needsWorkflowTarget'>>;

/** All uses of the tokens in one workflow, in the order of the file; what definitions and callers do is not asked yet. */
export function findTokenUses(flow: TokenFlow, context: UseContext): TokenUse[] {
  const uses: TokenUse[] = [];
  for (const { reference, cargo } of flow.reads) {
    if (cargo !== 'token' || flow.storedIn(reference)) continue;
    uses.push(useOf(reference, flow, context));
  }
  return uses;
}

function useOf(reference: Reference, flow: TokenFlow, context: UseContext): TokenUse {
  const { activity, workflow } = reference;
  const { targets, consumers, suppressions, replacements, graph } = context;
  const consumer = activity && consumerCalledBy(activity, consumers);
  const target = activity && targets.ofActivity(activity);
  const ownPlace = activity ? placeOf(reference, activity, consumer) : 'elsewhere';
  const replacement = isRetiredInput(ownPlace, consumer) && activity ? replacements.of(activity) : undefined;
  const isReplaced = replacements.isWanted && replacement?.kind === 'replacement';
  const fills = isReplaced ? undefined : graph.inputFilledBy(reference);
  const place = fills ? 'definition-input' : ownPlace;
  const from = flow.inputsOf(reference).flatMap((variable) => graph.inputOf(flow.workflow, variable) ?? []);
  const sight = { reference, activity, place, consumer, target, replacement, fills, from } as const;
  const verdict = judge(sight, isReplaced, flow, targets);
  const rule = verdict.isOrbital ? undefined : ruleOf(sight, verdict.obstacle);
  const isKept =
    rule !== undefined && isSuppressed(rule, activity ? { workflow, activity } : { workflow }, suppressions);
  return {
    ...sight,
    rule,
    bar: undefined,
    obstacle: isKept ? (verdict.obstacle ?? 'suppressed') : verdict.obstacle,
    isOrbital: verdict.isOrbital ?? false,
    isUnproven: !isKept && (verdict.isUnproven ?? false),
    needsWorkflowTarget: !isKept && (verdict.needsWorkflowTarget ?? false),
    isSuppressed: isKept,
  };
}

function ruleOf({ place, consumer, fills }: Sight, obstacle: Obstacle | undefined): RuleCode {
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

function judge(sight: Sight, isReplaced: boolean, flow: TokenFlow, targets: TargetResolver): Verdict {
  const { reference, activity, place, consumer, target, from } = sight;
  if (consumer?.product !== 'securex' && (consumer || isOrbitals(reference, place, target, flow))) {
    return { obstacle: undefined, isOrbital: true };
  }
  if (place === 'definition-input') return { obstacle: obstacleOfSource(reference, flow, targets) };
  if (place === 'access-token-input') {
    const obstacle = isReplaced ? undefined : obstacleOfAtomic(consumer);
    if (obstacle) {
      const isServed = target?.role === 'securex' && obstacleOfTarget(activity, target, targets) === undefined;
      return { obstacle, isUnproven: isServed && !obstacleOfSource(reference, flow, targets, target) };
    }
  } else if (place === 'authorization-header') {
    const obstacle = obstacleOfUrl(activity);
    if (obstacle) return { obstacle };
  } else {
    return { obstacle: obstacleElsewhere(activity) };
  }
  const ofSource = obstacleOfSource(reference, flow, targets, target);
  if (ofSource) return { obstacle: ofSource };
  const needsWorkflowTarget = target?.role === 'token' && target.isInherited;
  // Callers rely on it that the definition goes along, which nothing of its own may keep from it.
  if (needsWorkflowTarget && from.length > 0) return { obstacle: 'token-target' };
  return { obstacle: obstacleOfTarget(activity, target, targets), needsWorkflowTarget };
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
