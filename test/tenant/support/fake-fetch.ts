import type { Fetch, FetchRequest, FetchResponse } from '../../../src/tenant/ports';

export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export type Sent = FetchRequest & { readonly url: string };

/** Answers with what a function says, and remembers what was sent. */
export function fakeFetch(answer: (sent: Sent) => FakeAnswer | Promise<FakeAnswer>): { fetch: Fetch; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, request) => {
    const all = { ...request, url };
    sent.push(all);
    return response(await answer(all));
  };
  return { fetch, sent };
}

function response({ status = 200, headers = {}, body = {} }: FakeAnswer): FetchResponse {
  const all = new Headers(headers);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: all, text: () => Promise.resolve(text) };
}

/** A promise, and the hand that ends it. */
export function gate<T = void>(): { readonly opened: Promise<T>; readonly open: (value: T) => void } {
  let open: (value: T) => void = () => undefined;
  const opened = new Promise<T>((resolve) => (open = resolve));
  return { opened, open };
}
