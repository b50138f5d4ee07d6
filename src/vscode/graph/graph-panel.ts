import * as vscode from 'vscode';
import type { GraphNode, WorkflowGraph } from '../../core/workflow-graph';
import type { ExportFormat, FromPage, ToPage } from '../../picture/page-messages';
import { withoutPlaces } from '../../picture/picture-graph';
import { toRange } from '../convert';
import { KeyedDebounce } from '../debounce';
import { reasonOf } from '../file-problem';
import type { Session } from '../session';
import { pageFolder, pageHtml } from './page-html';
import { readPageMessage } from './page-message';

const typingPause = 250;
const cursorPause = 60;
const endings: Readonly<Record<ExportFormat, string>> = { svg: 'svg', mermaid: 'mmd' };

/** One document as a picture; it follows edits and the cursor, and leads to the text. */
export class GraphPanel implements vscode.Disposable {
  readonly #session: Session;
  readonly #panel: vscode.WebviewPanel;
  readonly #document: vscode.TextDocument;
  readonly #pending = new KeyedDebounce();
  readonly #listeners: vscode.Disposable;
  #compares = false;
  #graph: WorkflowGraph = { nodes: [], edges: [] };

  constructor(session: Session, panel: vscode.WebviewPanel, document: vscode.TextDocument) {
    this.#session = session;
    this.#panel = panel;
    this.#document = document;
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [pageFolder(session.extensionUri)] };
    this.#listeners = vscode.Disposable.from(
      webview.onDidReceiveMessage((message: unknown) => {
        const said = readPageMessage(message);
        if (said) void this.#answer(said);
        else session.output.warn('The page of a workflow graph said something that is not understood.');
      }),
      vscode.workspace.onDidChangeTextDocument(({ document: changed }) => {
        if (changed === document) this.#drawSoon();
      }),
      session.snapshots.onDidReset(() => {
        this.#drawSoon();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === document) this.#lightSoon(textEditor);
      }),
    );
    webview.html = pageHtml(webview, session.extensionUri);
  }

  /** Brings it to the front where it is. */
  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#pending.dispose();
    this.#listeners.dispose();
  }

  async #answer(said: FromPage): Promise<void> {
    switch (said.type) {
      case 'ready':
      case 'compare':
        this.#compares = said.compares;
        await this.#draw();
        return;
      case 'reveal': {
        const node = this.#graph.nodes.find(({ id }) => id === said.node);
        if (node) await this.#show(node);
        return;
      }
      case 'export':
        await this.#save(said.format, said.text);
    }
  }

  #drawSoon(): void {
    this.#pending.run('draw', typingPause, () => void this.#draw());
  }

  async #draw(): Promise<void> {
    const { service, snapshots } = this.#session;
    await snapshots.ready(this.#document.uri);
    const snapshot = snapshots.of(this.#document);
    const uri = this.#document.uri.toString();
    this.#graph = snapshot ? service.graph(snapshot) : { nodes: [], edges: [] };
    const plan = this.#compares && snapshot ? service.planMigration(snapshot) : undefined;
    const after = plan && plan.edits.length > 0 ? service.graph({ uri, text: plan.newText }) : undefined;
    const isBroken = snapshot && service.diagnose(snapshot).some(({ code }) => code === 'json-syntax');
    const problem =
      this.#graph.nodes.length === 0
        ? vscode.l10n.t('This is no workflow export, so there is nothing to draw.')
        : isBroken &&
          vscode.l10n.t('This is not valid JSON. Only what can still be read is drawn: correct the text first.');
    await this.#tell({
      type: 'graph',
      uri,
      graph: withoutPlaces(this.#graph),
      ...(after && { after: withoutPlaces(after) }),
      ...(problem && { problem }),
    });
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document === this.#document);
    if (editor) this.#lightSoon(editor);
  }

  #lightSoon({ selection }: vscode.TextEditor): void {
    this.#pending.run('light', cursorPause, () => {
      const node = this.#graph.nodes.findLast(({ range }) => toRange(range).contains(selection.active));
      void this.#tell({ type: 'cursor', node: node?.id ?? null });
    });
  }

  async #show({ head }: GraphNode): Promise<void> {
    const range = toRange(head);
    const open = vscode.window.visibleTextEditors.find(({ document }) => document === this.#document);
    const viewColumn =
      open?.viewColumn ??
      (this.#panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
    const editor = await vscode.window.showTextDocument(this.#document, { viewColumn, selection: range });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async #save(format: ExportFormat, text: string): Promise<void> {
    const { uri } = this.#document;
    const path = `${uri.path.replace(/\.[^./]*$/, '')}.${endings[format]}`;
    const target = await vscode.window.showSaveDialog({
      ...(uri.scheme === 'untitled' ? {} : { defaultUri: uri.with({ path }) }),
      filters: format === 'svg' ? { SVG: ['svg'] } : { Mermaid: ['mmd', 'mermaid'] },
      title: vscode.l10n.t('Export the Picture of the Workflow'),
    });
    if (!target) return;
    try {
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    } catch (error) {
      void vscode.window.showErrorMessage(vscode.l10n.t('The picture was not written. {0}', reasonOf(error)));
    }
  }

  async #tell(message: ToPage): Promise<void> {
    await this.#panel.webview.postMessage(message);
  }
}
