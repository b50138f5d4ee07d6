import type { GraphEdgeKind } from '../core/workflow-graph';
import { GraphTree } from './graph-tree';
import { levelOf, routes, type Point } from './lanes';
import { allBoxes, sizes, type Box } from './layout';
import type { PictureGraph } from './picture-graph';

export interface Line {
  readonly from: string;
  readonly to: string;
  readonly kind: GraphEdgeKind;
  /** As the `d` of an SVG path. */
  readonly path: string;
  readonly top: number;
  readonly bottom: number;
}

interface Drawn {
  readonly path: string;
  /** What it passes, at its highest and at its lowest. */
  readonly points: readonly Point[];
}

interface Ends {
  readonly from: Box;
  readonly to: Box;
  readonly kind: GraphEdgeKind;
}

/** The lines between boxes; those of what is folded away begin and end at the folded box. */
export function linesBetween(
  boxes: readonly Box[],
  graph: PictureGraph,
  folded: ReadonlySet<string>,
  kinds: ReadonlySet<GraphEdgeKind>,
): readonly Line[] {
  const all = endsOf(boxes, graph, folded, kinds);
  const tokens = all.filter(({ kind }) => kind === 'token');
  const routed = new Map(routes([...allBoxes(boxes)], tokens).map((points, index) => [tokens[index], points]));
  return all.map((ends) => {
    const { from, to, kind } = ends;
    const points = routed.get(ends);
    const drawn = points ? { path: rounded(points), points } : kind === 'order' ? down(from, to) : curved(from, to);
    const heights = drawn.points.map(({ y }) => y);
    return {
      from: from.node.id,
      to: to.node.id,
      kind,
      path: drawn.path,
      top: Math.min(...heights),
      bottom: Math.max(...heights),
    };
  });
}

function endsOf(
  boxes: readonly Box[],
  graph: PictureGraph,
  folded: ReadonlySet<string>,
  kinds: ReadonlySet<GraphEdgeKind>,
): readonly Ends[] {
  const tree = new GraphTree(graph);
  const byId = new Map(Array.from(allBoxes(boxes), (box) => [box.node.id, box]));
  const shown = (id: string): Box | undefined => {
    const node = tree.node(id);
    return node && byId.get(tree.shown(node, folded).id);
  };
  const ends = new Map<string, Ends>();
  for (const { from, to, kind } of graph.edges) {
    const [source, target] = kinds.has(kind) ? [shown(from), shown(to)] : [];
    // A box stands for what is inside it, so a line between the two would say nothing.
    if (!source || !target || isAround(source, target) || isAround(target, source)) continue;
    ends.set(`${kind} ${source.node.id} ${target.node.id}`, { from: source, to: target, kind });
  }
  return [...ends.values()];
}

function isAround(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

function down(from: Box, to: Box): Drawn {
  const x = from.x + sizes.arrow;
  const points = [
    { x, y: from.y + from.height },
    { x, y: to.y },
  ];
  return { path: `M${points.map(at).join('L')}`, points };
}

function curved(from: Box, to: Box): Drawn {
  const isBeside = from.x + from.width <= to.x || to.x + to.width <= from.x;
  return isBeside ? across(from, to) : around(from, to);
}

/** From side to facing side. */
function across(from: Box, to: Box): Drawn {
  const isRightwards = from.x < to.x;
  const start = side(from, isRightwards);
  const end = side(to, !isRightwards);
  const pull = Math.max(40, Math.abs(end.x - start.x) / 2) * (isRightwards ? 1 : -1);
  return curve(start, { x: start.x + pull, y: start.y }, { x: end.x - pull, y: end.y }, end);
}

/** Out on the right and back in on the right, past whatever stands in between; the further, the wider. */
function around(from: Box, to: Box): Drawn {
  const start = side(from, true);
  const end = side(to, true);
  const bulge = Math.max(start.x, end.x) + Math.min(110, 24 + Math.abs(end.y - start.y) / 6);
  return curve(start, { x: bulge, y: start.y }, { x: bulge, y: end.y }, end);
}

function side(box: Box, isRight: boolean): Point {
  return { x: isRight ? box.x + box.width : box.x, y: levelOf(box) };
}

function curve(start: Point, first: Point, second: Point, end: Point): Drawn {
  return { path: `M${at(start)}C${at(first)} ${at(second)} ${at(end)}`, points: [start, end] };
}

/** From point to point in straight lines, with rounded corners. */
function rounded(points: readonly Point[]): string {
  const corners = points.slice(1, -1).map((corner, index) => {
    const [before, after] = [points[index] ?? corner, points[index + 2] ?? corner];
    return `L${at(towards(corner, before))}Q${at(corner)} ${at(towards(corner, after))}`;
  });
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? `M${at(first)}${corners.join('')}L${at(last)}` : '';
}

/** A little way from one point to the other, half of it at most. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(5, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function at({ x, y }: Point): string {
  return `${toTenths(x)},${toTenths(y)}`;
}

export function toTenths(number: number): number {
  return Math.round(number * 10) / 10;
}
