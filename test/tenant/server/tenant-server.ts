import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Credentials } from '../../../src/tenant/ports';
import { answerApi, apiPath } from './automation-api';
import { faultyAnswer, Faults, type Fault } from './faults';
import { nothingHere, type ServerAnswer } from './server-answer';
import { readRequest, type ServerRequest } from './server-request';
import { TokenEndpoint, tokenPath } from './token-endpoint';
import { TenantState, type TenantDefinition } from './tenant-state';

export interface TenantServerOptions {
  /** Told apart by the client that signs in. */
  readonly tenants: readonly TenantDefinition[];
  readonly clock?: { now(): number };
  /** A free one, if none is named. */
  readonly port?: number;
}

/** Speaks the token endpoint and the Automation API on a loopback address. */
export interface TenantServer {
  readonly url: string;
  readonly tokenUrl: string;
  readonly apiUrl: string;
  readonly faults: Faults;
  /** All requests so far, in the order in which they came. */
  readonly requests: readonly ServerRequest[];
  /** All tokens so far. */
  readonly tokens: readonly string[];
  credentialsOf(name: string): Credentials;
  /** What the tenant holds now. */
  tenant(name: string): TenantState;
  /** Is told of each request that comes, before it is answered. */
  onRequest: (request: ServerRequest) => void;
  close(): Promise<void>;
}

/** Requests an hour, as the real one allows. */
const quota = 8000;

export async function startTenantServer(options: TenantServerOptions): Promise<TenantServer> {
  const { clock = Date } = options;
  const now = (): number => clock.now();
  const tenants = options.tenants.map((definition) => new TenantState(definition, now));
  const tokens = new TokenEndpoint(tenants, now);
  const faults = new Faults();
  const requests: ServerRequest[] = [];

  const answer = (request: ServerRequest, fault: Fault | undefined): ServerAnswer | undefined => {
    if (request.path === tokenPath) return faultyAnswer(fault, () => tokens.answer(request));
    if (!request.path.startsWith(`${apiPath}/`)) return nothingHere;
    const tenant = tokens.tenantOf(request);
    if (!(tenant instanceof TenantState)) return tenant;
    if (fault?.kind === 'key-missing') tenant.deleteKey(fault.id);
    if (fault?.kind === 'target-touched') tenant.touchTarget(fault.id);
    const usual = faultyAnswer(fault, () => answerApi(tenant, request));
    return usual && { ...usual, headers: { ...quotaHeaders(requests.length), ...usual.headers } };
  };

  const http = createServer((incoming, response) => {
    void (async () => {
      const request = await readRequest(incoming);
      const number = requests.push(request);
      server.onRequest(request);
      const fault = faults.next(request.method, request.path);
      if (fault?.kind === 'slow') await fault.until;
      send(response, answer(request, fault), number);
    })().catch(() => {
      // Whoever asked has gone in the middle of it.
      response.destroy();
    });
  });

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server: TenantServer = {
    url,
    tokenUrl: url + tokenPath,
    apiUrl: url + apiPath,
    faults,
    requests,
    get tokens() {
      return tokens.tokens;
    },
    credentialsOf: (name) => tokens.credentialsOf(name),
    tenant: (name) => {
      const found = tenants.find((tenant) => tenant.name === name);
      if (found === undefined) throw new Error(`No tenant ${name}.`);
      return found;
    },
    onRequest: () => undefined,
    close: () =>
      new Promise((resolve) => {
        http.close(() => {
          resolve();
        });
        http.closeAllConnections();
      }),
  };
  return server;
}

function send(response: ServerResponse, answer: ServerAnswer | undefined, number: number): void {
  if (answer === undefined) {
    response.destroy();
    return;
  }
  // One connection for each request: none that is kept can meet a server that has closed meanwhile.
  const headers = { 'X-Request-Id': `request-${number}`, Connection: 'close', ...answer.headers };
  response.writeHead(answer.status, headers).end(answer.body);
}

function quotaHeaders(used: number): Record<string, string> {
  return { 'X-Ratelimit-Org-Limit': String(quota), 'X-Ratelimit-Org-Remaining': String(Math.max(0, quota - used)) };
}
