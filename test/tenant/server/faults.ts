import { apiError, expiredToken, type ServerAnswer } from './server-answer';

/** What goes wrong with a request. */
export type Fault =
  /** The token is refused, whatever the clock says. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'rate-limit'; readonly retryAfter?: string }
  | { readonly kind: 'server-error'; readonly retryAfter?: string }
  /** Any answer. */
  | { readonly kind: 'answer'; readonly answer: ServerAnswer }
  /** No answer until the fault is let go or the server closed. */
  | { readonly kind: 'slow'; readonly until: Promise<void> }
  | { readonly kind: 'broken-json' }
  | { readonly kind: 'html' }
  | { readonly kind: 'dropped' }
  /** The list is answered with one item more, which is none. */
  | { readonly kind: 'odd-item'; readonly item: unknown }
  /** The change is made, and the answer is an error. */
  | { readonly kind: 'half-way' }
  /** Somebody has deleted an account key just before the request. */
  | { readonly kind: 'key-missing'; readonly id: string }
  /** Somebody has saved a target just before the request. */
  | { readonly kind: 'target-touched'; readonly id: string };

/** Which requests a fault befalls; what is left out does not matter. */
export interface FaultMatch {
  readonly method?: string;
  /** The path without its query, below the server's address. */
  readonly path?: RegExp;
  /** How many matching requests go well before. */
  readonly after?: number;
  /** How many it befalls; without it, all. */
  readonly times?: number;
}

/** Faults that are switched on, first come, first served: a request meets at most one. */
export class Faults {
  #active: { readonly fault: Fault; readonly match: FaultMatch; after: number; times: number }[] = [];

  add(fault: Fault, match: FaultMatch = {}): void {
    this.#active.push({ fault, match, after: match.after ?? 0, times: match.times ?? Infinity });
  }

  clear(): void {
    this.#active = [];
  }

  next(method: string, path: string): Fault | undefined {
    for (const active of this.#active) {
      if (active.times === 0) continue;
      if (active.match.method !== undefined && active.match.method !== method) continue;
      if (active.match.path?.test(path) === false) continue;
      if (active.after > 0) {
        active.after--;
        continue;
      }
      active.times--;
      return active.fault;
    }
    return undefined;
  }
}

/** The answer that a fault puts in the place of the real one, or makes of it; nothing where no answer comes. */
export function faultyAnswer(fault: Fault | undefined, answer: () => ServerAnswer): ServerAnswer | undefined {
  switch (fault?.kind) {
    case undefined:
    case 'slow':
    case 'key-missing':
    case 'target-touched':
      return answer();
    case 'expired':
      return expiredToken;
    case 'forbidden':
      return apiError(403, 'Forbidden', 'The role does not allow this operation');
    case 'conflict':
      return apiError(409, 'Conflict', 'The object is being changed');
    case 'rate-limit':
      return withRetryAfter(apiError(429, 'Too many requests', 'The rate limit is exceeded'), fault.retryAfter);
    case 'server-error':
      return withRetryAfter(apiError(500, 'Internal error', 'Something went wrong'), fault.retryAfter);
    case 'answer':
      return fault.answer;
    case 'broken-json': {
      const whole = answer();
      return { ...whole, body: whole.body.slice(0, -2) };
    }
    case 'html':
      return { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html><body>Sign in</body></html>' };
    case 'dropped':
      return undefined;
    case 'odd-item': {
      const whole = answer();
      const list = JSON.parse(whole.body) as unknown[];
      return { ...whole, body: JSON.stringify([...list, fault.item]) };
    }
    case 'half-way':
      answer();
      return apiError(500, 'Internal error', 'Something went wrong half-way');
  }
}

function withRetryAfter(answer: ServerAnswer, retryAfter: string | undefined): ServerAnswer {
  if (retryAfter === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'Retry-After': retryAfter } };
}
