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
    this.element.addEventListener('keydown', (event) => {
      this.#move(event);
    });
    this.element.addEventListener('focusin', ({ target }) => {
      this.#stopAt(target);
    });
    this.#stopAt(this.element.querySelector('button'));
  }

  #stopAt(stop: EventTarget | null): void {
    for (const each of this.element.querySelectorAll('button')) each.tabIndex = each === stop ? 0 : -1;
  }

  /** One stop for the tab key; within it arrows lead from button to button, as in every toolbar. */
  #move(event: KeyboardEvent): void {
    const buttons = [...this.element.querySelectorAll('button')];
    const now = buttons.findIndex((each) => each === document.activeElement);
    const next = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined || now < 0) return;
    buttons.at(next % buttons.length)?.focus();
    event.preventDefault();
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
