import * as vscode from 'vscode';
import type { DocumentSnapshot } from '../core/language-service';
import { KeyedDebounce } from './debounce';
import type { DocumentSnapshots } from './document-snapshots';
import { findJsonFiles, readSnapshot } from './workflow-files';

const changePause = 500;
/** How long the reading may keep the extension host from answering keys. */
const slice = 12;

/** Who wants to know what the files of the workspace hold. */
export interface FileTaker {
  /** What the window says while all are read. */
  readonly title: string;
  /** A file as it is now; without a text it is gone, or cannot be read. */
  take(uri: vscode.Uri, snapshot: DocumentSnapshot | undefined): void;
  /** Whether what is typed into a document matters before it is saved. */
  isFollowed(uri: vscode.Uri): boolean;
  /** Everything was read, or one file again. */
  changed(): void;
}

/** Hands over all JSON files of the workspace when first asked to, and each again when it has changed. */
export class WorkspaceFiles implements vscode.Disposable {
  readonly #snapshots: DocumentSnapshots;
  readonly #taker: FileTaker;
  readonly #pending = new KeyedDebounce();
  #reading: Promise<void> | undefined;
  #listeners: vscode.Disposable | undefined;

  constructor(snapshots: DocumentSnapshots, taker: FileTaker) {
    this.#snapshots = snapshots;
    this.#taker = taker;
  }

  /** Reads the workspace unless that was done before. */
  read(): Promise<void> {
    return (this.#reading ??= this.#readAll());
  }

  dispose(): void {
    this.#listeners?.dispose();
    this.#pending.dispose();
  }

  async #readAll(): Promise<void> {
    this.#listeners = this.#listen();
    const { title } = this.#taker;
    const options = { location: vscode.ProgressLocation.Window, title, cancellable: true };
    await vscode.window.withProgress(options, async (progress, token) => {
      const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
      const { files } = await findJsonFiles(roots, token);
      let since = Date.now();
      for (const [number, uri] of files.entries()) {
        if (token.isCancellationRequested) break;
        await this.#take(uri);
        if (Date.now() - since < slice) continue;
        progress.report({ message: vscode.l10n.t('{0} of {1}', number + 1, files.length) });
        // Keys that were typed meanwhile come first.
        await new Promise<void>((resolve) => {
          setTimeout(resolve, 0);
        });
        since = Date.now();
      }
    });
    this.#taker.changed();
  }

  async #take(uri: vscode.Uri): Promise<void> {
    const { snapshot } = await readSnapshot(uri, this.#snapshots);
    this.#taker.take(uri, snapshot);
  }

  #listen(): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.json');
    const again = (uri: vscode.Uri): void => {
      if (uri.path.includes('/node_modules/') || uri.path.includes('/.')) return;
      this.#pending.run(uri.toString(), changePause, () => {
        void this.#take(uri).then(() => {
          this.#taker.changed();
        });
      });
    };
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(again),
      watcher.onDidChange(again),
      watcher.onDidDelete(again),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#taker.isFollowed(document.uri)) again(document.uri);
      }),
    );
  }
}
