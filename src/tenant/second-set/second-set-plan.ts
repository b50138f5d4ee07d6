import { usualSuffixes, withoutSuffix } from '../../core/catalog/target-sets';
import { platformHost, secureXTargetNames, tokenKeyType, tokenTargetName } from '../../core/catalog/targets';
import { basicKeyType, typeNameOf } from '../state/account-key-types';
import { verdictOf, verdictOn } from '../state/method';
import { hasDocumentedName, leadsToSecureX, type TargetRole } from '../state/target-role';
import { TenantState, type TargetState } from '../state/tenant-state';

/** Which method the second set is for; the first one keeps its own. */
export const setMethods = ['token', 'legacy'] as const;
export type SetMethod = (typeof setMethods)[number];

/** The account key that a target of the second set needs; `type` is that of any key that would do. */
export type NeededKey =
  /** The caller passes tokens. */
  | { readonly kind: 'none' }
  | { readonly kind: 'there'; readonly type: string; readonly name: string }
  /** Which of several is a person's choice. */
  | { readonly kind: 'choose'; readonly type: string; readonly names: readonly string[] }
  /** It holds a secret, or its API client is made by the web console: a person creates it there. */
  | { readonly kind: 'create'; readonly type: string; readonly name: string; readonly typeName: string };

export interface PlannedTarget {
  readonly name: string;
  /** The target of the first set: host, path and all else are as there. */
  readonly like: TargetState;
  readonly key: NeededKey;
  /** Those that have the name already; more than one cannot be told apart by a criterion. */
  readonly found: readonly TargetState[];
  /** What is not as it should be in what is there: whole sentences. */
  readonly problems: readonly string[];
}

export interface SecondSetPlan {
  readonly suffix: string;
  readonly method: SetMethod;
  /** The first set is for that method already, so a second one gains nothing. */
  readonly isForSameMethod: boolean;
  readonly targets: readonly PlannedTarget[];
  /** SecureX targets that get no second one, and why. */
  readonly leftAlone: readonly { readonly target: TargetState; readonly reason: string }[];
}

/** Why there is no plan, and what to do. */
export class SecondSetRefused extends Error {}

/**
 * What a tenant has and lacks of a second set of targets, named as the first with a suffix.
 * @param method where it is not given, the suffix tells it, or else it is the one that the first set is not for.
 * @throws {SecondSetRefused}
 */
export function planSecondSet(state: TenantState, suffix: string, method?: SetMethod): SecondSetPlan {
  const chosen = method ?? methodOfSuffix(suffix) ?? otherMethod(state);
  const first = state.targets.filter((target) => !isSecondOne(target, suffix, state));
  const targets: PlannedTarget[] = [];
  const leftAlone: { target: TargetState; reason: string }[] = [];
  for (const target of first) {
    const { role } = verdictOf(target);
    if (role !== 'api' && role !== 'token-endpoint') continue;
    const reason = reasonForNone(target, role, chosen);
    if (reason !== undefined) leftAlone.push({ target, reason });
    else targets.push(plannedLike(target, target.name, role, suffix, chosen, state));
  }
  const platform = targets.find(({ like }) => platformHost.test(like.host ?? ''))?.like;
  const isWithoutEndpoint = first.every((target) => verdictOf(target).role !== 'token-endpoint');
  // Tokens are fetched at the platform's own address: a tenant that never needed the target can have it all the same.
  if (chosen === 'legacy' && platform && isWithoutEndpoint)
    targets.push(plannedLike(platform, 'CTR_For_Access_Token', 'token-endpoint', suffix, chosen, state));
  const isForSameMethod = verdictOn(withTargets(state, first)).method === chosen;
  return { suffix, method: chosen, isForSameMethod, targets, leftAlone };
}

/** Whether a target is of this second set, or of another usual one: the name before the suffix tells. */
function isSecondOne({ name }: TargetState, suffix: string, state: TenantState): boolean {
  return [suffix, ...usualSuffixes].some((each) => {
    const first = withoutSuffix(name, each);
    return first !== undefined && (isUsual(first) || state.targetsNamed(first).length > 0);
  });
}

function isUsual(name: string): boolean {
  return tokenTargetName.test(name) || secureXTargetNames.some((usual) => usual.toLowerCase() === name.toLowerCase());
}

function withTargets({ source, accountKeys, targetGroups, remotes }: TenantState, targets: readonly TargetState[]) {
  return new TenantState({ source, accountKeys, targetGroups, remotes, targets });
}

function methodOfSuffix(suffix: string): SetMethod | undefined {
  if (/token/i.test(suffix)) return 'token';
  return /legacy/i.test(suffix) ? 'legacy' : undefined;
}

function otherMethod(state: TenantState): SetMethod {
  const { method } = verdictOn(state);
  if (method === 'legacy') return 'token';
  if (method === 'token') return 'legacy';
  throw new SecondSetRefused(
    'Neither the suffix nor the tenant tells which method the second set is for: say so with --method token or --method legacy.',
  );
}

function reasonForNone(target: TargetState, role: TargetRole, method: SetMethod): string | undefined {
  if (target.moduleInfo) return 'an integration manages it with its key, and there is no second one of it';
  if (role === 'token-endpoint' && method === 'token')
    return 'nobody fetches tokens where a token key makes them: migrate workflows that do before they move';
  if (role === 'api' && !hasDocumentedName(target))
    return 'it bears a name of its own, which no workflow of Cisco chooses';
  if (target.host === null) return 'nothing tells where it leads';
  return leadsToSecureX(target) ? undefined : `it leads to ${target.host}, which is no SecureX API`;
}

function plannedLike(
  like: TargetState,
  usualName: string,
  role: TargetRole,
  suffix: string,
  method: SetMethod,
  state: TenantState,
): PlannedTarget {
  const name = usualName + suffix;
  const key = neededKey(role, suffix, method, state);
  const found = state.targetsNamed(name);
  return { name, like, key, found, problems: [...problemsOf(found, like, key)] };
}

function neededKey(role: TargetRole, suffix: string, method: SetMethod, { accountKeys }: TenantState): NeededKey {
  if (method === 'legacy' && role === 'api') return { kind: 'none' };
  if (method === 'legacy') {
    const [type, name] = [basicKeyType, `CTR_Credentials${suffix}`];
    const isThere = accountKeys.some((key) => key.type === type && key.name === name);
    return isThere ? { kind: 'there', type, name } : { kind: 'create', type, name, typeName: typeNameOf(type) };
  }
  const type = tokenKeyType;
  const names = accountKeys.filter(({ isTokenKey }) => isTokenKey).map((key) => key.name);
  const [name, ...others] = names;
  if (name === undefined) {
    return { kind: 'create', type, name: 'SecureX_Token', typeName: 'SecureX Token (in Cisco XDR: Cisco XDR Token)' };
  }
  return others.length === 0 ? { kind: 'there', type, name } : { kind: 'choose', type, names };
}

function* problemsOf(found: readonly TargetState[], like: TargetState, key: NeededKey): Iterable<string> {
  const [target] = found;
  if (!target) return;
  if (found.length > 1)
    yield `${found.length} targets have this name, so nobody can tell which one a workflow gets: keep one.`;
  if (target.host !== like.host || (target.path ?? '') !== (like.path ?? '')) {
    yield `It leads to ${addressOf(target)}, and ${like.name} to ${addressOf(like)}.`;
  }
  if (target.hasNoAccountKey === null) return;
  if (key.kind === 'none' && !target.hasNoAccountKey)
    yield 'It uses an account key, and the workflows of the legacy method pass tokens of their own: choose "No Account Keys".';
  if (key.kind !== 'none' && !serves(target, key))
    yield `Its account key is not the one that it needs: ${wordsOf(key)}.`;
}

function serves({ accountKey, hasNoAccountKey }: TargetState, { type }: { readonly type: string }): boolean {
  return hasNoAccountKey !== true && accountKey?.type === type;
}

export function addressOf({ host, path }: TargetState): string {
  return `${host ?? 'nowhere'}${path === null || path.startsWith('/') ? (path ?? '') : `/${path}`}`;
}

/** The key as a part of a sentence. */
export function wordsOf(key: NeededKey): string {
  switch (key.kind) {
    case 'none':
      return 'no account key';
    case 'there':
      return `the account key "${key.name}"`;
    case 'choose':
      return `one of the account keys ${key.names.map((name) => `"${name}"`).join(', ')}`;
    case 'create':
      return `a new account key of the type ${key.typeName}, called "${key.name}" for example, which is created in the web console`;
  }
}
