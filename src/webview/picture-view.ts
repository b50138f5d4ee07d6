import type { GraphEdgeKind, WorkflowGraph } from '../core/workflow-graph';
import { drawSvg } from '../picture/draw-svg';
import { element } from './element';
import { listenToNodes, type NodeEvents } from './node-events';
import { ShownNodes } from './shown-nodes';

const everything: ReadonlySet<GraphEdgeKind> = new Set(['order', 'data', 'token']);

export interface PictureOptions {
  readonly folded: ReadonlySet<string>;
  readonly withFates: boolean;
  readonly zoom: number;
}

/** The picture of a graph in a part of the page that scrolls. */
export class PictureView {
  readonly element: HTMLElement;
  #svg: SVGSVGElement | undefined;
  #size = { width: 0, height: 0 };
  #shown: ShownNodes | undefined;
  #lit: string | null = null;

  constructor(label: string, events: NodeEvents) {
    this.element = element('div', { class: 'picture', role: 'group', 'aria-label': label });
    listenToNodes(
      this.element,
      () => this.#shown,
      (id) => {
        this.focus(id);
      },
      events,
    );
    this.element.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element && target.matches('[data-node]')) this.#bringForward(target);
    });
    listenToDragging(this.element);
  }

  get size(): { readonly width: number; readonly height: number } {
    return this.#size;
  }

  draw(graph: WorkflowGraph, { folded, withFates, zoom }: PictureOptions): void {
    const focused = this.#focused();
    const { svg, width, height } = drawSvg(graph, { folded, withFates, lines: everything, isInPage: true });
    // Parsed as XML and taken over: nothing in it can become a part of the page in any other way.
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    const next = document.importNode(parsed, true) as unknown as SVGSVGElement;
    this.#shown = new ShownNodes(graph, folded);
    this.#size = { width, height };
    this.#svg?.remove();
    this.#svg = next;
    this.element.append(next);
    this.zoom(zoom);
    this.light(this.#lit);
    const first = this.#shown.all[0]?.id;
    const reachable = this.#shown.standFor(focused ?? this.#lit ?? '') ?? first;
    if (reachable !== undefined) this.#node(reachable)?.setAttribute('tabindex', '0');
    if (focused !== undefined && reachable !== undefined) this.focus(reachable);
  }

  zoom(factor: number): void {
    this.#svg?.setAttribute('width', String(this.#size.width * factor));
    this.#svg?.setAttribute('height', String(this.#size.height * factor));
  }

  /** Marks the node, or the folded one that it is in. */
  light(id: string | null): void {
    this.#lit = id;
    for (const before of this.element.querySelectorAll('.lit')) before.classList.remove('lit');
    const standing = id === null ? undefined : this.#shown?.standFor(id);
    const node = standing === undefined ? undefined : this.#node(standing);
    node?.classList.add('lit');
    this.#bringNear(standing);
  }

  /** Scrolls no further than it takes to see the node's beginning. */
  show(id: string): void {
    const standing = this.#shown?.standFor(id);
    const node = standing === undefined ? undefined : this.#node(standing);
    if (!node) return;
    const box = node.getBoundingClientRect();
    const view = this.element.getBoundingClientRect();
    const margin = 32;
    const x = outside(box.left, Math.min(box.width, 260), view.left + margin, view.right - margin);
    const y = outside(box.top, Math.min(box.height, 60), view.top + margin, view.bottom - margin);
    if (x !== 0 || y !== 0) this.element.scrollBy({ left: x, top: y });
  }

  focus(id: string): void {
    const node = this.#node(id);
    if (!node) return;
    for (const before of this.element.querySelectorAll('[tabindex="0"]')) before.setAttribute('tabindex', '-1');
    node.setAttribute('tabindex', '0');
    node.focus({ preventScroll: true });
    this.show(id);
  }

  #focused(): string | undefined {
    const { activeElement } = document;
    if (!this.element.contains(activeElement)) return undefined;
    return activeElement?.getAttribute('data-node') ?? undefined;
  }

  /** What has the focus shows where its data and its tokens come from and go. */
  #bringForward(node: Element): void {
    this.#bringNear(node.getAttribute('data-node') ?? undefined);
  }

  #bringNear(id: string | undefined): void {
    for (const line of this.element.querySelectorAll('.line')) {
      const isNear = id !== undefined && [line.getAttribute('data-from'), line.getAttribute('data-to')].includes(id);
      line.classList.toggle('near', isNear);
    }
  }

  #node(id: string): SVGGElement | undefined {
    return this.element.querySelector<SVGGElement>(`[data-node="${CSS.escape(id)}"]`) ?? undefined;
  }
}

function outside(start: number, length: number, from: number, to: number): number {
  if (start < from) return start - from;
  return start + length > to ? Math.min(start + length - to, start - from) : 0;
}

/** The picture follows the hand that holds its ground. */
function listenToDragging(view: HTMLElement): void {
  view.addEventListener('pointerdown', (event) => {
    const isGround = event.target instanceof Element && !event.target.closest('.step, [data-fold]');
    if (event.button !== 0 || !isGround || event.pointerType === 'touch') return;
    let last = event;
    const move = (now: PointerEvent): void => {
      view.classList.add('dragged');
      view.scrollBy(last.clientX - now.clientX, last.clientY - now.clientY);
      last = now;
    };
    const end = (): void => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      view.classList.remove('dragged');
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  });
}
