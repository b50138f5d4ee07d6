import { GraphTree } from '../picture/graph-tree';
import type { PictureGraph, PictureNode } from '../picture/picture-graph';

/** Where a key leads from a node: to another one, or to folding and unfolding it. */
export type Step = { readonly to: string } | { readonly fold: string } | undefined;

/** The nodes that are not folded away, in order, and the ways among them; the same for the picture and the outline. */
export class ShownNodes {
  readonly tree: GraphTree;
  readonly all: readonly PictureNode[];
  readonly #folded: ReadonlySet<string>;

  constructor(graph: PictureGraph, folded: ReadonlySet<string>) {
    this.tree = new GraphTree(graph);
    this.#folded = folded;
    this.all = this.tree.roots.flatMap((root) => [...this.#within(root)]);
  }

  isFolded({ id }: PictureNode): boolean {
    return this.#folded.has(id);
  }

  canFold(node: PictureNode): boolean {
    return this.tree.childrenOf(node).length > 0;
  }

  depthOf(node: PictureNode): number {
    let depth = 0;
    for (let around = this.tree.parentOf(node); around; around = this.tree.parentOf(around)) depth++;
    return depth;
  }

  /** The node itself, or the folded one that it is in. */
  standFor(id: string): string | undefined {
    const node = this.tree.node(id);
    return node && this.tree.shown(node, this.#folded).id;
  }

  /** As trees go everywhere: up and down along what is shown, in and out, first and last. */
  step(id: string, key: string): Step {
    const node = this.tree.node(id);
    if (!node) return undefined;
    const index = this.all.indexOf(node);
    switch (key) {
      case 'ArrowDown':
        return to(this.all[index + 1]);
      case 'ArrowUp':
        return to(this.all[index - 1]);
      case 'Home':
        return to(this.all[0]);
      case 'End':
        return to(this.all.at(-1));
      case 'ArrowRight':
        if (!this.canFold(node)) return undefined;
        return this.isFolded(node) ? { fold: id } : to(this.tree.childrenOf(node)[0]);
      case 'ArrowLeft':
        return this.canFold(node) && !this.isFolded(node) ? { fold: id } : to(this.tree.parentOf(node));
      default:
        return undefined;
    }
  }

  *#within(node: PictureNode): Iterable<PictureNode> {
    yield node;
    if (!this.isFolded(node)) for (const child of this.tree.childrenOf(node)) yield* this.#within(child);
  }
}

function to(node: PictureNode | undefined): Step {
  return node && { to: node.id };
}
