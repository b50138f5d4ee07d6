import type { GraphNode, WorkflowGraph } from '../core/workflow-graph';

/** Who is inside whom. */
export class GraphTree {
  readonly roots: readonly GraphNode[];
  readonly #children = new Map<string, GraphNode[]>();
  readonly #byId: ReadonlyMap<string, GraphNode>;

  constructor({ nodes }: WorkflowGraph) {
    this.#byId = new Map(nodes.map((node) => [node.id, node]));
    this.roots = nodes.filter(({ parent }) => parent === undefined);
    for (const node of nodes) {
      if (node.parent === undefined) continue;
      const siblings = this.#children.get(node.parent);
      if (siblings) siblings.push(node);
      else this.#children.set(node.parent, [node]);
    }
  }

  node(id: string): GraphNode | undefined {
    return this.#byId.get(id);
  }

  childrenOf({ id }: GraphNode): readonly GraphNode[] {
    return this.#children.get(id) ?? [];
  }

  parentOf({ parent }: GraphNode): GraphNode | undefined {
    return parent === undefined ? undefined : this.#byId.get(parent);
  }

  /** The node and all that is inside it, each before what is inside it. */
  *within(node: GraphNode): Iterable<GraphNode> {
    yield node;
    for (const child of this.childrenOf(node)) yield* this.within(child);
  }

  /** The node itself, or the outermost folded one around it. */
  shown(node: GraphNode, folded: ReadonlySet<string>): GraphNode {
    let shown = node;
    for (let around = this.parentOf(node); around; around = this.parentOf(around))
      if (folded.has(around.id)) shown = around;
    return shown;
  }
}
