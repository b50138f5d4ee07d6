import { toggles, type ExportFormat, type Toggle } from '../picture/page-messages';
import type { ButtonWords } from '../picture/page-words';
import { element } from './element';
import { words } from './page-words';

export interface ToolbarEvents {
  toggle(name: Toggle): void;
  foldAll(): void;
  unfoldAll(): void;
  zoomBy(factor: number): void;
  fit(): void;
  export(format: ExportFormat): void;
}

/** The switches and buttons above the picture. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #switches = new Map<Toggle, HTMLButtonElement>();
  readonly #zoom = element('output', { class: 'zoom', 'aria-label': words.zoom });

  constructor(events: ToolbarEvents) {
    const { buttons } = words;
    const group = (label: string, ...inside: HTMLElement[]) =>
      element('div', { class: 'group', role: 'group', 'aria-label': label }, ...inside);
    this.element = element(
      'div',
      { class: 'toolbar', role: 'toolbar', 'aria-label': words.page },
      group(
        words.shown,
        ...toggles.map((name) => {
          const made = button(buttons[name], () => {
            events.toggle(name);
          });
          this.#switches.set(name, made);
          return made;
        }),
      ),
      group(
        words.folding,
        button(buttons.foldAll, events.foldAll.bind(events)),
        button(buttons.unfoldAll, events.unfoldAll.bind(events)),
      ),
      group(
        words.zoom,
        button({ name: '−', title: words.zoomOut }, () => {
          events.zoomBy(1 / 1.2);
        }),
        this.#zoom,
        button({ name: '+', title: words.zoomIn }, () => {
          events.zoomBy(1.2);
        }),
        button(buttons.fit, events.fit.bind(events)),
      ),
      group(
        words.export,
        button(buttons.svg, () => {
          events.export('svg');
        }),
        button(buttons.mermaid, () => {
          events.export('mermaid');
        }),
      ),
    );
  }

  show(shows: Readonly<Record<Toggle, boolean>>, zoom: number): void {
    for (const [name, made] of this.#switches) made.setAttribute('aria-pressed', String(shows[name]));
    this.#zoom.textContent = `${Math.round(zoom * 100)} %`;
  }
}

function button({ name, title }: ButtonWords, press: () => void): HTMLButtonElement {
  const made = element(
    'button',
    { type: 'button', title, ...(name.length === 1 ? { 'aria-label': title } : {}) },
    name,
  );
  made.addEventListener('click', press);
  return made;
}
