import * as vscode from 'vscode';
import type { DocumentSnapshot } from '../../core/language-service';
import { lintRun } from '../configuration';
import { toDiagnostic, type Finding } from '../convert';
import { KeyedDebounce } from '../debounce';
import type { Session } from '../session';
import { countOf } from '../../core/text/wording';
import { findOpenDocument, readSnapshot } from '../workflow-files';
import { allFindings } from './all-findings';

const typingPause = 250;

/** Keeps the Problems view in step with open documents, and with the files of a workspace check. */
export class WorkflowDiagnostics implements vscode.Disposable {
  readonly #session: Session;
  readonly #collection = vscode.languages.createDiagnosticCollection('sxo');
  readonly #pending = new KeyedDebounce();
  /** Files whose findings stay when no editor shows them, because a check of the workspace asked for them. */
  readonly #checked = new Map<string, vscode.Uri>();
  readonly #listeners: vscode.Disposable;
  #watcher: vscode.FileSystemWatcher | undefined;

  constructor(session: Session) {
    this.#session = session;
    const { workspace } = vscode;
    this.#listeners = vscode.Disposable.from(
      session.snapshots.onDidReset(() => {
        this.#refreshAll();
      }),
      session.explorer.onDidChange(() => {
        this.#refreshAll();
      }),
      workspace.onDidOpenTextDocument((document) => {
        this.#schedule(document, 0);
      }),
      workspace.onDidSaveTextDocument((document) => {
        this.#schedule(document, 0);
      }),
      workspace.onDidCloseTextDocument((document) => {
        void this.#refreshClosed(document.uri);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && lintRun(document.uri) === 'onType') this.#schedule(document, typingPause);
      }),
    );
    this.#refreshAll();
  }

  /** Shows what the core finds in a file, open or not, and returns it. */
  check(uri: vscode.Uri, snapshot: DocumentSnapshot): readonly Finding[] {
    this.#watcher ??= this.#watch();
    this.#checked.set(uri.toString(), uri);
    return this.#publish(uri, snapshot);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#watcher?.dispose();
    this.#pending.dispose();
    this.#collection.dispose();
  }

  #schedule(document: vscode.TextDocument, milliseconds: number): void {
    this.#pending.run(document.uri.toString(), milliseconds, () => {
      if (document.isClosed || lintRun(document.uri) === 'off') return;
      const snapshot = this.#session.snapshots.of(document);
      if (snapshot) this.#publish(document.uri, snapshot);
      else this.#collection.delete(document.uri);
    });
  }

  #publish(uri: vscode.Uri, snapshot: DocumentSnapshot): readonly Finding[] {
    const findings = allFindings(this.#session, uri, snapshot);
    this.#collection.set(
      uri,
      findings.map((finding) => toDiagnostic(finding, uri, this.#session.extensionUri)),
    );
    if (findings.length > 0)
      this.#session.output.debug(`${vscode.workspace.asRelativePath(uri)}: ${countOf(findings.length, 'finding')}`);
    return findings;
  }

  #refreshAll(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (lintRun(document.uri) === 'off') this.#collection.delete(document.uri);
      else this.#schedule(document, 0);
    }
    for (const uri of this.#checked.values()) void this.#refreshClosed(uri);
  }

  /** A file that was checked keeps its findings, as it now is on disk; any other loses them. */
  async #refreshClosed(uri: vscode.Uri): Promise<void> {
    if (findOpenDocument(uri)) return;
    this.#pending.cancel(uri.toString());
    const read = this.#checked.has(uri.toString()) ? await readSnapshot(uri, this.#session.snapshots) : undefined;
    if (findOpenDocument(uri)) return;
    if (read?.snapshot) this.#publish(uri, read.snapshot);
    else this.#collection.delete(uri);
  }

  #watch(): vscode.FileSystemWatcher {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.json', true);
    watcher.onDidChange((uri) => {
      void this.#refreshClosed(uri);
    });
    watcher.onDidDelete((uri) => {
      void this.#refreshClosed(uri);
    });
    return watcher;
  }
}
