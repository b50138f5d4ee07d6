/** All that the tenant ring may ask of the world; hosts and tests hand it in. */
export interface TenantPorts {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Asked whenever a token is needed, and never kept; throws where nobody is signed in. */
  credentials(): Promise<Credentials>;
}

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends early, without a complaint, when the signal is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The part of the platform's `fetch` that is used. It throws where there is no network, and when aborted. */
export type Fetch = (url: string, request: FetchRequest) => Promise<FetchResponse>;

export interface FetchRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}
