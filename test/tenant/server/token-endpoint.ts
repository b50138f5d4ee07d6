import type { Credentials } from '../../../src/tenant/ports';
import { expiredToken, jsonAnswer, missingToken, unknownClient, type ServerAnswer } from './server-answer';
import type { ServerRequest } from './server-request';
import type { TenantState } from './tenant-state';

export const tokenPath = '/iroh/oauth2/token';
/** Seconds, as at the real one. */
const lifetime = 600;

interface Client {
  readonly credentials: Credentials;
  readonly tenant: TenantState;
}

/** Hands out tokens that end, and knows whose they are. */
export class TokenEndpoint {
  readonly #clients: readonly Client[];
  readonly #now: () => number;
  readonly #tokens = new Map<string, { readonly tenant: TenantState; readonly endsAt: number }>();

  constructor(tenants: readonly TenantState[], now: () => number) {
    this.#clients = tenants.map((tenant, index) => ({ tenant, credentials: credentialsFor(tenant.name, index) }));
    this.#now = now;
  }

  credentialsOf(name: string): Credentials {
    const client = this.#clients.find(({ tenant }) => tenant.name === name);
    if (client === undefined) throw new Error(`No tenant ${name}.`);
    return client.credentials;
  }

  /** Every token that was ever handed out. */
  get tokens(): readonly string[] {
    return [...this.#tokens.keys()];
  }

  answer(request: ServerRequest): ServerAnswer {
    const isForm = request.contentType?.startsWith('application/x-www-form-urlencoded') === true;
    if (!isForm || new URLSearchParams(request.body).get('grant_type') !== 'client_credentials') {
      return jsonAnswer(400, { error: 'unsupported_grant_type' });
    }
    const client = this.#clients.find(({ credentials }) => request.authorization === basic(credentials));
    if (client === undefined) return unknownClient;
    const token = `eyJ0b2tlbiI6.token-${this.#tokens.size + 1}.of-${client.tenant.name}`;
    this.#tokens.set(token, { tenant: client.tenant, endsAt: this.#now() + lifetime * 1000 });
    return jsonAnswer(200, { access_token: token, scope: 'ao ao:read', token_type: 'bearer', expires_in: lifetime });
  }

  /** Whose tenant a request may see, or the refusal. */
  tenantOf({ authorization }: ServerRequest): TenantState | ServerAnswer {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) return missingToken;
    const known = this.#tokens.get(token);
    return known !== undefined && this.#now() < known.endsAt ? known.tenant : expiredToken;
  }
}

/** The same on every start, so that whoever plays with the server can sign in again. */
function credentialsFor(name: string, index: number): Credentials {
  return {
    clientId: `client-00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
    clientSecret: `password-of-${name}`,
  };
}

function basic({ clientId, clientSecret }: Credentials): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
}
