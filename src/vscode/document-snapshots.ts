import * as vscode from 'vscode';
import type { DocumentSnapshot } from '../core/language-service';
import { maximumBytes, mayHoldWorkflow } from './workflow-documents';

/** One immutable snapshot for each version of a document, because the core keeps what it learnt by that object. */
export class DocumentSnapshots implements vscode.Disposable {
  #snapshots = new WeakMap<vscode.TextDocument, { version: number; snapshot: DocumentSnapshot }>();
  readonly #reset = new vscode.EventEmitter<void>();
  readonly #listener = vscode.workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration('sxo')) return;
    this.#snapshots = new WeakMap();
    this.#reset.fire();
  });

  /** Fires when the settings have changed, and with them what the core has to say of every document. */
  readonly onDidReset = this.#reset.event;

  /** Nothing for a document that is no JSON, not the user's, or too large. */
  of(document: vscode.TextDocument): DocumentSnapshot | undefined {
    if (!mayHoldWorkflow(document)) return undefined;
    const known = this.#snapshots.get(document);
    if (known?.version === document.version) return known.snapshot;
    const text = document.getText();
    if (text.length > maximumBytes) return undefined;
    const snapshot = { uri: document.uri.toString(), text };
    this.#snapshots.set(document, { version: document.version, snapshot });
    return snapshot;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#reset.dispose();
  }
}
