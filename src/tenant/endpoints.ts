import type { Endpoints } from './regions';

/** An address that was given by hand and must not be used. */
export class EndpointProblem extends Error {
  override readonly name = 'EndpointProblem';
}

/**
 * The addresses of another server, from SXO_TOKEN_URL and SXO_API_URL; nothing where neither is set.
 * @throws {EndpointProblem}
 */
export function parseEndpoints(tokenUrl: string | undefined, apiUrl: string | undefined): Endpoints | undefined {
  if (!tokenUrl && !apiUrl) return undefined;
  // With one alone, the credentials or the token of one server would go to another.
  if (!tokenUrl || !apiUrl) {
    throw new EndpointProblem(
      `${tokenUrl ? 'SXO_TOKEN_URL is set without SXO_API_URL' : 'SXO_API_URL is set without SXO_TOKEN_URL'}: ` +
        'a token of one server is no use to another. Set both, or neither.',
    );
  }
  return { token: parse('SXO_TOKEN_URL', tokenUrl), api: parse('SXO_API_URL', apiUrl) };
}

/** Does not repeat the address: somebody may have put a password into it. */
function parse(name: string, text: string): string {
  const url = urlOf(text);
  if (url === undefined) throw new EndpointProblem(`${name} is not an address. Give one like https://example.com/api.`);
  const { protocol, hostname, username, password, search, hash } = url;
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname))) {
    throw new EndpointProblem(
      `${name} must begin with https://, so that nobody on the way can read the password or the token. ` +
        'Only this computer itself (127.0.0.1, [::1], localhost) may be addressed with http://.',
    );
  }
  if (username !== '' || password !== '') {
    throw new EndpointProblem(`${name} holds a name or a password. Leave them out: they belong in the credentials.`);
  }
  if (search !== '' || hash !== '') {
    throw new EndpointProblem(`${name} goes on with ? or #. Give the address only up to there.`);
  }
  return url.href.replace(/\/+$/, '');
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text.trim());
  } catch {
    return undefined;
  }
}

/** `URL` has already written every spelling of an address in the one way. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
