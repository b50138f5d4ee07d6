import type { Vocabulary } from '../../core/vocabulary';
import { regionNames, type Region } from '../regions';
import { isHttp } from '../state/target-role';
import type { TargetState, TenantState } from '../state/tenant-state';
import type { WorkspaceIndex } from '../state/workspace-index';
import { distinct, workflowsOn, type AffectedWorkflow } from '../switch/affected-workflows';
import { keyOfSet, type SetKey } from './set-key';
import { wantedTargets, type SetMethod, type TargetSet, type WantedTarget } from './target-set';

/** A target that is there under the right name, and has the wrong account key for the method. */
export interface TargetChange {
  readonly state: 'differs';
  readonly wanted: WantedTarget;
  readonly target: TargetState;
  /** All that run something on it. */
  readonly workflows: readonly AffectedWorkflow[];
}

export interface TargetCreation {
  readonly state: 'missing';
  readonly wanted: WantedTarget;
}

export type PlannedTarget =
  | { readonly state: 'there'; readonly wanted: WantedTarget; readonly target: TargetState }
  | TargetChange
  | TargetCreation
  /** Something stands in its place that is better looked at by a person; the reason follows its name in a sentence. */
  | { readonly state: 'in-the-way'; readonly wanted: WantedTarget; readonly reason: string };

/** What is there and what is missing of a set of targets with its account key. */
export interface TargetSetPlan extends TargetSet {
  readonly key: SetKey;
  readonly targets: readonly PlannedTarget[];
  /** Workflows on targets that change, which use the other method. */
  readonly notFitting: readonly AffectedWorkflow[];
  /** The targets that XDR brings along for the same APIs: the way back does not touch them. */
  readonly leftAlone: readonly TargetState[];
  /** The words for whoever reads it. */
  readonly vocabulary: Vocabulary;
}

/**
 * @param keyName the name, unique name or id of the account key; without it, the one that fits is looked for.
 * @throws {TargetSetRefused}
 */
export function planTargetSet(
  set: TargetSet,
  keyName: string | undefined,
  state: TenantState,
  index: WorkspaceIndex,
): TargetSetPlan {
  const key = keyOfSet(set, keyName, state);
  // Any token key serves, unless one was named; where tokens are fetched, it is the key that the plan speaks of.
  const isRight = (target: TargetState, wanted: WantedTarget): boolean =>
    wanted.usesKey ? hasKey(target, key, set.method, keyName !== undefined) : target.hasNoAccountKey === true;
  const targets = wantedTargets(set).map((wanted) => planTarget(wanted, set.region, state, index, isRight));
  const changed = targets.flatMap((each) =>
    each.state === 'differs' && isApi(each, set.method) ? each.workflows : [],
  );
  const notFitting = distinct(changed).filter(({ method }) => method !== 'none' && method !== set.method);
  return {
    ...set,
    key,
    targets,
    notFitting,
    leftAlone: isWayBack(set) ? xdrTargets(state) : [],
    vocabulary: state.vocabulary,
  };
}

export function keyNameOf({ key }: TargetSetPlan): string {
  return key.state === 'there' ? key.key.name : key.name;
}

/** The usual names for the legacy method: a set beside the usual one takes nothing away from anybody. */
function isWayBack({ method, suffix }: TargetSet): boolean {
  return method === 'legacy' && suffix === '';
}

function xdrTargets(state: TenantState): TargetState[] {
  return ['Platform APIs', 'Public Intelligence APIs', 'Private Intelligence APIs'].flatMap((name) => [
    ...state.targetsNamed(name),
  ]);
}

function planTarget(
  wanted: WantedTarget,
  region: Region,
  state: TenantState,
  index: WorkspaceIndex,
  isRight: (target: TargetState, wanted: WantedTarget) => boolean,
): PlannedTarget {
  const named = state.targetsNamed(wanted.name);
  const [target, ...others] = named.length > 0 || wanted.alias === undefined ? named : state.targetsNamed(wanted.alias);
  if (!target) return { state: 'missing', wanted };
  const reason = others.length > 0 ? `${others.length + 1} targets bear the name` : misfit(target, wanted, region);
  if (reason !== undefined) return { state: 'in-the-way', wanted: { ...wanted, name: target.name }, reason };
  return isRight(target, wanted)
    ? { state: 'there', wanted, target }
    : { state: 'differs', wanted, target, workflows: workflowsOn(target, index) };
}

/** Why a target of the right name is not the one that is wanted. */
function misfit(target: TargetState, wanted: WantedTarget, region: Region): string | undefined {
  if (!isHttp(target)) return `it is a target of the type ${target.type ?? '?'}, and no HTTP Endpoint`;
  if (target.moduleInfo) return 'it belongs to an integration, which manages it';
  if (target.host?.toLowerCase() !== wanted.host) {
    const place = target.host === null ? 'nothing tells where it leads' : `it leads to ${target.host}`;
    return `${place}, and the region ${regionNames[region]} needs ${wanted.host}`;
  }
  if (trimmed(target.path) !== trimmed(wanted.path ?? null)) {
    return `its path is "${target.path ?? ''}", and not "${wanted.path ?? ''}"`;
  }
  return target.hasNoAccountKey === null ? 'nothing tells of its account key' : undefined;
}

/** Paths are written with slashes around them or without. */
function trimmed(path: string | null): string {
  return (path ?? '').replace(/^\/+|\/+$/g, '');
}

function hasKey(target: TargetState, key: SetKey, method: SetMethod, isNamed: boolean): boolean {
  if (target.hasNoAccountKey !== false || target.accountKey === null) return false;
  if (key.state === 'there' && target.accountKey === key.key) return true;
  return method === 'token' && !isNamed && target.accountKey.isTokenKey;
}

/** Only where an API is called does a workflow's method matter. */
function isApi({ wanted }: TargetChange, method: SetMethod): boolean {
  return method === 'token' || !wanted.usesKey;
}
