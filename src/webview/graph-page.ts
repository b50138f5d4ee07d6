import type { GraphEdgeKind } from '../core/workflow-graph';
import { drawSvg } from '../picture/draw-svg';
import { foldedAtFirst } from '../picture/folding';
import { GraphTree } from '../picture/graph-tree';
import { mermaid } from '../picture/mermaid';
import { findingWords, nodeInWords } from '../picture/node-words';
import type { ExportFormat, PageState, ToPage, Toggle } from '../picture/page-messages';
import type { PictureGraph, PictureNode } from '../picture/picture-graph';
import { pictureStyle } from '../picture/picture-style';
import { EditorDoor } from './editor-door';
import { element } from './element';
import { OutlineView } from './outline-view';
import { words } from './page-words';
import { PictureView } from './picture-view';
import { scrollTogether } from './scroll-together';
import { ShownNodes } from './shown-nodes';
import { Toolbar } from './toolbar';

const zooms = { least: 0.2, most: 3 };
/** Below it, an outline would leave the picture no room. */
const wideEnough = 760;

/** The page: the picture, what it looks like after a migration, the outline, and what may be done with them. */
class GraphPage {
  readonly #door = new EditorDoor();
  readonly #events = {
    choose: (id: string) => {
      this.#light(id);
      this.#door.tell({ type: 'reveal', node: id });
    },
    fold: (id: string) => {
      const folded = new Set(this.#folded);
      if (!folded.delete(id)) folded.add(id);
      this.#fold(folded);
    },
  };
  readonly #toolbar = new Toolbar({
    toggle: (name) => {
      this.#toggle(name);
    },
    foldAll: () => {
      this.#foldAll();
    },
    unfoldAll: () => {
      this.#fold(new Set());
    },
    zoomBy: (factor) => {
      this.#zoomTo(this.#zoom * factor);
    },
    fit: () => {
      this.#fit();
    },
    export: (format) => {
      this.#export(format);
    },
  });
  readonly #outline = new OutlineView(this.#events);
  readonly #before = new PictureView(words.picture, this.#events);
  readonly #after = new PictureView(words.pictureAfter, this.#events);
  readonly #problem = element('p', { class: 'problem', role: 'status', hidden: '' });
  readonly #folds = element('p', { class: 'folds', role: 'status', hidden: '' });
  /** What a tooltip says, for those who come by keys. The same is said to whoever hears it of the node itself. */
  readonly #about = element('footer', { class: 'about', 'aria-hidden': 'true' });
  readonly #nothingToCompare = element('p', { class: 'nothing' }, words.nothingToCompare);
  readonly #afterPane = element(
    'section',
    { class: 'pane after' },
    element('h2', {}, words.after),
    this.#nothingToCompare,
    this.#after.element,
  );
  readonly #beforePane = element('section', { class: 'pane' }, element('h2', {}, words.before), this.#before.element);
  #graph: PictureGraph = { nodes: [], edges: [] };
  #afterGraph: PictureGraph | undefined;
  #uri = '';
  /** Nothing until somebody folds: then what is too much is folded. */
  #chosenFolds: ReadonlySet<string> | undefined;
  #shows: Record<Toggle, boolean> = {
    outline: window.innerWidth >= wideEnough,
    token: true,
    data: false,
    migration: false,
  };
  #zoom = 1;
  /** How far a wheel was turned since the last frame. */
  #turned = 0;

  constructor() {
    const { kept } = this.#door;
    if (kept) {
      this.#uri = kept.uri;
      this.#shows = { ...kept.shows };
      this.#zoom = kept.zoom;
      if (kept.folded) this.#chosenFolds = new Set(kept.folded);
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(pictureStyle);
    document.adoptedStyleSheets = [sheet];
    const panes = element('div', { class: 'panes' }, this.#beforePane, this.#afterPane);
    const main = element('main', {}, this.#outline.element, panes);
    document.body.append(this.#toolbar.element, this.#problem, this.#folds, main, this.#about);
    main.addEventListener('focusin', ({ target }) => {
      this.#tellAbout(target instanceof Element ? target.getAttribute('data-node') : null);
    });
    scrollTogether(this.#before, this.#after);
    for (const view of [this.#before, this.#after]) {
      view.element.addEventListener(
        'wheel',
        (event) => {
          this.#zoomByWheel(event);
        },
        { passive: false },
      );
    }
    this.#door.listen((message) => {
      this.#hear(message);
    });
    this.#showSwitches();
    this.#door.tell({ type: 'ready', compares: this.#shows.migration });
  }

  get #folded(): ReadonlySet<string> {
    return this.#chosenFolds ?? foldedAtFirst(this.#graph);
  }

  #hear(message: ToPage): void {
    if (message.type === 'cursor') {
      this.#light(message.node);
      return;
    }
    this.#uri = message.uri;
    this.#graph = message.graph;
    this.#afterGraph = message.after;
    this.#problem.textContent = message.problem ?? '';
    this.#problem.hidden = message.problem === undefined;
    this.#draw();
  }

  #draw(): void {
    const options = { folded: this.#folded, withFates: this.#shows.migration, zoom: this.#zoom };
    this.#before.draw(this.#graph, options);
    if (this.#shows.migration && this.#afterGraph) this.#after.draw(this.#afterGraph, { ...options, withFates: false });
    this.#outline.draw(this.#graph, options.folded, options.withFates);
    this.#tellFolds();
    this.#showSwitches();
    this.#keep();
  }

  /** Until somebody folds or unfolds: what is folded then is no surprise. */
  #tellFolds(): void {
    const isActivity = ({ parent }: PictureNode): boolean => parent !== undefined;
    const all = this.#graph.nodes.filter(isActivity).length;
    const away = all - new ShownNodes(this.#graph, this.#folded).all.filter(isActivity).length;
    this.#folds.hidden = this.#chosenFolds !== undefined || away === 0;
    const values = [String(away), String(all), words.buttons.unfoldAll.name];
    this.#folds.textContent = words.foldedAway.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
  }

  #tellAbout(id: string | null): void {
    const node = this.#graph.nodes.find((each) => each.id === id);
    this.#about.replaceChildren(
      ...(node ? [nodeInWords(node, this.#shows.migration), ...findingWords(node.findings)] : []).map((words) =>
        element('div', {}, words),
      ),
    );
  }

  #showSwitches(): void {
    const { classList } = document.body;
    classList.toggle('with-outline', this.#shows.outline);
    classList.toggle('with-token', this.#shows.token);
    classList.toggle('with-data', this.#shows.data);
    classList.toggle('compares', this.#shows.migration);
    this.#nothingToCompare.hidden = this.#afterGraph !== undefined;
    this.#after.element.hidden = this.#afterGraph === undefined;
    this.#toolbar.show(this.#shows, this.#zoom);
  }

  #keep(): void {
    const state: PageState = { uri: this.#uri, zoom: this.#zoom, shows: { ...this.#shows } };
    this.#door.keep(this.#chosenFolds ? { ...state, folded: [...this.#chosenFolds] } : state);
  }

  #toggle(name: Toggle): void {
    this.#shows[name] = !this.#shows[name];
    this.#showSwitches();
    this.#keep();
    // The editor knows what a migration makes of it, and sends both anew.
    if (name === 'migration') this.#door.tell({ type: 'compare', compares: this.#shows.migration });
  }

  #fold(folded: ReadonlySet<string>): void {
    this.#chosenFolds = folded;
    this.#draw();
  }

  #foldAll(): void {
    const tree = new GraphTree(this.#graph);
    const outermost = tree.roots.flatMap((root) => tree.childrenOf(root));
    this.#fold(new Set(outermost.filter((node) => tree.childrenOf(node).length > 0).map(({ id }) => id)));
  }

  #light(id: string | null): void {
    for (const view of [this.#before, this.#after, this.#outline]) view.light(id);
    this.#tellAbout(id);
    // Whoever is at work in the picture keeps it where it is.
    if (id !== null && !document.hasFocus()) for (const view of [this.#before, this.#after]) view.show(id);
  }

  #zoomTo(zoom: number): void {
    this.#zoom = Math.min(zooms.most, Math.max(zooms.least, zoom));
    for (const view of [this.#before, this.#after]) view.zoom(this.#zoom);
    this.#showSwitches();
    this.#keep();
  }

  #fit(): void {
    this.#zoomTo(Math.min(1, (this.#before.element.clientWidth - 4) / Math.max(1, this.#before.width)));
  }

  #zoomByWheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    // Wheels turn faster than pictures are drawn.
    if (this.#turned === 0)
      requestAnimationFrame(() => {
        const turned = this.#turned;
        this.#turned = 0;
        this.#zoomTo(this.#zoom * Math.exp(-turned / 300));
      });
    this.#turned += event.deltaY;
  }

  /** The picture as it is shown: folded, with the lines that are switched on. */
  #export(format: ExportFormat): void {
    const { token, data, migration } = this.#shows;
    const lines = new Set<GraphEdgeKind>([
      'order',
      ...(token ? (['token'] as const) : []),
      ...(data ? (['data'] as const) : []),
    ]);
    const text =
      format === 'svg'
        ? drawSvg(this.#graph, { folded: this.#folded, lines, withFates: migration })
        : mermaid(this.#graph, { withData: data, withFates: migration });
    this.#door.tell({ type: 'export', format, text });
  }
}

new GraphPage();
