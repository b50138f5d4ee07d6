/** Keys and indices from the root of the file to a value. */
export type JsonPath = readonly (string | number)[];

/** A path whose steps are shared objects, so that what was found out about a place can be kept by identity. */
export class JsonPathNode {
  static root(): JsonPathNode {
    return new JsonPathNode(undefined, '');
  }

  readonly parent: JsonPathNode | undefined;
  readonly key: string | number;
  #children: JsonPathNode[] | undefined;
  /** Takes over from the list where searching it would cost more than a map does. */
  #manyChildren: Map<string | number, JsonPathNode> | undefined;

  private constructor(parent: JsonPathNode | undefined, key: string | number) {
    this.parent = parent;
    this.key = key;
  }

  child(key: string | number): JsonPathNode {
    const known = this.#manyChildren ? this.#manyChildren.get(key) : this.#children?.find((child) => child.key === key);
    return known ?? this.append(key);
  }

  /** The same as {@link child} for a key that was not asked for before; readers of whole containers need no search. */
  append(key: string | number): JsonPathNode {
    const child = new JsonPathNode(this, key);
    if (this.#manyChildren) {
      this.#manyChildren.set(key, child);
      return child;
    }
    const children = (this.#children ??= []);
    if (children.push(child) > 16) this.#manyChildren = new Map(children.map((each) => [each.key, each]));
    return child;
  }

  descendant(keys: JsonPath): JsonPathNode {
    return keys.reduce<JsonPathNode>((node, key) => node.child(key), this);
  }

  toArray(): JsonPath {
    const keys: (string | number)[] = [];
    this.#addTo(keys);
    return keys;
  }

  #addTo(keys: (string | number)[]): void {
    if (!this.parent) return;
    this.parent.#addTo(keys);
    keys.push(this.key);
  }
}

/** The path itself and all paths that lead to it, innermost first. */
export function* lineage(path: JsonPathNode): Iterable<JsonPathNode> {
  for (let node: JsonPathNode | undefined = path; node; node = node.parent) yield node;
}

/** What stands at a path below a value; nothing where the path leads nowhere. */
export function valueAt(root: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((at, key) => {
    return typeof at === 'object' && at !== null ? (at as Readonly<Record<string | number, unknown>>)[key] : undefined;
  }, root);
}
