import { platformHost } from '../../core/catalog/targets';
import type { Vocabulary } from '../../core/vocabulary';
import { basicKeyType } from './account-key-types';
import { leadsToSecureX, type TargetRole } from './target-role';
import type { TargetState } from './tenant-state';

export interface TargetVerdict {
  readonly target: TargetState;
  readonly role: TargetRole;
  /** `null` for a target that has nothing to do with SecureX, unless it is broken. */
  readonly method: 'legacy' | 'token' | 'broken' | 'unknown' | null;
  /** Sentences that name the target, its host, its key and the key's type. */
  readonly evidence: readonly string[];
}

type Decision = Pick<TargetVerdict, 'method' | 'evidence'>;

export function verdictOnTarget(target: TargetState, role: TargetRole, vocabulary: Vocabulary): TargetVerdict {
  return { target, role, ...decide(target, role, vocabulary) };
}

function decide(target: TargetState, role: TargetRole, vocabulary: Vocabulary): Decision {
  const broken = brokenKey(target);
  if (broken !== undefined) return { method: 'broken', evidence: [broken] };
  switch (role) {
    case 'api':
      return decideApi(target, vocabulary);
    case 'token-endpoint':
      return decideTokenEndpoint(target);
    case 'orbital':
      return { method: null, evidence: [`${nameAndHost(target)} belongs to Orbital, which no token key serves.`] };
    case 'other':
      return { method: null, evidence: [] };
  }
}

function brokenKey(target: TargetState): string | undefined {
  if (target.hasNoAccountKey !== false) return undefined;
  if (target.accountKeyId === null) {
    return `${nameAndHost(target)} should use an account key, and none is set: choose one.`;
  }
  if (!target.isAccountKeyMissing) return undefined;
  return `${nameAndHost(target)} uses the account key ${target.accountKeyId}, which is not there: choose another one.`;
}

function decideApi(target: TargetState, { product }: Vocabulary): Decision {
  const name = nameAndHost(target);
  const { accountKey, hasNoAccountKey, moduleInfo, id, uniqueName } = target;
  if (hasNoAccountKey === null) {
    const isIntegration = moduleInfo !== null && id === null && uniqueName === null;
    return isIntegration
      ? { method: 'token', evidence: [`${name} is an integration's own target, whose key the product manages.`] }
      : { method: 'unknown', evidence: [`Nothing tells whether ${name} uses an account key.`] };
  }
  if (target.host !== null && !leadsToSecureX(target) && !moduleInfo) {
    return { method: 'unknown', evidence: [`${name} bears the name of a ${product} target and leads elsewhere.`] };
  }
  if (hasNoAccountKey) {
    const reason = 'uses no account key, so each workflow has to make a token and pass it: the legacy method';
    return { method: 'legacy', evidence: [`${name} ${reason}.`] };
  }
  const withKey = `${name} uses the account key ${keyAndType(target)}`;
  if (accountKey?.isTokenKey) {
    return { method: 'token', evidence: [`${withKey}, which makes the tokens: the token method.`] };
  }
  if (accountKey?.type === basicKeyType && platformHost.test(target.host ?? '')) {
    const reason = 'which serves to fetch tokens and not to call an API: a token endpoint, or misconfigured';
    return { method: 'legacy', evidence: [`${withKey}, ${reason}.`] };
  }
  if (accountKey?.type == null) return { method: 'unknown', evidence: [`${withKey}, whose type nothing tells.`] };
  return { method: 'broken', evidence: [`${withKey}, which a ${product} API does not take: choose another key.`] };
}

function decideTokenEndpoint(target: TargetState): Decision {
  const { accountKey } = target;
  const name = nameAndHost(target);
  if (accountKey?.isTokenKey) {
    return {
      method: 'token',
      evidence: [`${name} uses the account key ${keyAndType(target)}; nobody needs to fetch a token there.`],
    };
  }
  if (accountKey?.type === basicKeyType) {
    const reason = 'from which workflows of the legacy method fetch their tokens';
    return { method: 'legacy', evidence: [`${name} uses the account key ${keyAndType(target)}, ${reason}.`] };
  }
  return { method: 'unknown', evidence: [`${name} is meant for fetching tokens, and lacks the key for that.`] };
}

function nameAndHost({ name, host }: TargetState): string {
  return host === null ? `"${name}"` : `"${name}" (${host})`;
}

function keyAndType({ accountKey, accountKeyId }: TargetState): string {
  return accountKey ? `"${accountKey.name}" (${accountKey.typeName})` : (accountKeyId ?? '');
}
