export type TenantErrorKind =
  /** The token endpoint does not know the client, or not with this password. */
  | 'bad-client'
  /** Nobody is signed in. */
  | 'signed-out'
  /** The access token is refused, and a new one as well. */
  | 'expired'
  /** The scope or the role does not allow it. */
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  /** The tenant does not accept what was asked of it. */
  | 'rejected'
  | 'rate-limit'
  /** An error of the tenant's own, after all retries. */
  | 'server'
  /** No network, no such host, a proxy or a certificate in between. */
  | 'unreachable'
  | 'timeout'
  | 'cancelled'
  | 'not-json'
  /** JSON of another shape. */
  | 'unexpected-answer';

export interface TenantErrorDetails {
  /** What Cisco's support asks for. */
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/**
 * Why a tenant did not do what it was asked, in words for the person who asked. It has no `cause`: what a host's
 * `fetch` throws may hold the request with all its headers, and causes end up in logs.
 */
export class TenantError extends Error {
  override readonly name = 'TenantError';
  readonly kind: TenantErrorKind;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: TenantErrorKind, message: string, details: TenantErrorDetails = {}) {
    super(message);
    this.kind = kind;
    this.requestId = details.requestId;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** Whether the tenant said no to a change, so that it was not made. Whatever else goes wrong leaves that open. */
export function isRefusal(error: unknown): boolean {
  return error instanceof TenantError && refusals.has(error.kind);
}

const refusals: ReadonlySet<TenantErrorKind> = new Set([
  'bad-client',
  'signed-out',
  'expired',
  'forbidden',
  'not-found',
  'conflict',
  'rejected',
  'rate-limit',
]);
