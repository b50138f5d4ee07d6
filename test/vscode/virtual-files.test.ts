import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { areOfNames, finding, findingsOf } from './findings';
import { migrated, nightlyCheck } from './nightly-check';
import { until } from './until';
import { closeEverything, copyOf, open, textOnDisk } from './workspace-files';

/** Files that are on no disk, as those of a virtual workspace. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.#files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    this.#files.set(uri.path, bytes);
  }

  readDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
}

describe('files that are on no disk', () => {
  let provider: vscode.Disposable;

  before(() => {
    provider = vscode.workspace.registerFileSystemProvider('sxo-test', new MemoryFiles());
  });
  afterEach(closeEverything);
  after(() => {
    provider.dispose();
  });

  it('are checked and migrated like any other', async () => {
    const text = await textOnDisk(await copyOf(nightlyCheck));
    const uri = vscode.Uri.parse('sxo-test:/nightly-check.json');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const document = await open(uri);
    await finding(uri, 'access-token-input');
    await vscode.commands.executeCommand('sxo.migrateWorkflow');
    await until('only the names of SecureX are left', () => areOfNames(findingsOf(uri)));
    await document.save();
    assert.equal(await textOnDisk(uri), migrated(text));
  });
});
