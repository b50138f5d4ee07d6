import { idFor } from '../../support/ids';
import type { AccountKey } from '../../../src/tenant/api/account-key';
import type { Target } from '../../../src/tenant/api/target';
import type { Snapshot } from '../../../src/tenant/snapshot';

// Objects as the API answers them. Names stand for ids: the same name, the same id.

export const tokenType = 'runtime_user.oauth_integration';
export const basicType = 'runtime_user.web-service_basic_credentials';

export const keyId = (name: string): string => idFor(`key ${name}`);
export const keyUniqueName = (name: string): string => `definition_runtime_user_${idFor(`unique key ${name}`)}`;
export const targetId = (name: string): string => idFor(`target ${name}`);
export const targetUniqueName = (name: string): string => `definition_target_${idFor(`unique target ${name}`)}`;

export function accountKey(name: string, type: string, more: Record<string, unknown> = {}): AccountKey {
  return { id: keyId(name), unique_name: keyUniqueName(name), name, type, base_type: 'runtime_user', ...more };
}

export interface TargetParts {
  readonly host?: string;
  readonly path?: string;
  /** The account key's id; "No Account Keys" without one. */
  readonly key?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly more?: Readonly<Record<string, unknown>>;
}

export function target(name: string, { host, path, key, type, properties, more }: TargetParts = {}): Target {
  return {
    id: targetId(name),
    unique_name: targetUniqueName(name),
    name,
    type: type ?? 'web-service.endpoint',
    base_type: 'target',
    properties: {
      display_name: name,
      ...(host === undefined ? {} : { host, protocol: 'https' }),
      ...(path === undefined ? {} : { path }),
      no_runtime_user: key === undefined,
      ...(key === undefined ? {} : { default_runtime_user_id: key }),
      ...properties,
    },
    valid: true,
    ...more,
  };
}

export const platform = { host: 'visibility.amp.cisco.com', path: '/iroh' };
export const privateIntel = { host: 'private.intel.amp.cisco.com' };

export function snapshot(targets: readonly Target[], keys: readonly AccountKey[] = []): Snapshot {
  return {
    version: 1,
    takenAt: '2024-02-20T16:02:41.932Z',
    region: 'us',
    targets,
    runtime_users: keys,
    target_groups: [],
  };
}
