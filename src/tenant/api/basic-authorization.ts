import type { Credentials } from '../ports';

/** The header value by which a client proves itself; `btoa` alone refuses letters beyond Latin-1. */
export function basicAuthorization({ clientId, clientSecret }: Credentials): string {
  const bytes = encodeURIComponent(`${clientId}:${clientSecret}`).replace(/%([0-9A-F]{2})/g, (_match, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return `Basic ${btoa(bytes)}`;
}
