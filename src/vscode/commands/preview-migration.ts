import * as vscode from 'vscode';
import { KeyedDebounce } from '../debounce';
import { migrationWords } from '../plan-words';
import { originalUri, previewScheme, previewUri } from '../preview-uri';
import type { Session } from '../session';
import { findOpenDocument } from '../workflow-files';
import { findTogether } from './migrate-together';
import { tellNothingToDo } from './nothing-to-do';
import { findTargetDocument } from './target-document';

/** Compares a document with what the migration would make of it. */
export function registerPreviewMigration(session: Session): vscode.Disposable {
  const provider = new MigrationPreview(session);
  return vscode.Disposable.from(
    provider,
    vscode.workspace.registerTextDocumentContentProvider(previewScheme, provider),
    vscode.commands.registerCommand('sxo.previewMigration', async (uri?: vscode.Uri) => {
      const target = await findTargetDocument(session, uri);
      if (!target) return;
      const { document, snapshot } = target;
      const plan = session.service.planMigration(snapshot);
      if (plan.edits.length === 0) {
        return tellNothingToDo(document, plan, migrationWords, await findTogether(session, snapshot, plan));
      }
      const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
      await vscode.commands.executeCommand(
        'vscode.diff',
        document.uri,
        previewUri(document.uri),
        `${name} (Migration Preview)`,
      );
    }),
  );
}

const typingPause = 250;

/** The right side of the comparison; it follows the left one while both are open. */
class MigrationPreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #pending = new KeyedDebounce();
  readonly #listeners: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(session: Session) {
    this.#session = session;
    this.#listeners = vscode.Disposable.from(
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
