import * as vscode from 'vscode';
import type { DocumentSnapshot } from '../../core/language-service';
import { SymbolIndex } from '../../core/symbol-index';
import type { VocabularyChoice } from '../../core/vocabulary';
import { WorkspaceIndex } from '../../tenant/state/workspace-index';
import type { Session } from '../session';
import { WorkspaceFiles } from '../workspace-files';

/** Knows what all workflow files of the workspace ask of a tenant, name and call; reads them when somebody first asks. */
export class WorkspaceInventory implements vscode.Disposable {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #index: WorkspaceIndex;
  readonly #symbols = new SymbolIndex();
  readonly #files: WorkspaceFiles;

  readonly onDidChange = this.#changed.event;

  /** @param choice whose words to use of what the files bring along. */
  constructor(session: Session, choice: () => VocabularyChoice) {
    this.#session = session;
    this.#index = new WorkspaceIndex(choice);
    this.#files = new WorkspaceFiles(session.snapshots, {
      title: vscode.l10n.t('Reading the workflows of the workspace'),
      take: (uri, snapshot) => {
        this.#take(uri, snapshot);
      },
      isFollowed: (uri) => this.#index.inventory(uri.toString()) !== undefined,
      changed: () => {
        this.#changed.fire();
      },
    });
  }

  /** What is known so far. */
  get index(): WorkspaceIndex {
    return this.#index;
  }

  /** The names in the files, and who calls whom. */
  get symbols(): SymbolIndex {
    return this.#symbols;
  }

  /** Reads the workspace unless that was done before. */
  read(): Promise<void> {
    return this.#files.read();
  }

  dispose(): void {
    this.#files.dispose();
    this.#changed.dispose();
  }

  #take(uri: vscode.Uri, snapshot: DocumentSnapshot | undefined): void {
    const inventory = snapshot && this.#session.service.inventory(snapshot);
    if (inventory && inventory.workflows.length > 0) {
      this.#index.set(uri.toString(), inventory);
      this.#symbols.set(uri.toString(), this.#session.service.symbols(snapshot));
    } else {
      this.#index.delete(uri.toString());
      this.#symbols.delete(uri.toString());
    }
  }
}
