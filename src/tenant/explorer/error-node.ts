import { inMinutes } from '../api/retry-after';
import type { TenantErrorKind } from '../api/tenant-error';
import type { ExplorerNode } from './explorer-node';
import { escaped } from '../../core/text/markdown';
import { visible } from '../../core/text/shown-name';

/** Why the last attempt to read a tenant brought nothing newer. */
export interface TenantFailure {
  readonly kind: TenantErrorKind;
  readonly message: string;
  /** When another attempt makes sense, in milliseconds since 1970, where the tenant said so. */
  readonly retryAt?: number | undefined;
}

/** What is wrong, and what to do: a side bar has room for that much. The whole message is in the tooltip. */
const words: Readonly<Record<TenantErrorKind, readonly [problem: string, remedy: string]>> = {
  'bad-client': ['Client id or password not known', 'check the region, sign in again'],
  'signed-out': ['Nobody is signed in', 'sign in again'],
  expired: ['Access has ended', 'sign in again'],
  forbidden: ['Scope or role is missing', 'needs "ao:read", and the role admin, user or sat'],
  'not-found': ['Not found', 'check the region, try again'],
  conflict: ['Somebody else is changing it', 'try again'],
  rejected: ['Request not accepted', 'see what the tenant says'],
  'rate-limit': ['Rate limit reached', 'try again'],
  server: ['The tenant has trouble', 'try again'],
  unreachable: ['Tenant not reachable', 'check network and proxy, try again'],
  timeout: ['No answer in time', 'check the network, try again'],
  cancelled: ['Cancelled', 'try again'],
  'not-json': ['Answer is not JSON', 'check proxy and address, try again'],
  'unexpected-answer': ['Answer of another shape', 'check the address, try again'],
};

/** A click does what can be done about it from here: sign in, or try again. */
export function errorNode(id: string, tenant: string, failure: TenantFailure, now: number): ExplorerNode {
  const { kind, message } = failure;
  const isSignIn = kind === 'bad-client' || kind === 'signed-out' || kind === 'expired';
  const [label, remedy] = words[kind];
  const isWait = kind === 'rate-limit' || kind === 'server';
  return {
    id,
    label,
    description: isWait ? `${remedy} ${waitOf(failure, now)}` : remedy,
    // The server's own words are a part of it.
    tooltip: escaped(message),
    spoken: `Error: ${visible(message)}`,
    icon: { name: 'error', colour: 'error' },
    kind: 'error',
    traits: [isSignIn ? 'signIn' : 'tryAgain'],
    subject: { tenant },
    command: isSignIn
      ? { command: 'sxo.tenant.signIn', title: 'Sign In Again', arguments: [tenant] }
      : { command: 'sxo.tenant.refresh', title: 'Try Again', arguments: [tenant] },
  };
}

export function problemOf({ kind }: TenantFailure): string {
  return words[kind][0];
}

/** What is left of it now, not what was left when the tenant said it. */
function waitOf({ retryAt }: TenantFailure, now: number): string {
  if (retryAt === undefined) return 'later';
  return retryAt > now ? inMinutes((retryAt - now) / 1000) : 'now';
}
