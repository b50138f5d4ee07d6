import * as vscode from 'vscode';
import type { DocumentSnapshot } from '../core/language-service';
import type { ProjectFiles } from './project/project-files';
import { maximumBytes, mayHoldWorkflow } from './workflow-documents';

/** One immutable snapshot for each version of a document, because the core keeps what it learnt by that object. */
export class DocumentSnapshots implements vscode.Disposable {
  #snapshots = new WeakMap<vscode.TextDocument, { version: number; snapshot: DocumentSnapshot }>();
  readonly #reset = new vscode.EventEmitter<void>();
  readonly #projects: ProjectFiles;
  readonly #listener: vscode.Disposable;

  /** Fires when settings, project files or definitions have changed, and with them what the core says of every document. */
  readonly onDidReset = this.#reset.event;

  constructor(projects: ProjectFiles) {
    this.#projects = projects;
    this.#listener = vscode.Disposable.from(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('sxo')) this.reset();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.reset();
      }),
      projects.onDidChange(() => {
        this.reset();
      }),
    );
  }

  /** Waits until it is known what counts for a file. */
  async ready(uri: vscode.Uri): Promise<void> {
    await this.#projects.load(uri);
  }

  isReady({ uri }: vscode.TextDocument): boolean {
    return this.#projects.isLoaded(uri);
  }

  /** What {@link of} gives once it is known what counts for the document. */
  async current(document: vscode.TextDocument): Promise<DocumentSnapshot | undefined> {
    await this.ready(document.uri);
    return this.of(document);
  }

  /** Nothing for a document that is no JSON, not the user's, or too large, or whose project file is still being read. */
  of(document: vscode.TextDocument): DocumentSnapshot | undefined {
    if (!mayHoldWorkflow(document)) return undefined;
    if (!this.isReady(document)) {
      void this.ready(document.uri).then(() => {
        this.#reset.fire();
      });
      return undefined;
    }
    const known = this.#snapshots.get(document);
    if (known?.version === document.version) return known.snapshot;
    const text = document.getText();
    if (text.length > maximumBytes) return undefined;
    const snapshot = { uri: document.uri.toString(), text };
    this.#snapshots.set(document, { version: document.version, snapshot });
    return snapshot;
  }

  /** Every document is looked at anew. */
  reset(): void {
    this.#snapshots = new WeakMap();
    this.#reset.fire();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#reset.dispose();
  }
}
