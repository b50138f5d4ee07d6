import * as z from 'zod/mini';

/** The items of a list that could be read. */
export interface TolerantList<T> {
  readonly items: readonly T[];
  /** How many could not, and are missing. */
  readonly leftOut: number;
}

/** One odd item must not hide all others. `null` is what Go makes of an empty list. */
export function tolerantList<T>(item: z.ZodMiniType<T>): z.ZodMiniType<TolerantList<T>> {
  return z.pipe(
    z.nullable(z.array(z.unknown())),
    z.transform((list) => {
      const all = list ?? [];
      const items = all.flatMap((value) => {
        const read = item.safeParse(value);
        return read.success ? [read.data] : [];
      });
      return { items, leftOut: all.length - items.length };
    }),
  );
}
