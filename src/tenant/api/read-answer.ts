import type * as z from 'zod/mini';
import { doubt, type Errand } from './errand';
import { hostOf, type Answer } from './exchange';
import { parseJson } from './parse-json';
import { requestId } from './server-words';
import { TenantError } from './tenant-error';

/**
 * The JSON of a good answer.
 * @throws {TenantError} `not-json`
 */
export function readJson(answer: Answer, errand: Errand, secrets: readonly string[]): unknown {
  const value = parseJson(answer.text);
  if (value !== undefined) return value;
  throw new TenantError(
    'not-json',
    `${errand.failure}: the answer of ${hostOf(answer.url)} is not JSON. A proxy or a sign-in page may have answered ` +
      `in its place: check the network and the address.${doubt(errand)}`,
    { requestId: requestId(answer, secrets) },
  );
}

/**
 * A value of the expected shape. Names the place where it differs, and never what stands there.
 * @throws {TenantError} `unexpected-answer`
 */
export function readShape<T>(value: unknown, schema: z.ZodMiniType<T>, errand: Errand): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const path = read.error.issues[0]?.path ?? [];
  throw new TenantError(
    'unexpected-answer',
    `${errand.failure}: the answer is JSON, but not of the shape that the API is known for` +
      `${path.length > 0 ? ` (see "${path.map(String).join('.')}")` : ''}. ` +
      `Check the address; if it is right, the API may have changed: please report it.${doubt(errand)}`,
  );
}
