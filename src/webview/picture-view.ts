import type { GraphEdgeKind } from '../core/workflow-graph';
import { arrange, type Drawing } from '../picture/draw-svg';
import type { Box } from '../picture/layout';
import type { PictureGraph } from '../picture/picture-graph';
import { listenToDragging } from './dragging';
import { element } from './element';
import { listenToNodes, type NodeEvents } from './node-events';
import { PieceLayers, type Range } from './piece-layers';
import { ShownNodes } from './shown-nodes';

const everything: ReadonlySet<GraphEdgeKind> = new Set(['order', 'data', 'token']);
/** Of more nodes than that, only those in sight and near are kept in the page: all of them would not scroll smoothly. */
const keptAtMost = 500;
const pause = 40;

export interface PictureOptions {
  readonly folded: ReadonlySet<string>;
  readonly withFates: boolean;
  readonly zoom: number;
}

/** The picture of a graph in a part of the page that scrolls. */
export class PictureView {
  readonly element: HTMLElement;
  #drawing: Drawing = { width: 0, height: 0, boxes: [], layers: [] };
  #boxes: ReadonlyMap<string, Box> = new Map();
  #pieces: PieceLayers | undefined;
  /** What has been drawn around what is in sight. */
  #near: Range = { top: 0, bottom: 0 };
  #zoom = 1;
  #shown: ShownNodes | undefined;
  #lit: string | null = null;
  /** The node that has the focus, or gets it first. */
  #reachable: string | undefined;
  /** The node whose lines are shown. */
  #followed: string | undefined;

  constructor(label: string, events: NodeEvents) {
    this.element = element('div', { class: 'picture', role: 'tree', 'aria-label': label });
    listenToNodes(
      this.element,
      () => this.#shown,
      (id) => {
        this.focus(id);
      },
      events,
    );
    this.element.addEventListener('focusin', ({ target }) => {
      const id = target instanceof Element && target.getAttribute('data-node');
      if (id) this.#follow(id);
    });
    this.element.addEventListener('scroll', () => {
      this.#drawNear();
    });
    new ResizeObserver(() => {
      this.#drawNear();
    }).observe(this.element);
    listenToDragging(this.element);
  }

  get width(): number {
    return this.#drawing.width;
  }

  /** Where the nodes that are shown begin, in pixels from the top of the picture. */
  get tops(): ReadonlyMap<string, number> {
    return new Map(this.#drawing.boxes.map(({ node, y }) => [node.id, y * this.#zoom]));
  }

  draw(graph: PictureGraph, { folded, withFates, zoom }: PictureOptions): void {
    const focused = this.#focused();
    this.#shown = new ShownNodes(graph, folded);
    this.#drawing = arrange(graph, { folded, withFates, lines: everything, isInPage: true });
    this.#boxes = new Map(this.#drawing.boxes.map((box) => [box.node.id, box]));
    this.#reachable = this.#shown.standFor(focused ?? this.#lit ?? '') ?? this.#shown.all[0]?.id;
    const before = this.#pieces;
    this.#pieces = new PieceLayers(this.#drawing);
    this.#near = { top: 0, bottom: 0 };
    if (before) before.element.replaceWith(this.#pieces.element);
    else this.element.append(this.#pieces.element);
    this.zoom(zoom);
    this.light(this.#lit);
    if (focused !== undefined && this.#reachable !== undefined) this.focus(this.#reachable);
  }

  zoom(factor: number): void {
    this.#zoom = factor;
    this.#pieces?.element.setAttribute('width', String(this.#drawing.width * factor));
    this.#pieces?.element.setAttribute('height', String(this.#drawing.height * factor));
    this.#drawNear();
  }

  /** Marks the node, or the folded one that it is in. */
  light(id: string | null): void {
    this.#lit = id;
    this.#follow(id === null ? undefined : this.#shown?.standFor(id));
  }

  /** Scrolls no further than it takes to see the node's beginning. */
  show(id: string): void {
    const box = this.#boxes.get(this.#shown?.standFor(id) ?? '');
    if (!box) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.element;
    const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((each) => each * this.#zoom) as Four;
    const margin = 32;
    const left = outside(x, Math.min(width, 260), scrollLeft + margin, scrollLeft + clientWidth - margin);
    const top = outside(y, Math.min(height, 60), scrollTop + margin, scrollTop + clientHeight - margin);
    if (left !== 0 || top !== 0) this.element.scrollBy({ left, top });
    this.#drawNear();
  }

  focus(id: string): void {
    this.#reachable = id;
    this.show(id);
    this.#mark();
    this.#pieces?.node(id)?.focus({ preventScroll: true });
  }

  #focused(): string | undefined {
    const { activeElement } = document;
    if (!this.element.contains(activeElement)) return undefined;
    return activeElement?.getAttribute('data-node') ?? undefined;
  }

  /** What is lit or has the focus shows where its data and its tokens come from and go. */
  #follow(id: string | undefined): void {
    this.#followed = id;
    this.#mark();
  }

  /** Draws what is in sight and as much above and below, as soon as half of that has been scrolled through. */
  #drawNear(): void {
    const { scrollTop, clientHeight } = this.element;
    if (clientHeight === 0) return;
    const sight = { top: scrollTop / this.#zoom, bottom: (scrollTop + clientHeight) / this.#zoom };
    const more = (sight.bottom - sight.top) / 2;
    const { height } = this.#drawing;
    const isNear =
      this.#near.top <= Math.max(0, sight.top - more) && this.#near.bottom >= Math.min(height, sight.bottom + more);
    if (!isNear) this.#drawWithin({ top: sight.top - 2 * more, bottom: sight.bottom + 2 * more });
  }

  #drawWithin(range: Range): void {
    const pieces = this.#pieces;
    if (!pieces) return;
    const keepsAll = this.#drawing.boxes.length <= keptAtMost;
    const { top, bottom } = this.#near;
    this.#near = keepsAll ? { top: Math.min(range.top, top), bottom: Math.max(range.bottom, bottom) } : range;
    pieces.show(this.#near, (key) => key === this.#reachable);
    this.#mark();
    const isComplete = this.#near.top <= 0 && this.#near.bottom >= this.#drawing.height;
    if (!keepsAll || isComplete) return;
    // The rest comes little by little, so that nobody waits for it.
    setTimeout(() => {
      if (pieces !== this.#pieces) return;
      const further = this.element.clientHeight / this.#zoom;
      this.#drawWithin({ top: this.#near.top - further, bottom: this.#near.bottom + further });
    }, pause);
  }

  /** On what is drawn: which node is lit, which one a key reaches, and which lines are its own. */
  #mark(): void {
    const pieces = this.#pieces;
    if (!pieces) return;
    for (const before of this.element.querySelectorAll('.lit')) {
      before.classList.remove('lit');
      before.removeAttribute('aria-selected');
    }
    const lit = this.#lit === null ? undefined : pieces.node(this.#shown?.standFor(this.#lit) ?? '');
    lit?.classList.add('lit');
    lit?.setAttribute('aria-selected', 'true');
    for (const before of this.element.querySelectorAll('[tabindex="0"]')) before.setAttribute('tabindex', '-1');
    pieces.node(this.#reachable ?? '')?.setAttribute('tabindex', '0');
    const followed = this.#followed;
    for (const line of pieces.lines) {
      const ends = [line.getAttribute('data-from'), line.getAttribute('data-to')];
      line.classList.toggle('near', followed !== undefined && ends.includes(followed));
    }
  }
}

type Four = [number, number, number, number];

function outside(start: number, length: number, from: number, to: number): number {
  if (start < from) return start - from;
  return start + length > to ? Math.min(start + length - to, start - from) : 0;
}
