import type { PictureGraph, PictureNode } from './picture-graph';

/** Who is inside whom. */
export class GraphTree {
  readonly roots: readonly PictureNode[];
  readonly #children = new Map<string, PictureNode[]>();
  readonly #byId: ReadonlyMap<string, PictureNode>;

  constructor({ nodes }: PictureGraph) {
    this.#byId = new Map(nodes.map((node) => [node.id, node]));
    this.roots = nodes.filter(({ parent }) => parent === undefined);
    for (const node of nodes) {
      if (node.parent === undefined) continue;
      const siblings = this.#children.get(node.parent);
      if (siblings) siblings.push(node);
      else this.#children.set(node.parent, [node]);
    }
  }

  node(id: string): PictureNode | undefined {
    return this.#byId.get(id);
  }

  childrenOf({ id }: PictureNode): readonly PictureNode[] {
    return this.#children.get(id) ?? [];
  }

  parentOf({ parent }: PictureNode): PictureNode | undefined {
    return parent === undefined ? undefined : this.#byId.get(parent);
  }

  /** The node and all that is inside it, each before what is inside it. */
  *within(node: PictureNode): Iterable<PictureNode> {
    yield node;
    for (const child of this.childrenOf(node)) yield* this.within(child);
  }

  /** The node itself, or the outermost folded one around it. */
  shown(node: PictureNode, folded: ReadonlySet<string>): PictureNode {
    let shown = node;
    for (let around = this.parentOf(node); around; around = this.parentOf(around))
      if (folded.has(around.id)) shown = around;
    return shown;
  }
}
