import { toggles, type FromPage, type PageState, type ToPage } from '../picture/page-messages';

interface EditorApi {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): EditorApi;

/** All that the page says to the editor and hears from it. */
export class EditorDoor {
  readonly #api = acquireVsCodeApi();

  tell(message: FromPage): void {
    this.#api.postMessage(message);
  }

  /** What was kept before the page was hidden or the window reloaded, where there is such a thing. */
  get kept(): PageState | undefined {
    const state = this.#api.getState();
    return isPageState(state) ? state : undefined;
  }

  keep(state: PageState): void {
    this.#api.setState(state);
  }

  listen(hear: (message: ToPage) => void): void {
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isMessage(data)) hear(data);
    });
  }
}

/** Only the editor can speak to its page; the shape is looked at for the day when it speaks another version's language. */
function isMessage(data: unknown): data is ToPage {
  if (!isRecord(data)) return false;
  if (data.type === 'cursor') return data.node === null || typeof data.node === 'string';
  return (
    data.type === 'graph' &&
    typeof data.uri === 'string' &&
    isGraph(data.graph) &&
    (data.after === undefined || isGraph(data.after))
  );
}

function isGraph(graph: unknown): boolean {
  return isRecord(graph) && Array.isArray(graph.nodes) && Array.isArray(graph.edges);
}

function isPageState(state: unknown): state is PageState {
  if (!isRecord(state) || typeof state.uri !== 'string' || typeof state.zoom !== 'number') return false;
  const { shows, folded } = state;
  const isFolded = folded === undefined || (Array.isArray(folded) && folded.every((id) => typeof id === 'string'));
  return isFolded && isRecord(shows) && toggles.every((toggle) => typeof shows[toggle] === 'boolean');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
