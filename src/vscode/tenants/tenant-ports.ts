import type { Clock, Fetch, TenantPorts } from '../../tenant/ports';
import { TenantError } from '../../tenant/api/tenant-error';
import type { KnownTenant, TenantList } from './tenant-list';

/** The editor's own: it knows the proxy and the certificates that the editor was told of. */
declare const fetch: Fetch;

const clock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener('abort', end, { once: true });
      if (signal.aborted) end();
    }),
};

export function portsOf(tenant: KnownTenant, tenants: TenantList): TenantPorts {
  return {
    fetch: (url, request) => fetch(url, request),
    clock,
    async credentials() {
      const credentials = await tenants.credentialsOf(tenant);
      if (!credentials) {
        throw new TenantError('signed-out', `Nobody is signed in to ${tenant.name}. Sign in to the tenant again.`);
      }
      return credentials;
    },
  };
}
