/** Lists by key; what was never added has an empty list. */
export class Grouped<K, V> {
  readonly #lists = new Map<K, V[]>();

  constructor(items: Iterable<readonly [K, V]> = []) {
    for (const [key, value] of items) this.add(key, value);
  }

  add(key: K, value: V): void {
    const list = this.#lists.get(key);
    if (list) list.push(value);
    else this.#lists.set(key, [value]);
  }

  [Symbol.iterator](): IterableIterator<[K, readonly V[]]> {
    return this.#lists.entries();
  }

  of(key: K): readonly V[] {
    return this.#lists.get(key) ?? [];
  }
}
