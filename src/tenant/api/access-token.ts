import * as z from 'zod/mini';
import type { Credentials, TenantPorts } from '../ports';
import { answerError, worded } from './answer-error';
import { basicAuthorization } from './basic-authorization';
import type { Errand } from './errand';
import { exchange, type Answer } from './exchange';
import { readJson, readShape } from './read-answer';
import { oauthError } from './server-words';
import { SingleFlight } from './single-flight';
import { TenantError } from './tenant-error';

const tokenSchema = z.looseObject({
  access_token: z.string().check(z.minLength(1)),
  expires_in: z.nullish(z.number()),
});

const errand: Errand = { failure: 'The sign-in failed', changes: false };

/** What the documentation promises; for a server that does not say. */
const usualLifetime = 600;
/** So that no token ends on its way. */
const renewBefore = 60;

interface AccessToken {
  readonly value: string;
  readonly renewAt: number;
}

/** Exchanges client credentials for access tokens. A token lives in memory only, and at most as long as it is good. */
export class AccessTokenSource {
  readonly #ports: TenantPorts;
  readonly #endpoint: string;
  readonly #timeout: number;
  readonly #requests = new SingleFlight<AccessToken>();
  #token: AccessToken | undefined;
  /** Counts how often all was forgotten, so that a late answer does not bring a token back. */
  #generation = 0;

  constructor(ports: TenantPorts, endpoint: string, timeout: number) {
    this.#ports = ports;
    this.#endpoint = endpoint;
    this.#timeout = timeout;
  }

  /** @throws {TenantError} */
  async get(signal: AbortSignal): Promise<string> {
    if (this.#token && this.#ports.clock.now() < this.#token.renewAt) return this.#token.value;
    const token = await this.#requests.run('', errand, signal, (shared) => this.#renew(shared));
    return token.value;
  }

  /** Without a token: everything, as on signing out. With one: that one, unless it has been replaced meanwhile. */
  forget(token?: string): void {
    if (token !== undefined && token !== this.#token?.value) return;
    this.#token = undefined;
    this.#generation++;
    this.#requests.startAfresh();
  }

  async #renew(signal: AbortSignal): Promise<AccessToken> {
    const generation = this.#generation;
    const credentials = await this.#credentials();
    const asked = this.#ports.clock.now();
    const answer = await this.#request(credentials, signal);
    const { access_token: value, expires_in } = readShape(answer, tokenSchema, errand);
    const lifetime = expires_in ?? usualLifetime;
    // Where tokens are short-lived, half their life is better than asking anew for each request.
    const renewAt = asked + Math.max(lifetime - renewBefore, lifetime / 2) * 1000;
    const token = { value, renewAt };
    if (generation === this.#generation) this.#token = token;
    return token;
  }

  async #credentials(): Promise<Credentials> {
    try {
      return await this.#ports.credentials();
    } catch {
      throw new TenantError(
        'signed-out',
        'Nobody is signed in to this tenant. Sign in with the id and the password of an API client first.',
      );
    }
  }

  async #request(credentials: Credentials, signal: AbortSignal): Promise<unknown> {
    const authorization = basicAuthorization(credentials);
    const request = {
      method: 'POST',
      headers: {
        Authorization: authorization,
        'Content-Type': 'application/x-www-form-urlencoded',
        Accept: 'application/json',
      },
      body: 'grant_type=client_credentials',
    } as const;
    const patience = { signal, milliseconds: this.#timeout };
    const answer = await exchange(this.#ports, this.#endpoint, request, patience, errand);
    const secrets = [credentials.clientSecret, authorization.slice('Basic '.length)];
    if (answer.status === 200) return readJson(answer, errand, secrets);
    if (answer.status === 401 || oauthError(answer) === 'invalid_client') throw badClient(answer, secrets);
    throw answerError(answer, errand, secrets);
  }
}

/** The platform answers a wrong client with 400; 401 is what the standard says. */
function badClient(answer: Answer, secrets: readonly string[]): TenantError {
  return worded(
    'bad-client',
    `${errand.failure}: the client id and password are not known here. They may be mistyped, revoked, or of another ` +
      'region. Check the region, and the API client in the web console.',
    answer,
    secrets,
  );
}
