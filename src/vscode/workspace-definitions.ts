import * as vscode from 'vscode';
import { DefinitionIndex } from '../core/definition-index';
import type { DocumentSnapshot, LanguageService } from '../core/language-service';
import type { DocumentSnapshots } from './document-snapshots';
import { readSnapshot } from './workflow-files';
import { WorkspaceFiles } from './workspace-files';

/**
 * The workflows that files of the workspace define, for tokens that go from one file into another. Reads the workspace
 * when a definition is first asked for, and keeps the texts of those alone that were asked for.
 */
export class WorkspaceDefinitions implements vscode.Disposable {
  readonly #snapshots: DocumentSnapshots;
  readonly #index = new DefinitionIndex();
  readonly #files: WorkspaceFiles;
  readonly #asked = new Set<string>();
  readonly #definitions = new Map<string, DocumentSnapshot>();
  readonly #loading = new Set<Promise<void>>();
  #isStale = false;

  constructor(snapshots: DocumentSnapshots) {
    this.#snapshots = snapshots;
    this.#files = new WorkspaceFiles(snapshots, {
      title: vscode.l10n.t('Reading the definitions of the workspace'),
      take: (uri, snapshot) => {
        this.#take(uri.toString(), snapshot);
      },
      isFollowed: (uri) => this.#index.has(uri.toString()),
      changed: () => {
        this.#tell();
      },
    });
  }

  /** The files that define a workflow, as far as they are known; what is found later makes all be asked anew. */
  of(workflowId: string): readonly DocumentSnapshot[] {
    if (!this.#asked.has(workflowId)) {
      this.#asked.add(workflowId);
      const loading = this.#load(workflowId).finally(() => this.#loading.delete(loading));
      this.#loading.add(loading);
    }
    return this.#index.filesDefining(workflowId).flatMap((uri) => this.#definitions.get(uri) ?? []);
  }

  /** Asks something anew as long as a definition that it asks for has yet to be read. */
  async settle<T>(ask: () => T): Promise<T> {
    for (;;) {
      const answer = ask();
      if (this.#loading.size === 0) return answer;
      await Promise.all(this.#loading);
    }
  }

  /** Whether one of the workflows is defined in another file than this one, as far as is known. */
  isElsewhere({ uri }: DocumentSnapshot, workflowIds: Iterable<string>): boolean {
    return [...workflowIds].some((id) => this.#index.filesDefining(id).some((each) => each !== uri));
  }

  /** The files that a migration must look at together with this one, itself included; none where it stands alone. */
  async groupOf(uri: vscode.Uri, service: LanguageService): Promise<readonly vscode.Uri[]> {
    if (!vscode.workspace.getWorkspaceFolder(uri)) return [];
    await this.#files.read();
    const read = async (each: vscode.Uri) => (await readSnapshot(each, this.#snapshots)).snapshot;
    // What was typed a moment ago counts.
    this.#take(uri.toString(), await read(uri));
    const groups = await this.#index.groups(async (each) => {
      const snapshot = await read(vscode.Uri.parse(each, true));
      return snapshot ? service.passes(snapshot) : { tokens: new Set(), anything: new Set() };
    });
    const group = groups.find((members) => members.includes(uri.toString())) ?? [];
    return group.map((member) => vscode.Uri.parse(member, true));
  }

  dispose(): void {
    this.#files.dispose();
  }

  async #load(workflowId: string): Promise<void> {
    await this.#files.read();
    for (const uri of this.#index.filesDefining(workflowId)) {
      if (this.#definitions.has(uri)) continue;
      const { snapshot } = await readSnapshot(vscode.Uri.parse(uri, true), this.#snapshots);
      this.#keep(uri, snapshot);
    }
    this.#tell();
  }

  #take(uri: string, snapshot: DocumentSnapshot | undefined): void {
    if (snapshot) this.#index.set(uri, snapshot.text);
    else this.#index.delete(uri);
    const isAsked = [...this.#asked].some((id) => this.#index.filesDefining(id).includes(uri));
    this.#keep(uri, isAsked ? snapshot : undefined);
  }

  #keep(uri: string, snapshot: DocumentSnapshot | undefined): void {
    if (this.#definitions.get(uri)?.text === snapshot?.text) return;
    if (snapshot) this.#definitions.set(uri, snapshot);
    else this.#definitions.delete(uri);
    this.#isStale = true;
  }

  #tell(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    this.#snapshots.reset();
  }
}
