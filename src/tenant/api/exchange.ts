import type { FetchRequest, FetchResponse, TenantPorts } from '../ports';
import { cancelled, doubt, type Errand } from './errand';
import { TenantError } from './tenant-error';

/** A whole answer, whatever its status. */
export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly text: string;
  header(name: string): string | null;
}

export interface Patience {
  readonly signal: AbortSignal;
  readonly milliseconds: number;
}

/**
 * One request and its whole answer.
 * @throws {TenantError} `timeout`, `cancelled` or `unreachable`.
 */
export async function exchange(
  { fetch, clock }: Pick<TenantPorts, 'fetch' | 'clock'>,
  url: string,
  request: Omit<FetchRequest, 'signal'>,
  patience: Patience,
  errand: Errand,
): Promise<Answer> {
  if (patience.signal.aborted) throw cancelled(errand);
  const connection = new AbortController();
  const timer = new AbortController();
  // Not left to `fetch` alone, of which hosts have their own: giving up must work with any.
  let giveUp: (error: TenantError) => void = () => undefined;
  const givenUp = new Promise<never>((_resolve, reject) => (giveUp = reject));
  const cancel = (): void => {
    giveUp(cancelled(errand));
  };
  patience.signal.addEventListener('abort', cancel, { once: true });
  void clock.wait(patience.milliseconds, timer.signal).then(() => {
    if (!timer.signal.aborted) giveUp(timedOut(patience.milliseconds, url, errand));
  });
  try {
    return await Promise.race([givenUp, answerTo(fetch(url, { ...request, signal: connection.signal }), url)]);
  } catch (error) {
    throw error instanceof TenantError ? error : unreachable(error, url, errand);
  } finally {
    patience.signal.removeEventListener('abort', cancel);
    timer.abort();
    connection.abort();
  }
}

async function answerTo(response: Promise<FetchResponse>, url: string): Promise<Answer> {
  const { status, headers, text } = await response.then(async (came) => ({
    status: came.status,
    headers: came.headers,
    text: await came.text(),
  }));
  return { url, status, text, header: (name) => headers.get(name) };
}

function timedOut(milliseconds: number, url: string, errand: Errand): TenantError {
  return new TenantError(
    'timeout',
    `${errand.failure}: ${hostOf(url)} did not answer within ${milliseconds / 1000} seconds. ` +
      `Check the network, and try again.${doubt(errand)}`,
  );
}

function unreachable(error: unknown, url: string, errand: Errand): TenantError {
  const code = systemCode(error);
  const reason = /CERT|SIGNED|SSL|TLS/.test(code ?? '')
    ? `the certificate of ${hostOf(url)} is not trusted. If a proxy of your network reads the traffic, install its ` +
      'certificate in the system.'
    : `${hostOf(url)} cannot be reached. Check the network, and the proxy settings.`;
  return new TenantError(
    'unreachable',
    `${errand.failure}: ${reason}${code === undefined ? '' : ` (${code})`}${doubt(errand)}`,
  );
}

/** The code of the system, such as ENOTFOUND; nothing else of what was thrown is fit to be shown. */
function systemCode(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    const { code } = at as { readonly code?: unknown };
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,50}$/.test(code)) return code;
  }
  return undefined;
}

export function hostOf(url: string): string {
  return new URL(url).host;
}
