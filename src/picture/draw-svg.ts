import type { GraphEdgeKind } from '../core/workflow-graph';
import { boxSvg, groundSvg, type BoxOptions, type PlacedBox } from './box-svg';
import { isFrame, layOut, sizes, type Box } from './layout';
import { linesBetween, type Line } from './lines';
import { titleOf } from './node-words';
import type { PictureGraph } from './picture-graph';
import { standaloneStyle } from './picture-style';
import { xmlText } from './xml-text';

export interface DrawingOptions extends BoxOptions {
  readonly folded?: ReadonlySet<string>;
  /** Which lines are drawn; those of the order without it. */
  readonly lines?: ReadonlySet<GraphEdgeKind>;
}

/** A part of a picture that is drawn by itself. */
export interface Piece {
  /** Of its own in its layer. */
  readonly key: string;
  readonly top: number;
  readonly bottom: number;
  svg(): string;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The nodes that are shown, in their order, with their places. */
  readonly boxes: readonly Box[];
  /** Each above the one before: the grounds of frames, the lines, then the nodes, whose words stay readable. */
  readonly layers: readonly (readonly Piece[])[];
}

const orderOnly: ReadonlySet<GraphEdgeKind> = new Set(['order']);
/** Lines of the data lie below those of the tokens, which are what people look for. */
const drawingOrder: readonly GraphEdgeKind[] = ['order', 'data', 'token'];
const noFolds: ReadonlySet<string> = new Set();

/** The graph as pieces with their places, for whoever draws only some of them. */
export function arrange(graph: PictureGraph, options: DrawingOptions = {}): Drawing {
  const { folded = noFolds, lines: kinds = orderOnly } = options;
  const roots = layOut(graph, folded);
  const placed = [...inOrder(roots)];
  const lines = linesBetween(roots, graph, folded, kinds);
  const right = Math.max(0, ...roots.map((box) => box.x + box.width));
  const bottom = Math.max(0, ...roots.map((box) => box.y + box.height));
  return {
    width: Math.ceil(right + sizes.margin + roomFor(lines)),
    height: Math.ceil(bottom + sizes.margin),
    boxes: placed.map(({ box }) => box),
    layers: [
      placed.filter(({ box }) => isFrame(box)).map(({ box }) => piece(box, () => groundSvg(box))),
      drawingOrder.flatMap((kind) => lines.filter((line) => line.kind === kind).map(linePiece)),
      placed.map((each) => piece(each.box, () => boxSvg(each, options))),
    ],
  };
}

/** The graph as an SVG that stands alone. */
export function drawSvg(graph: PictureGraph, options: DrawingOptions = {}): string {
  const { width, height, layers } = arrange(graph, options);
  const title = graph.nodes[0] ? titleOf(graph.nodes[0]) : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="sxo-graph" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${xmlText(title)}">`,
    `<title>${xmlText(title)}</title>`,
    `<style>${standaloneStyle}</style>`,
    arrowHeads,
    `<rect class="page" width="${width}" height="${height}"/>`,
    ...layers.flat().map((each) => each.svg()),
    '</svg>',
    '',
  ].join('\n');
}

function* inOrder(boxes: readonly Box[]): Iterable<PlacedBox> {
  for (const [index, box] of boxes.entries()) {
    yield { box, position: index + 1, siblings: boxes.length };
    yield* inOrder(box.boxes);
  }
}

/** Lines that go round what stands between their ends leave the boxes on the right. */
function roomFor(lines: readonly Line[]): number {
  return lines.some(({ kind }) => kind === 'data') ? 90 : 0;
}

function piece({ node, y, height }: Box, svg: () => string): Piece {
  return { key: node.id, top: y, bottom: y + height, svg };
}

export const arrowHeads = `<defs>${drawingOrder.map(arrowHead).join('')}</defs>`;

function arrowHead(kind: GraphEdgeKind): string {
  return `<marker id="sxo-${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path class="head-${kind}" d="M0 .8 7.5 4 0 7.2z"/></marker>`;
}

function linePiece({ from, to, kind, path, top, bottom }: Line): Piece {
  const name = kind === 'token' ? 'token-line' : kind;
  return {
    key: `${kind} ${from} ${to}`,
    top,
    bottom,
    svg: () =>
      `<path class="line ${name}" data-from="${xmlText(from)}" data-to="${xmlText(to)}" d="${path}" marker-end="url(#sxo-${kind})"/>`,
  };
}
