import * as z from 'zod/mini';

/** `GET /v1/target_groups`; the targets of a group come only by its id. */
export const targetGroupSchema = z.looseObject({
  id: z.string(),
  unique_name: z.nullish(z.string()),
  name: z.nullish(z.string()),
  title: z.nullish(z.string()),
  type: z.nullish(z.string()),
});

export type TargetGroup = z.infer<typeof targetGroupSchema>;
