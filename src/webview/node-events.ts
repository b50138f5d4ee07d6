import type { ShownNodes } from './shown-nodes';

/** What somebody does with a node, in the picture or in the outline. */
export interface NodeEvents {
  choose(id: string): void;
  fold(id: string): void;
}

/** Leads clicks and keys on the elements that stand for nodes to what they mean. */
export function listenToNodes(
  container: Element,
  shown: () => ShownNodes | undefined,
  focus: (id: string) => void,
  events: NodeEvents,
): void {
  container.addEventListener('click', ({ target }) => {
    const fold = attributeAround(target, 'data-fold');
    const node = attributeAround(target, 'data-node');
    if (fold !== undefined) events.fold(fold);
    else if (node !== undefined) events.choose(node);
  });
  container.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const node = attributeAround(event.target, 'data-node');
    if (node === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') events.choose(node);
    else {
      const step = shown()?.step(node, event.key);
      if (!step) return;
      if ('to' in step) focus(step.to);
      else events.fold(step.fold);
    }
    event.preventDefault();
  });
}

function attributeAround(target: EventTarget | null, name: string): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest(`[${name}]`)?.getAttribute(name) ?? undefined;
}
