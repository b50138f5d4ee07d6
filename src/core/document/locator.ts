import type { Span } from '../text/position';
import type { JsonPathNode } from './json-path';

/** Where a value stands in the text and, for a property, its key (quotes included in both). */
export interface JsonPlace {
  readonly value: Span;
  readonly key: Span | undefined;
}

export interface JsonMember extends JsonPlace {
  readonly name: string | number;
}

/** Answers where values stand. With a doubled key the last one counts, as it does for every JSON parser. */
export interface Locator {
  place(path: JsonPathNode): JsonPlace | undefined;
  /** All members of an object or array in the order of the text; none for other values. */
  members(path: JsonPathNode): readonly JsonMember[];
}

/** Keeps what was read of each container, so that many questions about one text cost one look at each. */
export abstract class CachingLocator<M extends JsonMember> implements Locator {
  readonly #members = new Map<JsonPathNode, readonly M[]>();

  place(path: JsonPathNode): M | undefined {
    if (!path.parent) return this.root();
    const members = this.members(path.parent);
    if (typeof path.key === 'number') return members[path.key]?.name === path.key ? members[path.key] : undefined;
    return members.findLast((member) => member.name === path.key);
  }

  members(path: JsonPathNode): readonly M[] {
    let members = this.#members.get(path);
    if (!members) {
      const place = this.place(path);
      members = place ? this.read(place) : [];
      this.#members.set(path, members);
    }
    return members;
  }

  protected abstract root(): M | undefined;
  protected abstract read(container: M): readonly M[];
}
