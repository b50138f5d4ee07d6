import * as vscode from 'vscode';
import type { Configuration, Suppression } from '../../core/host';
import { configure } from '../../core/project/configure';
import {
  projectFileName,
  readProjectFile,
  unreadableProjectFile,
  type ProjectFile,
} from '../../core/project/project-file';
import { SuppressionLedger } from '../../core/project/suppression-ledger';
import { tenantRuleCodes } from '../../tenant/tenant-rule-code';
import { reasonOf } from '../file-problem';

/** A project file as it was saved, and what was found out about its suppressions. */
export interface Project {
  readonly uri: vscode.Uri;
  readonly folder: vscode.Uri;
  readonly file: ProjectFile;
  readonly ledger: SuppressionLedger;
}

/**
 * The project files around the documents that were looked at. The nearest one counts, from the document's folder up to
 * the workspace folder, as it was saved. Asks the file system and not the editor's search, which virtual workspaces
 * need not have.
 */
export class ProjectFiles implements vscode.Disposable {
  /** By folder; `undefined` for a folder without one. */
  readonly #known = new Map<string, Project | undefined>();
  readonly #reading = new Map<string, Promise<void>>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #noted = new vscode.EventEmitter<Project>();
  readonly #listeners: vscode.Disposable[] = [];

  /** Fires with its address when what a project file says has changed. */
  readonly onDidChange = this.#changed.event;
  /** Fires when more is known of the suppressions of a project file. */
  readonly onDidNote = this.#noted.event;

  /** Whether {@link configurationOf} knows all that counts for a file. */
  isLoaded(uri: vscode.Uri): boolean {
    return foldersAround(uri).every((folder) => this.#known.has(folder.toString()));
  }

  /** Reads what counts for a file, unless that was done before. */
  async load(uri: vscode.Uri): Promise<void> {
    this.#watch();
    await Promise.all(
      foldersAround(uri).map((folder) => {
        const key = folder.toString();
        const reading = this.#reading.get(key) ?? this.#readFirst(folder);
        this.#reading.set(key, reading);
        return reading;
      }),
    );
  }

  /** Reads the project file at an address again, where anybody asked for it. */
  async reload(uri: vscode.Uri): Promise<void> {
    const folder = vscode.Uri.joinPath(uri, '..');
    const before = this.#known.get(folder.toString());
    if (!this.#reading.has(folder.toString())) return;
    await this.#read(folder);
    const after = this.#known.get(folder.toString());
    if (before?.file.document.text !== after?.file.document.text) this.#changed.fire(uri);
  }

  /** The one that counts for a file. */
  of(uri: vscode.Uri): Project | undefined {
    return foldersAround(uri)
      .map((folder) => this.#known.get(folder.toString()))
      .find((project) => project !== undefined);
  }

  /** The one at an address. */
  at(uri: vscode.Uri): Project | undefined {
    return this.#known.get(vscode.Uri.joinPath(uri, '..').toString());
  }

  configurationOf(uri: vscode.Uri, settings: Configuration): Configuration {
    const project = this.of(uri);
    const whole = configure(settings, project?.file, project ? pathFrom(project.folder, uri) : '', today());
    // What others say of targets and atomics decides what a migration changes: that takes trust.
    return vscode.workspace.isTrusted
      ? whole
      : { ...whole, secureXTargets: settings.secureXTargets, namePatterns: [], suffixes: [], atomics: [] };
  }

  /** @param used the suppressions that were of use in a file; nothing where not all of it could be read. */
  note(uri: vscode.Uri, used: Iterable<Suppression> | undefined): void {
    const project = this.of(uri);
    if (!project) return;
    project.ledger.note(pathFrom(project.folder, uri), used);
    this.#noted.fire(project);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
    this.#noted.dispose();
  }

  async #readFirst(folder: vscode.Uri): Promise<void> {
    await this.#read(folder);
    const found = this.#known.get(folder.toString());
    if (found) this.#changed.fire(found.uri);
  }

  async #read(folder: vscode.Uri): Promise<void> {
    const uri = vscode.Uri.joinPath(folder, projectFileName);
    const file = await readProject(uri);
    this.#known.set(folder.toString(), file && { uri, folder, file, ledger: new SuppressionLedger(file) });
  }

  #watch(): void {
    if (this.#listeners.length > 0) return;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${projectFileName}`);
    const again = (uri: vscode.Uri): void => void this.reload(uri);
    this.#listeners.push(
      watcher,
      watcher.onDidCreate(again),
      watcher.onDidChange(again),
      watcher.onDidDelete(again),
      // Not every file system tells of its changes.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (isProjectFile(uri)) again(uri);
      }),
    );
  }
}

export function isProjectFile({ path }: vscode.Uri): boolean {
  return path.endsWith(`/${projectFileName}`);
}

/** As 2027-01-31, everywhere the same: in UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

export function pathFrom(folder: vscode.Uri, { path }: vscode.Uri): string {
  return path.slice(folder.path.endsWith('/') ? folder.path.length : folder.path.length + 1);
}

/** Nothing where there is no such file. */
async function readProject(uri: vscode.Uri): Promise<ProjectFile | undefined> {
  const { fs } = vscode.workspace;
  try {
    await fs.stat(uri);
  } catch {
    return undefined;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await fs.readFile(uri));
    return readProjectFile(text, tenantRuleCodes);
  } catch (error) {
    const isEncoding = error instanceof TypeError;
    return unreadableProjectFile(isEncoding ? vscode.l10n.t('It is not encoded in UTF-8.') : reasonOf(error));
  }
}

/** From the innermost to the workspace folder; none for a document that lies in no workspace. */
function foldersAround(uri: vscode.Uri): vscode.Uri[] {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const folders: vscode.Uri[] = [];
  if (!root) return folders;
  for (let folder = vscode.Uri.joinPath(uri, '..'); folder.path.length >= root.path.length;) {
    folders.push(folder);
    if (folder.path === root.path || folder.path === '/') break;
    folder = vscode.Uri.joinPath(folder, '..');
  }
  return folders;
}
