import { placeInOther } from '../picture/places-in-both';
import type { PictureView } from './picture-view';

/**
 * Keeps two pictures at the same node: what is at the top of one is brought to the top of the other. Where it is not in the
 * other, that waits at the next node that both have.
 */
export function scrollTogether(one: PictureView, other: PictureView): void {
  /** Where a picture was brought, so that its own scrolling is told from that of a person. */
  const brought = new Map<PictureView, number>();
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.element.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft } = from.element;
      if (brought.get(from) === scrollTop) return;
      brought.delete(from);
      to.element.scrollTo(scrollLeft, placeInOther(scrollTop, from.tops, to.tops));
      brought.set(to, to.element.scrollTop);
    });
  }
}
