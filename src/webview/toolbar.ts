import type { ExportFormat, Toggle } from '../picture/page-messages';
import { element } from './element';

export interface ToolbarEvents {
  toggle(name: Toggle): void;
  foldAll(): void;
  unfoldAll(): void;
  zoomBy(factor: number): void;
  fit(): void;
  export(format: ExportFormat): void;
}

const switches: readonly (readonly [name: Toggle, words: string, title: string])[] = [
  ['outline', 'Outline', 'Show the workflow line by line beside the picture'],
  ['token', 'Tokens', 'Draw where access tokens are made and where they go'],
  ['data', 'Data', 'Draw whose output, and whose variables, each activity reads'],
  ['migration', 'Before & After', 'Compare with what the migration makes of it; what goes is struck out'],
];

/** The switches and buttons above the picture. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #switches = new Map<Toggle, HTMLButtonElement>();
  readonly #zoom = element('output', { class: 'zoom', 'aria-label': 'Zoom' });

  constructor(events: ToolbarEvents) {
    const group = (label: string, ...buttons: HTMLElement[]) =>
      element('div', { class: 'group', role: 'group', 'aria-label': label }, ...buttons);
    this.element = element(
      'div',
      { class: 'toolbar', role: 'toolbar', 'aria-label': 'Workflow graph' },
      group(
        'What is shown',
        ...switches.map(([name, words, title]) => {
          const made = button(words, title, () => {
            events.toggle(name);
          });
          this.#switches.set(name, made);
          return made;
        }),
      ),
      group(
        'Folding',
        button('Fold All', 'Fold everything but the outermost activities', events.foldAll.bind(events)),
        button('Unfold All', 'Show everything that is folded', events.unfoldAll.bind(events)),
      ),
      group(
        'Zoom',
        button('−', 'Zoom out', () => {
          events.zoomBy(1 / 1.2);
        }),
        this.#zoom,
        button('+', 'Zoom in', () => {
          events.zoomBy(1.2);
        }),
        button('Fit', 'Fit the width of the picture', events.fit.bind(events)),
      ),
      group(
        'Export',
        button('SVG…', 'Save the picture, as it is shown, as an SVG file', () => {
          events.export('svg');
        }),
        button('Mermaid…', 'Save the picture as a text that Mermaid draws', () => {
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

function button(words: string, title: string, press: () => void): HTMLButtonElement {
  const made = element(
    'button',
    { type: 'button', title, ...(words.length === 1 ? { 'aria-label': title } : {}) },
    words,
  );
  made.addEventListener('click', press);
  return made;
}
