import type { GraphEdge, GraphNode, WorkflowGraph } from '../core/workflow-graph';

/** A node as a picture needs it. Where it stands in the text is known to the host alone. */
export type PictureNode = Omit<GraphNode, 'path' | 'range' | 'head'>;

export interface PictureGraph {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly GraphEdge[];
}

const noPlaces = { path: undefined, range: undefined, head: undefined };

/** For a page: it is sent what it draws, as a large workflow has many places. */
export function withoutPlaces({ nodes, edges }: WorkflowGraph): PictureGraph {
  return { nodes: nodes.map((node) => ({ ...node, ...noPlaces })), edges };
}
