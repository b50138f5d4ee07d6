import * as z from 'zod/mini';

// As the Automation API answers; nothing is promised to be there, and what is not named here is kept.

/** `GET /v1/targets` and `GET /v1/targets/{id}`. */
export const targetSchema = z.looseObject({
  id: z.string(),
  unique_name: z.nullish(z.string()),
  name: z.nullish(z.string()),
  title: z.nullish(z.string()),
  type: z.nullish(z.string()),
  updated_on: z.nullish(z.string()),
  valid: z.nullish(z.boolean()),
  metadata: z.nullish(z.record(z.string(), z.unknown())),
  properties: z.nullish(z.record(z.string(), z.unknown())),
});

export type Target = z.infer<typeof targetSchema>;
