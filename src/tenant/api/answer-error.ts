import { doubt, type Errand } from './errand';
import type { Answer } from './exchange';
import { inMinutes, readRetryAfter } from './retry-after';
import { requestId, serverWords } from './server-words';
import { TenantError, type TenantErrorKind } from './tenant-error';

/** The error that an answer with a bad status stands for; what the server says is shown without the secrets. */
export function answerError(answer: Answer, errand: Errand, secrets: readonly string[]): TenantError {
  const retryAfterSeconds = readRetryAfter(answer.header('Retry-After'));
  const [kind, reason] = explain(answer.status, errand, inMinutes(retryAfterSeconds));
  return worded(kind, `${errand.failure}: ${reason}`, answer, secrets, retryAfterSeconds);
}

/** Adds what the server says, and the id under which Cisco's support finds the request. */
export function worded(
  kind: TenantErrorKind,
  message: string,
  answer: Answer,
  secrets: readonly string[],
  retryAfterSeconds?: number,
): TenantError {
  const said = serverWords(answer, secrets);
  const id = requestId(answer, secrets);
  const sentences = [message];
  if (said !== undefined) sentences.push(`The server says: "${said}".`);
  if (id !== undefined) sentences.push(`Request id: ${id}.`);
  return new TenantError(kind, sentences.join(' '), { requestId: id, retryAfterSeconds });
}

function explain(status: number, errand: Errand, when: string): readonly [TenantErrorKind, string] {
  switch (status) {
    case 401:
      return ['expired', 'the access token is refused, and a new one as well. Sign in again.'];
    case 403:
      return [
        'forbidden',
        `the API client may not do this. It needs ${access(errand)}. ` +
          'Change the client, or sign in with one of an account that may.',
      ];
    case 404:
      return ['not-found', 'the tenant does not have it. It may have been deleted: refresh, and check the region.'];
    case 409:
      return [
        'conflict',
        'it clashes with something in the tenant, or somebody else is changing it. Refresh, look, and try again.',
      ];
    case 429:
      return [
        'rate-limit',
        `the organisation has used up the requests that all its clients together may make. Try again ${when}.`,
      ];
    default:
      return status >= 500
        ? ['server', `the tenant has trouble of its own (HTTP ${status}). Try again ${when}.${doubt(errand)}`]
        : ['rejected', `the tenant does not accept the request (HTTP ${status}).`];
  }
}

function access({ changes }: Errand): string {
  return changes
    ? 'the scope "ao", and an account with the role admin'
    : 'the scope "ao" or "ao:read", and an account with the role admin, user or sat';
}
