import type * as z from 'zod/mini';
import type { FetchRequest, TenantPorts } from '../ports';
import type { Endpoints } from '../regions';
import { AccessTokenSource } from './access-token';
import { answerError } from './answer-error';
import { cancelled, type Errand } from './errand';
import { exchange, type Answer } from './exchange';
import { readQuota, type Quota } from './quota';
import { readJson, readShape } from './read-answer';
import { SingleFlight } from './single-flight';
import type { TenantError } from './tenant-error';

const defaultTimeout = 30_000;
const mostRetries = 3;
const firstPause = 500;
/** Who waits longer than this should be told, not kept waiting. */
const longestPause = 10_000;

export interface ApiRequest<T> {
  /** Below the address of the API, with its query. */
  readonly path: string;
  readonly schema: z.ZodMiniType<T>;
  /** The beginning of an error message, such as "The targets could not be read". */
  readonly failure: string;
  readonly signal: AbortSignal;
}

export interface ApiChange<T> extends ApiRequest<T> {
  readonly body: unknown;
  /** What in the body no message may show, even where the server repeats it. */
  readonly secrets?: readonly string[];
}

export interface ApiClientOptions {
  /** Milliseconds that one request may take. */
  readonly timeout?: number;
}

/** Requests to the Automation API, with all that they have in common. Every method throws a {@link TenantError}. */
export class ApiClient {
  readonly #ports: TenantPorts;
  readonly #address: string;
  readonly #timeout: number;
  readonly #tokens: AccessTokenSource;
  readonly #reads = new SingleFlight<unknown>();
  #quota: Quota | undefined;

  constructor(ports: TenantPorts, endpoints: Endpoints, { timeout = defaultTimeout }: ApiClientOptions = {}) {
    this.#ports = ports;
    this.#address = endpoints.api;
    this.#timeout = timeout;
    this.#tokens = new AccessTokenSource(ports, endpoints.token, timeout);
  }

  /** As the last answer that told it. */
  get quota(): Quota | undefined {
    return this.#quota;
  }

  async get<T>({ path, schema, failure, signal }: ApiRequest<T>): Promise<T> {
    const errand = { failure, changes: false };
    const value = await this.#reads.run(path, errand, signal, (shared) => this.#read(path, errand, shared));
    return readShape(value, schema, errand);
  }

  put<T>(request: ApiChange<T>): Promise<T> {
    return this.#changeTo('PUT', request);
  }

  post<T>(request: ApiChange<T>): Promise<T> {
    return this.#changeTo('POST', request);
  }

  /** Whatever the answer holds. */
  async delete({ path, failure, signal }: Omit<ApiRequest<never>, 'schema'>): Promise<void> {
    await this.#change(path, { method: 'DELETE' }, { failure, changes: true }, signal, []);
  }

  /** Forgets the token and what is on its way, as on signing out. */
  forget(): void {
    this.#tokens.forget();
    this.#reads.startAfresh();
    this.#quota = undefined;
  }

  async #changeTo<T>(method: 'PUT' | 'POST', { path, schema, failure, signal, body, secrets = [] }: ApiChange<T>) {
    const errand = { failure, changes: true };
    const request = { method, body: JSON.stringify(body) };
    const { answer, known } = await this.#change(path, request, errand, signal, secrets);
    return readShape(readJson(answer, errand, known), schema, errand);
  }

  /** Never repeated by itself once it may have reached the tenant. */
  async #change(
    path: string,
    request: Pick<FetchRequest, 'method' | 'body'>,
    errand: Errand,
    signal: AbortSignal,
    secrets: readonly string[],
  ): Promise<{ readonly answer: Answer; readonly known: readonly string[] }> {
    try {
      const { answer, token } = await this.#authorized(path, request, errand, signal);
      const known = [token, ...secrets];
      if (!isGood(answer)) throw answerError(answer, errand, known);
      return { answer, known };
    } finally {
      // A read that began before the change must not answer those who ask after it.
      this.#reads.startAfresh();
    }
  }

  async #read(path: string, errand: Errand, signal: AbortSignal): Promise<unknown> {
    for (let retries = 0; ; retries++) {
      const { answer, token } = await this.#authorized(path, { method: 'GET' }, errand, signal);
      if (isGood(answer)) return readJson(answer, errand, [token]);
      const error = answerError(answer, errand, [token]);
      const pause = pauseBefore(error, retries);
      if (pause === undefined) throw error;
      await this.#ports.clock.wait(pause, signal);
      if (signal.aborted) throw cancelled(errand);
    }
  }

  /** A token may end early, or be revoked: then once more, with a new one. */
  async #authorized(
    path: string,
    request: Pick<FetchRequest, 'method' | 'body'>,
    errand: Errand,
    signal: AbortSignal,
  ): Promise<{ readonly answer: Answer; readonly token: string }> {
    for (let isSecond = false; ; isSecond = true) {
      const token = await this.#tokens.get(signal);
      const answer = await this.#send(path, request, token, errand, signal);
      if (answer.status !== 401) return { answer, token };
      this.#tokens.forget(token);
      if (isSecond) return { answer, token };
    }
  }

  async #send(
    path: string,
    request: Pick<FetchRequest, 'method' | 'body'>,
    token: string,
    errand: Errand,
    signal: AbortSignal,
  ): Promise<Answer> {
    const headers = {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
    };
    const patience = { signal, milliseconds: this.#timeout };
    const answer = await exchange(this.#ports, this.#address + path, { ...request, headers }, patience, errand);
    this.#quota = readQuota(answer) ?? this.#quota;
    return answer;
  }
}

function isGood({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** How long to wait before the next try; nothing where there should be none. */
function pauseBefore({ kind, retryAfterSeconds }: TenantError, retries: number): number | undefined {
  if ((kind !== 'rate-limit' && kind !== 'server') || retries >= mostRetries) return undefined;
  const pause = retryAfterSeconds === undefined ? firstPause * 2 ** retries : retryAfterSeconds * 1000;
  return pause <= longestPause ? pause : undefined;
}
