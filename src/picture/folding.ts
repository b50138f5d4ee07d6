import { GraphTree } from './graph-tree';
import type { PictureGraph, PictureNode } from './picture-graph';

/** As many boxes as a reader takes in at once, more or less. */
const readable = 120;
/** Folding what holds so little would hide it and save no room. */
const little = 2;

/** Which nodes to fold so that a large workflow can be read: all at that depth from which on it would be too much. */
export function foldedAtFirst(graph: PictureGraph, limit = readable): ReadonlySet<string> {
  if (graph.nodes.length <= limit) return new Set();
  const tree = new GraphTree(graph);
  const inside = (node: PictureNode): number => [...tree.within(node)].length - 1;
  const isFoldable = (node: PictureNode): boolean => inside(node) > little;
  const costOf = (node: PictureNode): number => 1 + (isFoldable(node) ? 0 : inside(node));
  // The outermost activities are shown, however many there are.
  let level = tree.roots.flatMap((root) => tree.childrenOf(root));
  let shown = tree.roots.length + sum(level.map(costOf));
  for (;;) {
    const foldable = level.filter(isFoldable);
    const next = foldable.flatMap((node) => tree.childrenOf(node));
    shown += sum(next.map(costOf));
    if (foldable.length === 0) return new Set();
    if (shown > limit) return new Set(foldable.map(({ id }) => id));
    level = next;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
