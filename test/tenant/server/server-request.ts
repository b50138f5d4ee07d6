import type { IncomingMessage } from 'node:http';

/** A request as the server saw it. */
export interface ServerRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

export async function readRequest(incoming: IncomingMessage): Promise<ServerRequest> {
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return {
    method: incoming.method ?? '',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    authorization: incoming.headers.authorization,
    contentType: incoming.headers['content-type'],
    body: Buffer.concat(parts).toString('utf8'),
  };
}
