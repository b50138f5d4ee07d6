// The answers of a large tenant, made up for measuring, the same in each run, in the API's shape.

const documented = ['CTR_API', 'CTIA_Target', 'Private_CTIA_Target', 'CTR_For_Access_Token'];
const hosts = ['visibility.amp.cisco.com', 'intel.amp.cisco.com', 'private.intel.amp.cisco.com', 'visibility.amp.cisco.com'];
const keyTypes = ['web-service_basic_credentials', 'oauth_integration', 'email_credentials', 'terminal_password_credentials'];

/** @returns {Record<'targets' | 'runtime_users' | 'target_groups', object[]>} by the end of the path that is asked. */
export function generateTenant(targets, keys) {
  return {
    targets: Array.from({ length: targets }, (_, at) => target(at, keys)),
    runtime_users: Array.from({ length: keys }, (_, at) => ({
      ...common('runtime_user', at, `Key ${(at * 7919) % keys}`),
      type: `runtime_user.${keyTypes[at % keyTypes.length]}`,
    })),
    target_groups: Array.from({ length: 20 }, (_, at) => ({ ...common('target_group', at, `Group ${at}`), type: 'generic.target_group' })),
  };
}

/** Every third without a key; of the others every fiftieth with one that is gone; every fortieth behind a remote. */
function target(at, keys) {
  const name = documented[at] ?? `Target ${(at * 7919) % 100_003}`;
  const hasNone = at % 3 === 0;
  return {
    ...common('target', at, name),
    type: at % 5 === 4 ? 'email.smtp_endpoint' : 'web-service.endpoint',
    properties: {
      display_name: name,
      host: hosts[at] ?? `host-${at}.example.com`,
      protocol: 'https',
      path: '/api/v1',
      port: 443,
      disable_certificate_validation: false,
      ignore_proxy: false,
      no_runtime_user: hasNone,
      ...(hasNone ? {} : { default_runtime_user_id: at % 50 === 49 ? id('gone', at) : id('runtime_user', at % keys) }),
      ...(at % 40 === 0 ? { ao_remote_id: id('remote', at % 400) } : {}),
    },
    valid: true,
  };
}

function common(kind, at, name) {
  return {
    id: id(kind, at),
    unique_name: `definition_${kind}_${id(`unique ${kind}`, at)}`,
    name,
    base_type: kind,
    schema_id: id('schema', 1),
    created_on: '2026-11-18T09:14:06Z',
    created_by: 'admin@example.com',
    updated_on: '2026-11-18T09:14:06Z',
    updated_by: 'admin@example.com',
    owner: 'admin@example.com',
    def_access_meta: { is_internal: false, is_integration: false },
  };
}

/** As long as real ones, and as plainly invented. */
function id(kind, at) {
  return `03${`${kind}${at}`.replace(/\W/g, '').toUpperCase().padStart(33, '0')}`;
}
