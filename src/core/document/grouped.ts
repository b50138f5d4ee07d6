/** Lists by key; what was never added has an empty list. */
export class Grouped<K, V> {
  readonly #lists = new Map<K, V[]>();

  constructor(items: Iterable<readonly [K, V]> = []) {
    for (const [key, value] of items) this.add(key, value);
  }

  /** Each item in the list of its key. */
  static by<K, V>(items: Iterable<V>, keyOf: (item: V) => K): Grouped<K, V> {
    const grouped = new Grouped<K, V>();
    for (const item of items) grouped.add(keyOf(item), item);
    return grouped;
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
