import * as vscode from 'vscode';
import type { DocumentSummary } from '../core/language-service';
import type { Vocabulary } from '../core/vocabulary';
import { KeyedDebounce } from './debounce';
import type { Session } from './session';
import { mayHoldWorkflow } from './workflow-documents';

/** What the active editor shows, as far as it concerns this extension. */
export interface ActiveDocument {
  readonly document: vscode.TextDocument;
  /** Missing where the file is too large to be looked at. */
  readonly summary?: DocumentSummary;
  readonly vocabulary?: Vocabulary;
}

const typingPause = 250;

/** Follows the active editor, and tells menus by the context key `sxo.isWorkflow` what it shows. */
export class ActiveWorkflow implements vscode.Disposable {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<ActiveDocument | undefined>();
  readonly #pending = new KeyedDebounce();
  readonly #listeners: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(session: Session) {
    this.#session = session;
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.refresh();
      }),
      session.snapshots.onDidReset(() => {
        this.refresh();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document)
          this.#pending.run('refresh', typingPause, () => {
            this.refresh();
          });
      }),
    );
  }

  refresh(): void {
    const active = this.#current();
    void vscode.commands.executeCommand('setContext', 'sxo.isWorkflow', active?.summary?.isWorkflow === true);
    this.#changed.fire(active);
  }

  dispose(): void {
    this.#pending.dispose();
    this.#listeners.dispose();
    this.#changed.dispose();
  }

  #current(): ActiveDocument | undefined {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !mayHoldWorkflow(document)) return undefined;
    const snapshot = this.#session.snapshots.of(document);
    if (!snapshot && !this.#session.snapshots.isReady(document)) return undefined;
    if (!snapshot) return { document };
    const { service } = this.#session;
    return { document, summary: service.summarize(snapshot), vocabulary: service.vocabulary(snapshot) };
  }
}
