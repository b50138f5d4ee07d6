import { idFor } from '../../support/ids';
import type { TenantDefinition, TenantObject } from '../server/tenant-state';

export const secretInKey = 'hunter2-inside-the-key';

export const basicKey = key('CTR_Credentials', 'runtime_user.web-service_basic_credentials');
export const tokenKey = key('SecureX_Token', 'runtime_user.oauth_integration');
export const tokenTarget = target('CTR_For_Access_Token', { default_runtime_user_id: basicKey.id });
export const apiTarget = target('CTR_API', { no_runtime_user: true });

/** Two targets and two keys, one of which has a secret that must never be seen. */
export const smallTenant: TenantDefinition = {
  name: 'small',
  targets: [apiTarget, tokenTarget],
  runtime_users: [basicKey, tokenKey],
  target_groups: [
    { id: idFor('group'), unique_name: `target_group_${idFor('group name')}`, name: 'Default TargetGroup' },
  ],
  used_by: { [apiTarget.id]: [{ id: idFor('user'), name: 'Some workflow', base_type: 'workflow' }] },
};

function key(name: string, type: string): TenantObject {
  return {
    id: idFor(`key ${name}`),
    unique_name: `definition_runtime_user_${idFor(`key name ${name}`)}`,
    name,
    type,
    base_type: 'runtime_user',
    updated_on: '2026-11-18T09:00:00.000Z',
    properties: { display_name: name, basic_password: secretInKey },
  };
}

function target(name: string, properties: Readonly<Record<string, unknown>>): TenantObject {
  return {
    id: idFor(`target ${name}`),
    unique_name: `definition_target_${idFor(`target name ${name}`)}`,
    name,
    type: 'web-service.endpoint',
    base_type: 'target',
    updated_on: '2026-11-18T09:00:00.000Z',
    properties: {
      display_name: name,
      host: 'visibility.amp.cisco.com',
      no_runtime_user: false,
      port: 443,
      ...properties,
    },
    valid: true,
  };
}
