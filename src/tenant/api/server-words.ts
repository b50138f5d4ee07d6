import * as z from 'zod/mini';
import type { Answer } from './exchange';
import { parseJson } from './parse-json';

const longest = 200;
/** No server has more to say, and looking for secrets in a longer text could take minutes. */
const longestLookedAt = 10_000;

const words = z.nullish(z.union([z.string(), z.number()]));
const errorBody = z.looseObject({
  message: words,
  description: words,
  code: words,
  error: words,
  error_description: words,
});

/**
 * What a server says about an error of its own: one short line, or nothing. The Automation API declares its words as
 * headers, which may well be a slip of its generator; so the body is looked at first.
 */
export function serverWords(answer: Answer, secrets: readonly string[]): string | undefined {
  const body = errorBody.safeParse(parseJson(answer.text)).data;
  const said =
    joined(body?.message, body?.description, body?.code) ??
    joined(body?.error, body?.error_description) ??
    joined(answer.header('message'), answer.header('description'), answer.header('code'));
  return said === undefined ? undefined : shortened(withoutSecrets(said.slice(0, longestLookedAt), secrets));
}

/** The `error` of OAuth, such as `invalid_client`. */
export function oauthError(answer: Answer): string | undefined {
  const error = errorBody.safeParse(parseJson(answer.text)).data?.error;
  return typeof error === 'string' ? error : undefined;
}

/** The id that the server gave to the request, unless it looks like anything else. */
export function requestId(answer: Answer, secrets: readonly string[]): string | undefined {
  const id = answer.header('X-Request-Id');
  if (id === null || !/^[\w:.-]{1,64}$/.test(id)) return undefined;
  return withoutSecrets(id, secrets) === id ? id : undefined;
}

function joined(...parts: readonly (string | number | null | undefined)[]): string | undefined {
  const said = parts.flatMap((part) => {
    const text = String(part ?? '').trim();
    return text === '' ? [] : [text];
  });
  return said.length > 0 ? [...new Set(said)].join(', ') : undefined;
}

/** A server may repeat what it was sent. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  const known = secrets.filter((secret) => secret !== '').reduce((left, secret) => left.replaceAll(secret, mask), text);
  return known.replace(/\b(bearer|basic)\s+\S+/gi, `$1 ${mask}`).replace(/\beyJ[\w-]*\.[\w.-]*/g, mask);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}...` : line;
}

const mask = '*****';
