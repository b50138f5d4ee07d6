import * as vscode from 'vscode';
import type { VocabularyChoice } from '../../core/vocabulary';
import { WorkspaceIndex } from '../../tenant/state/workspace-index';
import { KeyedDebounce } from '../debounce';
import type { Session } from '../session';
import { findJsonFiles, readSnapshot } from '../workflow-files';

const changePause = 500;
/** How long the index may keep the extension host from answering keys. */
const slice = 12;

/** Knows what all workflow files of the workspace ask of a tenant; reads them when the explorer is first looked at. */
export class WorkspaceInventory implements vscode.Disposable {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #pending = new KeyedDebounce();
  readonly #index: WorkspaceIndex;
  #reading: Promise<void> | undefined;
  #listeners: vscode.Disposable | undefined;

  readonly onDidChange = this.#changed.event;

  /** @param choice whose words to use of what the files bring along. */
  constructor(session: Session, choice: () => VocabularyChoice) {
    this.#session = session;
    this.#index = new WorkspaceIndex(choice);
  }

  /** What is known so far. */
  get index(): WorkspaceIndex {
    return this.#index;
  }

  /** Reads the workspace unless that was done before. */
  read(): Promise<void> {
    return (this.#reading ??= this.#readAll());
  }

  dispose(): void {
    this.#listeners?.dispose();
    this.#pending.dispose();
    this.#changed.dispose();
  }

  async #readAll(): Promise<void> {
    this.#listeners = this.#listen();
    const options = {
      location: vscode.ProgressLocation.Window,
      title: 'Reading the workflows of the workspace',
      cancellable: true,
    };
    await vscode.window.withProgress(options, async (progress, token) => {
      const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
      const { files } = await findJsonFiles(roots, token);
      let since = Date.now();
      for (const [number, uri] of files.entries()) {
        if (token.isCancellationRequested) break;
        await this.#take(uri);
        if (Date.now() - since < slice) continue;
        progress.report({ message: `${number + 1} of ${files.length}` });
        // Keys that were typed meanwhile come first.
        await new Promise<void>((resolve) => {
          setTimeout(resolve, 0);
        });
        since = Date.now();
      }
    });
    this.#changed.fire();
  }

  async #take(uri: vscode.Uri): Promise<void> {
    const { snapshot } = await readSnapshot(uri, this.#session.snapshots);
    const inventory = snapshot && this.#session.service.inventory(snapshot);
    if (inventory && inventory.workflows.length > 0) this.#index.set(uri.toString(), inventory);
    else this.#index.delete(uri.toString());
  }

  #listen(): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.json');
    const again = (uri: vscode.Uri): void => {
      if (uri.path.includes('/node_modules/') || uri.path.includes('/.')) return;
      this.#pending.run(uri.toString(), changePause, () => {
        void this.#take(uri).then(() => {
          this.#changed.fire();
        });
      });
    };
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(again),
      watcher.onDidChange(again),
      watcher.onDidDelete(again),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#index.inventory(document.uri.toString())) again(document.uri);
      }),
    );
  }
}
