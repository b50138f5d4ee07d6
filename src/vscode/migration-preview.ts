import * as vscode from 'vscode';
import { KeyedDebounce } from './debounce';
import { originalUri, previewScheme, previewUri } from './preview-uri';
import type { Session } from './session';
import { findOpenDocument } from './workflow-files';

const typingPause = 250;

/** The right side of the comparison with a migration; it follows the left one while both are open. */
export class MigrationPreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #pending = new KeyedDebounce();
  readonly #listeners: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(session: Session) {
    this.#session = session;
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(previewScheme, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#refresh(previewUri(document.uri), typingPause);
      }),
      session.snapshots.onDidReset(() => {
        for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === previewScheme) this.#refresh(uri, 0);
      }),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const document = await vscode.workspace.openTextDocument(originalUri(uri));
    await this.#session.snapshots.ready(document.uri);
    const snapshot = this.#session.snapshots.of(document);
    return snapshot ? this.#session.service.planMigration(snapshot).newText : document.getText();
  }

  dispose(): void {
    this.#pending.dispose();
    this.#listeners.dispose();
    this.#changed.dispose();
  }

  #refresh(preview: vscode.Uri, milliseconds: number): void {
    if (findOpenDocument(preview))
      this.#pending.run(preview.toString(), milliseconds, () => {
        this.#changed.fire(preview);
      });
  }
}
