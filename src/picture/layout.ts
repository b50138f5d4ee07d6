import { textWidth } from './fit-text';
import { GraphTree } from './graph-tree';
import { detailsOf, titleOf } from './node-words';
import type { PictureGraph, PictureNode } from './picture-graph';

/** A node with its place in the picture. */
export interface Box {
  readonly node: PictureNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** What is inside, drawn in it; nothing where it is folded. */
  readonly boxes: readonly Box[];
  /** The nodes inside that are not drawn. */
  readonly hidden: readonly PictureNode[];
}

export const sizes = {
  step: { height: 46, narrowest: 190, widest: 320 },
  /** A header does not make everything around it wider than this. */
  widestHeader: 420,
  header: 34,
  /** A frame around what is inside; lines of tokens keep to it. */
  padding: 16,
  /** Room for the arrow to what comes next. */
  gap: 22,
  /** Where that arrow stands, from the left side of a box: below the icon. */
  arrow: 18,
  /** Between branches; as wide as the padding, for the same lines. */
  aside: 16,
  margin: 24,
  title: 12,
  /** As wide as a size of this would be, were it not bold. */
  boldTitle: 13.6,
  details: 10,
  icon: 14,
} as const;

/** Where more branches stand side by side than a reader can follow, the others go below. */
const widestRow = 1600;

interface Measured {
  readonly node: PictureNode;
  readonly width: number;
  readonly height: number;
  /** Rows of what stands side by side; a sequence has one in each. */
  readonly rows: readonly (readonly Measured[])[];
  readonly hidden: readonly PictureNode[];
}

/**
 * A workflow is a tree of sequences, so the picture is made of boxes in boxes: what comes after each other stands below each
 * other, and branches stand side by side. No two boxes meet, and a change moves only what it must.
 */
export function layOut(graph: PictureGraph, folded: ReadonlySet<string> = new Set()): readonly Box[] {
  const tree = new GraphTree(graph);
  let y: number = sizes.margin;
  return tree.roots.map((root) => {
    const measured = measure(root, tree, folded);
    const box = place(measured, sizes.margin, y, 0);
    y += measured.height + sizes.margin;
    return box;
  });
}

export function* allBoxes(boxes: readonly Box[]): Iterable<Box> {
  for (const box of boxes) {
    yield box;
    yield* allBoxes(box.boxes);
  }
}

/** Whether it is drawn as a frame with a header, or as one step. */
export function isFrame({ node, hidden }: Pick<Box, 'node' | 'hidden'>): boolean {
  return node.content !== 'none' && hidden.length === 0;
}

function measure(node: PictureNode, tree: GraphTree, folded: ReadonlySet<string>): Measured {
  const children = tree.childrenOf(node);
  const isFolded = folded.has(node.id) && children.length > 0;
  if (node.content === 'none' || isFolded) {
    const hidden = isFolded ? [...tree.within(node)].slice(1) : [];
    return { node, width: stepWidth(node, isFolded), height: sizes.step.height, rows: [], hidden };
  }
  const measured = children.map((child) => measure(child, tree, folded));
  const isSequence = node.content === 'sequence';
  const rows = isSequence ? column(measured) : rowsOf(measured);
  const inner = Math.max(0, ...rows.map(widthOf));
  const width = Math.max(inner + 2 * sizes.padding, headerWidth(node), sizes.step.narrowest);
  const content = sum(rows.map(heightOf)) + gapIn(node) * Math.max(0, rows.length - 1);
  const height = sizes.header + (rows.length > 0 ? content + sizes.padding : 0);
  return { node, width, height, rows, hidden: [] };
}

/** Below each other; all single steps as wide as the widest of them. */
function column(sequence: readonly Measured[]): Measured[][] {
  const isStep = (each: Measured) => !isFrame(each);
  const width = Math.max(0, ...sequence.filter(isStep).map((each) => each.width));
  return sequence.map((each) => [isStep(each) ? { ...each, width } : each]);
}

function rowsOf(branches: readonly Measured[]): Measured[][] {
  const rows: Measured[][] = [];
  for (const branch of branches) {
    const row = rows.at(-1);
    if (row && widthOf([...row, branch]) <= widestRow) row.push(branch);
    else rows.push([branch]);
  }
  return rows;
}

function gapIn({ content }: PictureNode): number {
  return content === 'sequence' ? sizes.gap : sizes.aside;
}

function widthOf(row: readonly Measured[]): number {
  return sum(row.map(({ width }) => width)) + sizes.aside * (row.length - 1);
}

function heightOf(row: readonly Measured[]): number {
  return Math.max(...row.map(({ height }) => height));
}

/** With what a migration does, so that nothing moves when that is switched on. */
function stepWidth(node: PictureNode, isFolded: boolean): number {
  const text = Math.max(textWidth(titleOf(node), sizes.title), textWidth(detailsOf(node, true), sizes.details));
  const { narrowest, widest } = sizes.step;
  return Math.min(widest, Math.max(narrowest, Math.ceil(text + 48 + (isFolded ? 80 : 0))));
}

/** A header says its title and what it is in one line. */
function headerWidth(node: PictureNode): number {
  const text = textWidth(titleOf(node), sizes.boldTitle) + textWidth(detailsOf(node, true), sizes.details);
  return Math.min(Math.ceil(text + 84), sizes.widestHeader);
}

/** Everything begins on the left, so that a narrow panel shows the beginning of each thing. */
function place({ node, width, height, rows, hidden }: Measured, x: number, y: number, depth: number): Box {
  const boxes: Box[] = [];
  let top = y + sizes.header;
  for (const row of rows) {
    let left = x + sizes.padding;
    for (const each of row) {
      boxes.push(place(each, left, top, depth + 1));
      left += each.width + sizes.aside;
    }
    top += heightOf(row) + gapIn(node);
  }
  return { node, x, y, width, height, depth, boxes, hidden };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
