import { basicKeyType } from '../state/account-key-types';
import type { AccountKeyState, TenantState } from '../state/tenant-state';
import { keysCalled } from '../switch/keys-called';
import type { SetMethod, TargetSet } from './target-set';

/** The account key of a set. */
export type SetKey =
  | { readonly state: 'there'; readonly key: AccountKeyState }
  /** Of the type HTTP Basic Authentication, with an API client's id and password. */
  | { readonly state: 'to-create'; readonly name: string }
  /** A token key: whether the API can create one is not known, so the web console has to. */
  | { readonly state: 'for-a-person'; readonly name: string };

/** Why there is no plan, and what to do. */
export class TargetSetRefused extends Error {}

/**
 * The key that a set uses, or is to use.
 * @param asked the name, unique name or id of one; without it, the one that fits is looked for.
 * @throws {TargetSetRefused}
 */
export function keyOfSet(set: TargetSet, asked: string | undefined, state: TenantState): SetKey {
  return asked === undefined ? usualKey(set, state) : keyNamed(asked, set.method, state);
}

function keyNamed(name: string, method: SetMethod, state: TenantState): SetKey {
  const [key, ...others] = keysCalled(name, state);
  if (!key) return missing(name, method);
  if (others.length > 0) {
    throw new TargetSetRefused(
      `${others.length + 1} account keys are called "${name}"; give the id of the one that is meant.`,
    );
  }
  if (fits(key, method)) return { state: 'there', key };
  throw new TargetSetRefused(
    `The account key "${key.name}" is of the type ${key.typeName}, and the ${method} method needs one of the type ` +
      `${typeNeeded(method, state)}. Name another key, or a name that no key has yet.`,
  );
}

function usualKey({ method, suffix }: TargetSet, state: TenantState): SetKey {
  if (method === 'token') return usualTokenKey(suffix, state);
  const [target] = state.targetsNamed(`CTR_For_Access_Token${suffix}`);
  if (target?.accountKey && fits(target.accountKey, method)) return { state: 'there', key: target.accountKey };
  // On some tenants the token key bears the name of the other one: then a name that the documentation has, too.
  const names = [`CTR_Credentials${suffix}`, 'CTR_Credentials_Legacy'];
  const name = names.find((each) => keysCalled(each, state).every((key) => fits(key, method)));
  return keyNamed(name ?? `CTR_Credentials${suffix}`, method, state);
}

function usualTokenKey(suffix: string, state: TenantState): SetKey {
  const keys = state.accountKeys.filter(({ isTokenKey }) => isTokenKey);
  const [key, ...others] = keys;
  if (!key) return missing(`${state.vocabulary.suggestedKeyName}${suffix === '_Token' ? '' : suffix}`, 'token');
  if (others.length === 0) return { state: 'there', key };
  const names = keys.map(({ name }) => `"${name}"`).join(', ');
  throw new TargetSetRefused(`The tenant has several token keys: ${names}. Name the one that is meant.`);
}

function missing(name: string, method: SetMethod): SetKey {
  return { state: method === 'legacy' ? 'to-create' : 'for-a-person', name };
}

function fits(key: AccountKeyState, method: SetMethod): boolean {
  return method === 'token' ? key.isTokenKey : key.type === basicKeyType;
}

function typeNeeded(method: SetMethod, { vocabulary }: TenantState): string {
  return method === 'legacy' ? 'HTTP Basic Authentication' : vocabulary.tokenKeyType;
}
