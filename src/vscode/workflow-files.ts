import * as vscode from 'vscode';
import type { DocumentSnapshot } from '../core/language-service';
import type { DocumentSnapshots } from './document-snapshots';
import { reasonOf } from './file-problem';
import { maximumBytes, maximumMegabytes } from './workflow-documents';

/** A file's text, or why there is none. */
export type ReadResult =
  | { readonly snapshot: DocumentSnapshot; readonly problem?: undefined }
  | { readonly snapshot?: undefined; readonly problem: string };

interface FoundFiles {
  readonly files: readonly vscode.Uri[];
  readonly problems: readonly { readonly uri: vscode.Uri; readonly problem: string }[];
}

/**
 * The files among the given ones and all `*.json` under the given folders, as the command line walks them:
 * `node_modules` and dot folders left aside. Asks the file system and not the editor's search, which virtual
 * workspaces need not have.
 */
export async function findJsonFiles(
  roots: readonly vscode.Uri[],
  token: vscode.CancellationToken,
): Promise<FoundFiles> {
  const files = new Map<string, vscode.Uri>();
  const problems: { uri: vscode.Uri; problem: string }[] = [];
  const folders: vscode.Uri[] = [];
  for (const root of roots) {
    try {
      const { type } = await vscode.workspace.fs.stat(root);
      if (type & vscode.FileType.Directory) folders.push(root);
      else files.set(root.toString(), root);
    } catch (error) {
      problems.push({ uri: root, problem: cannotRead(error) });
    }
  }
  for (let folder = folders.pop(); folder && !token.isCancellationRequested; folder = folders.pop()) {
    try {
      for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
        const uri = vscode.Uri.joinPath(folder, name);
        // A symbolic link is `Directory | SymbolicLink`: not followed, it may lead back here.
        if (type === vscode.FileType.Directory && name !== 'node_modules' && !name.startsWith('.')) folders.push(uri);
        else if (type & vscode.FileType.File && name.toLowerCase().endsWith('.json')) files.set(uri.toString(), uri);
      }
    } catch (error) {
      problems.push({ uri: folder, problem: cannotRead(error) });
    }
  }
  return { files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), problems };
}

/** The text of an open document as it stands in its buffer, of any other file as it stands on disk. */
export async function readSnapshot(uri: vscode.Uri, snapshots: DocumentSnapshots): Promise<ReadResult> {
  await snapshots.ready(uri);
  const open = findOpenDocument(uri);
  const buffered = open && snapshots.of(open);
  if (buffered) return { snapshot: buffered };
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > maximumBytes) return { problem: vscode.l10n.t('It is larger than {0} MB.', maximumMegabytes) };
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { snapshot: { uri: uri.toString(), text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) } };
  } catch (error) {
    return { problem: error instanceof TypeError ? vscode.l10n.t('It is not encoded in UTF-8.') : cannotRead(error) };
  }
}

/** Shows progress while each file is read and handed on; false when the user cancelled it. */
export function forEachFile(
  title: string,
  roots: readonly vscode.Uri[],
  snapshots: DocumentSnapshots,
  visit: (uri: vscode.Uri, read: ReadResult) => void | Promise<void>,
): Thenable<boolean> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const { files, problems } = await findJsonFiles(roots, token);
    for (const [index, uri] of files.entries()) {
      if (token.isCancellationRequested) break;
      progress.report({ message: vscode.l10n.t('{0} of {1}', index + 1, files.length), increment: 100 / files.length });
      await visit(uri, await readSnapshot(uri, snapshots));
    }
    for (const { uri, problem } of problems) await visit(uri, { problem });
    return !token.isCancellationRequested;
  });
}

export function findOpenDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === key);
}

function cannotRead(error: unknown): string {
  return vscode.l10n.t('It cannot be read. {0}', reasonOf(error));
}
