import type { TokenConsumer } from '../catalog/atomics';
import type { Activity, Reference } from '../document/workflow';
import { isSetVariables } from './assignments';
import { isRetired } from './replacements';
import { isAbsolute, isGenJwt, isRequest } from './requests';
import { overridesKey, type ResolvedTarget, type TargetResolver } from './targets';
import { identityOf, type GeneratorCall, type TokenFlow } from './token-flow';
import type { Obstacle, TargetObstacle } from './token-use';

export function obstacleOfAtomic(consumer: TokenConsumer | undefined): Obstacle | undefined {
  if (!consumer) return 'unknown-atomic';
  if (consumer.emptyInput === 'proven') return undefined;
  return isRetired(consumer) ? 'retired-atomic' : 'community-atomic';
}

/**
 * What makes a token more than the one that the target's own key would give.
 * @param target that the token goes to, where it is known.
 */
export function obstacleOfSource(
  reference: Reference,
  flow: TokenFlow,
  targets: TargetResolver,
  target?: ResolvedTarget,
): Obstacle | undefined {
  const variable = reference.localVariable;
  if (variable && flow.mixed.has(variable)) return 'mixed-variable';
  const sources = flow.sources(reference);
  if (sources.some(({ activity }) => isWithOtherKey(activity, targets))) return 'generator-key';
  if (sources.some(({ target }) => target.role === 'other' || target.role === 'unknown')) return 'generator-target';
  const isUnclear = flow.tokenTargets.size > 1 && !(target && staysInside(sources, target, flow, targets));
  return isUnclear || isOfSeveralCallers(sources) ? 'several-token-targets' : undefined;
}

/** Whether a token goes from the only target of a set that makes any to one of the same set, whatever other sets do. */
function staysInside(
  sources: readonly GeneratorCall[],
  { role, names }: ResolvedTarget,
  flow: TokenFlow,
  targets: TargetResolver,
): boolean {
  const [name] = names;
  if (role !== 'securex' || name === undefined || sources.length === 0) return false;
  const suffix = targets.suffixOf(name);
  const isOfSet = (known: string): boolean => targets.suffixOf(known) === suffix;
  const [making, ...others] = [...flow.tokenTargets].filter(isOfSet);
  return others.length === 0 && names.every(isOfSet) && sources.every(({ target }) => identityOf(target) === making);
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

export function obstacleOfUrl(activity: Activity | undefined): Obstacle | undefined {
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

export function obstacleElsewhere(activity: Activity | undefined): Obstacle {
  if (!activity) return 'variable';
  if (activity.type === 'workflow.sub_workflow') return 'sub-workflow';
  if (isSetVariables(activity)) return 'variable';
  if (isRequest(activity)) return isGenJwt(activity) ? 'gen-jwt' : 'request';
  return /script|python|powershell|command/i.test(activity.type) ? 'script' : 'elsewhere';
}
