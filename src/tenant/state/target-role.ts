import { secureXExternalIds } from '../../core/catalog/integrations';
import {
  orbitalTargetName,
  platformHost,
  secureXHost,
  secureXTargetNames,
  tokenTargetName,
} from '../../core/catalog/targets';
import { basicKeyType } from './account-key-types';
import type { TargetState } from './tenant-state';

/**
 * What a target is for: a SecureX API, where tokens are fetched with a client's id and password, Orbital, or something
 * that has nothing to do with SecureX.
 */
export type TargetRole = 'api' | 'token-endpoint' | 'orbital' | 'other';

const knownNames: ReadonlySet<string> = new Set(secureXTargetNames.map((name) => name.toLowerCase()));
/** The documented names, and a second set of them with a suffix. */
const apiName = /^(?:CTR_API|CTR_Target|CTIA_Target|Private_CTIA_Target)(?:$|_)/i;
export const httpTargetType = 'web-service.endpoint';
const orbitalHost = /^orbital\./i;

export function roleOf(target: TargetState): TargetRole {
  const { name, host, accountKey, moduleInfo } = target;
  if (moduleInfo && secureXExternalIds.has(moduleInfo.externalId)) return 'api';
  if (orbitalTargetName.test(name) || (host !== null && orbitalHost.test(host))) return 'orbital';
  if (!isHttp(target)) return 'other';
  if (hasDocumentedName(target) || apiName.test(name)) return 'api';
  if (tokenTargetName.test(name)) return 'token-endpoint';
  if (host === null || !secureXHost.test(host)) return 'other';
  if (accountKey?.type !== basicKeyType || !platformHost.test(host)) return 'api';
  // On that host alone, only a name tells Orbital's tokens from SecureX's.
  return orbitalTargetName.test(accountKey.name) ? 'orbital' : 'token-endpoint';
}

/** Whether it bears one of the names that Cisco's workflows choose by. */
export function hasDocumentedName({ name }: TargetState): boolean {
  return knownNames.has(name.toLowerCase());
}

export function leadsToSecureX({ host }: TargetState): boolean {
  return host !== null && secureXHost.test(host);
}

export function isHttp({ type }: TargetState): boolean {
  return type === null || type === httpTargetType;
}
