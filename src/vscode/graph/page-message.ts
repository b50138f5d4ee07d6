import * as z from 'zod/mini';
import type { FromPage } from '../../picture/page-messages';

const largestPicture = 32 * 1024 * 1024;

const fromPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), compares: z.boolean() }),
  z.object({ type: z.literal('compare'), compares: z.boolean() }),
  z.object({ type: z.literal('reveal'), node: z.string() }),
  z.object({
    type: z.literal('export'),
    format: z.enum(['svg', 'mermaid']),
    text: z.string().check(z.maxLength(largestPicture)),
  }),
]);

/** What a page said, or nothing where it is none of what pages say. */
export function readPageMessage(message: unknown): FromPage | undefined {
  return fromPage.safeParse(message).data;
}

/** The document that a page from before a restart showed. */
export function documentOf(state: unknown): string | undefined {
  return z.object({ uri: z.string() }).safeParse(state).data?.uri;
}
