import type { Drawing, Piece } from '../picture/draw-svg';
import { arrowHeads } from '../picture/draw-svg';

const namespace = 'http://www.w3.org/2000/svg';

/** From top to bottom, in units of the picture. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
}

/** An SVG in the page that holds as many pieces of a drawing as are wanted at the time. */
export class PieceLayers {
  readonly element: SVGSVGElement;
  readonly #layers: readonly Layer[];

  constructor({ width, height, layers }: Drawing) {
    this.element = document.createElementNS(namespace, 'svg');
    this.element.setAttribute('class', 'sxo-graph');
    this.element.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.element.setAttribute('role', 'none');
    this.element.append(...parsed(arrowHeads));
    this.#layers = layers.map((pieces) => new Layer(pieces));
    const [grounds, lines] = this.#layers;
    // Decoration to whoever hears it: what the lines say is said of the nodes.
    for (const silent of [grounds, lines]) silent?.element.setAttribute('aria-hidden', 'true');
    this.element.append(...this.#layers.map(({ element }) => element));
  }

  get lines(): Iterable<Element> {
    return this.#layers[1]?.drawn.values() ?? [];
  }

  node(id: string): SVGElement | undefined {
    return this.#layers[2]?.drawn.get(id);
  }

  /** Draws what reaches into the range, and keeps of the rest what it is told to. */
  show({ top, bottom }: Range, isKept: (key: string) => boolean): void {
    for (const layer of this.#layers)
      layer.show(
        (piece) => (piece.top <= bottom && piece.bottom >= top) || (layer.drawn.has(piece.key) && isKept(piece.key)),
      );
  }
}

class Layer {
  readonly element = document.createElementNS(namespace, 'g');
  readonly drawn = new Map<string, SVGElement>();
  readonly #pieces: readonly Piece[];

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** What is there already stays untouched, as it may have the focus. */
  show(isWanted: (piece: Piece) => boolean): void {
    const wanted = this.#pieces.filter(isWanted);
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, element] of this.drawn) {
      if (keys.has(key)) continue;
      element.remove();
      this.drawn.delete(key);
    }
    const missing = wanted.filter(({ key }) => !this.drawn.has(key));
    const made = parsed(missing.map((piece) => piece.svg()).join(''));
    for (const [index, { key }] of missing.entries()) {
      const element = made[index];
      if (element) this.drawn.set(key, element);
    }
    let next: SVGElement | null = null;
    for (const { key } of wanted.reverse()) {
      const element = this.drawn.get(key);
      if (!element) continue;
      if (element.parentNode !== this.element) this.element.insertBefore(element, next);
      next = element;
    }
  }
}

/** Parsed as XML and taken over: nothing in it can become a part of the page in any other way. */
function parsed(svg: string): SVGElement[] {
  const { documentElement } = new DOMParser().parseFromString(
    `<svg xmlns="${namespace}">${svg}</svg>`,
    'image/svg+xml',
  );
  return Array.from(documentElement.children, (child) => document.importNode(child, true) as unknown as SVGElement);
}
