import { detailsOf, nodeInWords, titleOf } from '../picture/node-words';
import type { PictureGraph, PictureNode } from '../picture/picture-graph';
import { element } from './element';
import { listenToNodes, type NodeEvents } from './node-events';
import { words } from './page-words';
import { ShownNodes } from './shown-nodes';

/** The same as the picture in words, line by line, as a tree. */
export class OutlineView {
  readonly element = element('div', { class: 'outline', role: 'tree', 'aria-label': words.outline });
  #shown: ShownNodes | undefined;
  #lit: string | null = null;

  constructor(events: NodeEvents) {
    listenToNodes(
      this.element,
      () => this.#shown,
      (id) => {
        this.#focus(id);
      },
      events,
    );
  }

  draw(graph: PictureGraph, folded: ReadonlySet<string>, withFates: boolean): void {
    const focused = this.element.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-node')
      : undefined;
    const shown = new ShownNodes(graph, folded);
    this.#shown = shown;
    this.element.replaceChildren(...shown.all.map((node) => line(node, shown, withFates)));
    this.light(this.#lit);
    const reachable = shown.standFor(focused ?? this.#lit ?? '') ?? shown.all[0]?.id;
    if (reachable !== undefined) this.#line(reachable)?.setAttribute('tabindex', '0');
    if (focused && reachable !== undefined) this.#focus(reachable);
  }

  light(id: string | null): void {
    this.#lit = id;
    for (const before of this.element.querySelectorAll('[aria-selected="true"]'))
      before.removeAttribute('aria-selected');
    const standing = id === null ? undefined : this.#shown?.standFor(id);
    const lit = standing === undefined ? undefined : this.#line(standing);
    lit?.setAttribute('aria-selected', 'true');
    lit?.scrollIntoView({ block: 'nearest' });
  }

  #focus(id: string): void {
    for (const before of this.element.querySelectorAll('[tabindex="0"]')) before.setAttribute('tabindex', '-1');
    const next = this.#line(id);
    next?.setAttribute('tabindex', '0');
    next?.focus();
  }

  #line(id: string): HTMLElement | undefined {
    return this.element.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`) ?? undefined;
  }
}

function line(node: PictureNode, shown: ShownNodes, withFates: boolean): HTMLElement {
  const siblings =
    node.parent === undefined ? shown.tree.roots : shown.tree.childrenOf(shown.tree.parentOf(node) ?? node);
  const depth = shown.depthOf(node);
  const canFold = shown.canFold(node);
  const made = element(
    'div',
    {
      role: 'treeitem',
      class: ['line-of-outline', ...(node.token ? ['token'] : []), ...(withFates && node.fate ? [node.fate] : [])].join(
        ' ',
      ),
      tabindex: '-1',
      'data-node': node.id,
      'aria-label': nodeInWords(node, withFates),
      'aria-level': String(depth + 1),
      'aria-posinset': String(siblings.indexOf(node) + 1),
      'aria-setsize': String(siblings.length),
      ...(canFold ? { 'aria-expanded': String(!shown.isFolded(node)) } : {}),
      title: `${titleOf(node)}\n${detailsOf(node, withFates)}`,
    },
    element('span', { class: 'twistie', ...(canFold ? { 'data-fold': node.id } : {}) }),
    element('span', { class: 'name' }, titleOf(node)),
    ...(node.findings.length > 0 ? [element('span', { class: 'count' }, String(node.findings.length))] : []),
  );
  made.style.setProperty('--depth', String(depth));
  return made;
}
