import type { Node } from 'jsonc-parser';
import { CachingLocator, type JsonMember } from './locator';

interface TreeMember extends JsonMember {
  readonly node: Node;
}

/** Locates values in the tolerant tree of text that is broken. */
export class TreeLocator extends CachingLocator<TreeMember> {
  readonly #root: Node | undefined;
  readonly #start: number;

  /** @param start what to add to the tree's offsets. */
  constructor(root: Node | undefined, start: number) {
    super();
    this.#root = root;
    this.#start = start;
  }

  protected root(): TreeMember | undefined {
    return this.#root && this.#member('', undefined, this.#root);
  }

  protected read({ node }: TreeMember): readonly TreeMember[] {
    const children = node.children ?? [];
    if (node.type === 'array') return children.map((child, index) => this.#member(index, undefined, child));
    if (node.type !== 'object') return [];
    return children.flatMap((property) => {
      const [key, value] = property.children ?? [];
      return key && value ? [this.#member(String(key.value), key, value)] : [];
    });
  }

  #member(name: string | number, key: Node | undefined, node: Node): TreeMember {
    return { name, key: key && this.#span(key), value: this.#span(node), node };
  }

  #span(node: Node): { start: number; end: number } {
    const start = this.#start + node.offset;
    return { start, end: start + node.length };
  }
}
