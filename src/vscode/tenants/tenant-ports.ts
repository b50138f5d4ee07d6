import * as vscode from 'vscode';
import type { Fetch, TenantPorts } from '../../tenant/ports';
import { TenantError } from '../../tenant/api/tenant-error';
import { systemClock } from '../../tenant/system-clock';
import type { KnownTenant, TenantList } from './tenant-list';

/** The editor's own: it knows the proxy and the certificates that the editor was told of. */
declare const fetch: Fetch;

const clock = systemClock({ setTimeout, clearTimeout });

export function portsOf(tenant: KnownTenant, tenants: TenantList): TenantPorts {
  return {
    fetch: (url, request) => fetch(url, request),
    clock,
    async credentials() {
      const credentials = await tenants.credentialsOf(tenant);
      if (!credentials) {
        const message = vscode.l10n.t('Nobody is signed in to {0}. Sign in to the tenant again.', tenant.name);
        throw new TenantError('signed-out', message);
      }
      return credentials;
    },
  };
}
