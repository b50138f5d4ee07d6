import { isFrame, sizes, type Box } from './layout';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A way to go, with what it starts from and leads to. */
export interface Way {
  readonly from: Box;
  readonly to: Box;
}

/** The upright part of a route: in the gap on the left of a box, beside the frames and never through them. */
interface Stretch {
  /** Which gap: that inside a frame, on the left of what begins at `x`. */
  readonly gap: string;
  readonly x: number;
  readonly start: number;
  readonly end: number;
}

/** How far from the right of a gap its lanes are; the one in the middle is taken first. */
const lanes = [sizes.padding * 0.5, sizes.padding * 0.28, sizes.padding * 0.72] as const;

/** Where something enters or leaves a box on its side: beside its first line or its middle. */
export function levelOf(box: Box): number {
  return box.y + (isFrame(box) ? sizes.header : box.height) / 2;
}

/**
 * Routes that keep to the gaps beside the boxes: out on the left, up or down, and in on the left. Past branches that stand
 * further left they pass under the header of what holds them all. What comes from one box shares a lane, and what comes from
 * different ones does not, as long as there are enough lanes.
 */
export function routes(boxes: readonly Box[], ways: readonly Way[]): readonly (readonly Point[])[] {
  const parents = new Map<Box, Box>();
  for (const box of boxes) for (const child of box.boxes) parents.set(child, box);
  const stretches = ways.map((way) => stretchesOf(way, parents));
  const laneOf = assignLanes(ways, stretches);
  return ways.map(({ from, to }, index) => {
    const start = { x: from.x, y: levelOf(from) };
    const end = { x: to.x, y: levelOf(to) };
    const upright = (stretches[index] ?? []).flatMap((stretch) => {
      const x = stretch.x - laneOf(stretch.gap, from);
      return [
        { x, y: stretch.start },
        { x, y: stretch.end },
      ];
    });
    return [start, ...upright, end];
  });
}

function stretchesOf({ from, to }: Way, parents: ReadonlyMap<Box, Box>): readonly Stretch[] {
  const around = new Set(ancestors(from, parents));
  const common = ancestors(to, parents).find((box) => around.has(box));
  const out = climb(from, common, parents);
  const into = climb(to, common, parents);
  const back = into.stretches.map((stretch) => ({ ...stretch, start: stretch.end, end: stretch.start })).reverse();
  const gap = (end: Climb) => ({ gap: gapName(common, end.x), x: end.x });
  if (out.x === into.x) return [...out.stretches, { ...gap(out), start: out.y, end: into.y }, ...back];
  const above = common ? levelOf(common) : Math.min(out.y, into.y);
  return [
    ...out.stretches,
    { ...gap(out), start: out.y, end: above },
    { ...gap(into), start: above, end: into.y },
    ...back,
  ];
}

interface Climb {
  readonly stretches: readonly Stretch[];
  /** Where it stands at last: at that height, on the left of what begins at `x`. */
  readonly x: number;
  readonly y: number;
}

/** Out of all that is around a box and inside the common one. */
function climb(box: Box, common: Box | undefined, parents: ReadonlyMap<Box, Box>): Climb {
  const stretches: Stretch[] = [];
  let y = levelOf(box);
  let inner = box;
  for (let outer = parents.get(box); outer && outer !== common; outer = parents.get(outer)) {
    const isBesideOthers = inner.x > outer.x + sizes.padding;
    if (isBesideOthers) {
      const end = levelOf(outer);
      stretches.push({ gap: gapName(outer, inner.x), x: inner.x, start: y, end });
      y = end;
    }
    inner = outer;
  }
  return { stretches, x: inner.x, y };
}

function ancestors(box: Box, parents: ReadonlyMap<Box, Box>): readonly Box[] {
  const found: Box[] = [];
  for (let around = parents.get(box); around; around = parents.get(around)) found.push(around);
  return found;
}

function gapName(frame: Box | undefined, x: number): string {
  return `${frame?.node.id ?? ''} ${x}`;
}

function assignLanes(
  ways: readonly Way[],
  stretches: readonly (readonly Stretch[])[],
): (gap: string, from: Box) => number {
  const gaps = new Map<string, Map<Box, { top: number; bottom: number; lane: number }>>();
  for (const [index, { from }] of ways.entries()) {
    for (const { gap, start, end } of stretches[index] ?? []) {
      const users = gaps.get(gap) ?? new Map<Box, { top: number; bottom: number; lane: number }>();
      gaps.set(gap, users);
      const before = users.get(from) ?? { top: Infinity, bottom: -Infinity, lane: lanes[0] };
      const [top, bottom] = [Math.min(start, end, before.top), Math.max(start, end, before.bottom)];
      users.set(from, { ...before, top, bottom });
    }
  }
  for (const users of gaps.values()) {
    const placed: { readonly bottom: number; readonly lane: number }[] = [];
    for (const user of [...users.values()].sort((a, b) => a.top - b.top)) {
      const taken = new Set(placed.filter(({ bottom }) => bottom >= user.top).map(({ lane }) => lane));
      user.lane = lanes.find((lane) => !taken.has(lane)) ?? lanes[placed.length % lanes.length] ?? lanes[0];
      placed.push(user);
    }
  }
  return (gap, from) => gaps.get(gap)?.get(from)?.lane ?? lanes[0];
}
