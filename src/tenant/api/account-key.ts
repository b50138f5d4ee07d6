import * as z from 'zod/mini';

/** `GET /v1/runtime_users` and by id. The list holds no `properties`; by id they may be secret, and are not read. */
export const accountKeySchema = z.looseObject({
  id: z.string(),
  unique_name: z.nullish(z.string()),
  name: z.nullish(z.string()),
  title: z.nullish(z.string()),
  type: z.nullish(z.string()),
  updated_on: z.nullish(z.string()),
});

export type AccountKey = z.infer<typeof accountKeySchema>;
