import { EndpointProblem, parseEndpoints } from '../tenant/endpoints';
import type { TenantPorts } from '../tenant/ports';
import { regionEndpoints, type Region } from '../tenant/regions';
import { systemClock } from '../tenant/system-clock';
import { createTenantClient, type TenantClient } from '../tenant/tenant-client';
import type { Io } from './io';
import { UsageError } from './usage-error';

/** How a command gets a live tenant; tests hand in their own. */
export type ConnectTenant = (region: Region, io: Io) => TenantClient;

/**
 * The live tenant of the credentials in the environment, at the region's addresses or at those in the environment.
 * @throws {UsageError} where something is missing there.
 */
export const connectTenant: ConnectTenant = (region, { env }) => {
  const { SXO_CLIENT_ID, SXO_CLIENT_SECRET, SXO_TOKEN_URL, SXO_API_URL } = env;
  // A file of variables with the line ends of Windows leaves one at the end.
  const clientId = SXO_CLIENT_ID?.trim();
  const clientSecret = SXO_CLIENT_SECRET?.trim();
  if (!clientId || !clientSecret) {
    throw new UsageError(
      'A live tenant needs the id and the password of an API client in SXO_CLIENT_ID and SXO_CLIENT_SECRET.',
    );
  }
  const ports: TenantPorts = {
    fetch: (url, request) => fetch(url, request),
    clock,
    credentials: () => Promise.resolve({ clientId, clientSecret }),
  };
  try {
    return createTenantClient(ports, parseEndpoints(SXO_TOKEN_URL, SXO_API_URL) ?? regionEndpoints[region]);
  } catch (error) {
    if (error instanceof EndpointProblem) throw new UsageError(error.message);
    throw error;
  }
};

const clock = systemClock({ setTimeout, clearTimeout });
