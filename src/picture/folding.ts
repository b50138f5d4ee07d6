import type { WorkflowGraph } from '../core/workflow-graph';
import { GraphTree } from './graph-tree';

/** As many boxes as a reader takes in at once, more or less. */
const readable = 120;

/** Which nodes to fold so that a large workflow can be read: all at that depth from which on it would be too much. */
export function foldedAtFirst(graph: WorkflowGraph, limit = readable): ReadonlySet<string> {
  if (graph.nodes.length <= limit) return new Set();
  const tree = new GraphTree(graph);
  let level = tree.roots;
  let shown = level.length;
  for (;;) {
    const next = level.flatMap((node) => tree.childrenOf(node));
    if (next.length === 0) return new Set();
    // The outermost activities are shown, however many there are.
    const mayFold = level !== tree.roots;
    if (mayFold && shown + next.length > limit) {
      return new Set(level.filter((node) => tree.childrenOf(node).length > 0).map(({ id }) => id));
    }
    shown += next.length;
    level = next;
  }
}
