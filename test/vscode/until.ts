const patience = 20_000;
const pause = 20;

/** Waits until `look` returns something, and returns it. Fails with what was waited for. */
export async function until<T>(what: string, look: () => T | Promise<T>): Promise<NonNullable<Exclude<T, false>>> {
  for (const start = Date.now(); Date.now() - start < patience; ) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found as NonNullable<Exclude<T, false>>;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(`Waited ${patience / 1000} seconds in vain until ${what}.`);
}
