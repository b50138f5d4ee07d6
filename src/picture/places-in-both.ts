/**
 * Where a picture is at the same node as another one that is at `place`; at the next node that both have, where the other one
 * is at one of its own.
 * @param tops where nodes begin in that picture, and in this one
 */
export function placeInOther(
  place: number,
  tops: ReadonlyMap<string, number>,
  otherTops: ReadonlyMap<string, number>,
): number {
  let above = { here: 0, there: 0 };
  for (const [here, there] of inBoth(tops, otherTops)) {
    // Where both stand side by side in one picture only, the first of them counts.
    if (there <= above.there || here <= above.here) continue;
    if (here > place) {
      const [gap, otherGap] = [here - above.here, there - above.there];
      return above.there + Math.min((place - above.here) * Math.max(1, otherGap / gap), otherGap);
    }
    above = { here, there };
  }
  return above.there + place - above.here;
}

function inBoth(
  tops: ReadonlyMap<string, number>,
  otherTops: ReadonlyMap<string, number>,
): readonly (readonly [number, number])[] {
  const both: [number, number][] = [];
  for (const [id, here] of tops) {
    const there = otherTops.get(id);
    if (there !== undefined) both.push([here, there]);
  }
  return both.sort(([a], [b]) => a - b);
}
