import type { GraphEdge, GraphEdgeKind, WorkflowGraph } from '../core/workflow-graph';
import { GraphTree } from './graph-tree';
import { allBoxes, isFrame, sizes, type Box } from './layout';

export interface Line {
  readonly from: string;
  readonly to: string;
  readonly kind: GraphEdgeKind;
  /** As the `d` of an SVG path. */
  readonly path: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The lines between boxes; those of what is folded away begin and end at the folded box. */
export function linesBetween(
  boxes: readonly Box[],
  graph: WorkflowGraph,
  folded: ReadonlySet<string>,
  kinds: ReadonlySet<GraphEdgeKind>,
): readonly Line[] {
  const tree = new GraphTree(graph);
  const byId = new Map(Array.from(allBoxes(boxes), (box) => [box.node.id, box]));
  const shown = (id: string): Box | undefined => {
    const node = tree.node(id);
    return node && byId.get(tree.shown(node, folded).id);
  };
  const lines = new Map<string, Line>();
  for (const { from, to, kind } of graph.edges) {
    const [source, target] = kinds.has(kind) ? [shown(from), shown(to)] : [];
    // A box stands for what is inside it, so a line between the two would say nothing.
    if (!source || !target || isAround(source, target) || isAround(target, source)) continue;
    const line = { from: source.node.id, to: target.node.id, kind };
    lines.set(`${kind} ${line.from} ${line.to}`, { ...line, path: pathOf(kind, source, target) });
  }
  return [...lines.values()];
}

function isAround(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

function pathOf(kind: GraphEdge['kind'], from: Box, to: Box): string {
  if (kind === 'order') {
    const x = from.x + sizes.arrow;
    return `M${at({ x, y: from.y + from.height })}L${at({ x, y: to.y })}`;
  }
  const isBeside = from.x + from.width <= to.x || to.x + to.width <= from.x;
  return isBeside ? across(from, to) : around(from, to);
}

/** From side to facing side. */
function across(from: Box, to: Box): string {
  const isRightwards = from.x < to.x;
  const start = side(from, isRightwards);
  const end = side(to, !isRightwards);
  const pull = Math.max(40, Math.abs(end.x - start.x) / 2) * (isRightwards ? 1 : -1);
  return curve(start, { x: start.x + pull, y: start.y }, { x: end.x - pull, y: end.y }, end);
}

/** Out on the right and back in on the right, past whatever stands in between; the further, the wider. */
function around(from: Box, to: Box): string {
  const start = side(from, true);
  const end = side(to, true);
  const bulge = Math.max(start.x, end.x) + Math.min(110, 24 + Math.abs(end.y - start.y) / 6);
  return curve(start, { x: bulge, y: start.y }, { x: bulge, y: end.y }, end);
}

function side(box: Box, isRight: boolean): Point {
  const height = isFrame(box) ? sizes.header : box.height;
  return { x: isRight ? box.x + box.width : box.x, y: box.y + height / 2 };
}

function curve(start: Point, first: Point, second: Point, end: Point): string {
  return `M${at(start)}C${at(first)} ${at(second)} ${at(end)}`;
}

function at({ x, y }: Point): string {
  return `${rounded(x)},${rounded(y)}`;
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10;
}
