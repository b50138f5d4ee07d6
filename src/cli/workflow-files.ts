import { readdirSync, statSync } from 'node:fs';
import { basename, join, normalize, relative, resolve, sep } from 'node:path';
import { nextTurn } from './event-loop';
import { fileProblem } from './file-problem';
import type { Io } from './io';

export interface WorkflowFile {
  /** As reports show it: the path as given, or below the folder given, with forward slashes. */
  readonly name: string;
  /** Absolute; `null` for standard input. */
  readonly path: string | null;
  /** Below the PATH argument: where `--out` puts it. */
  readonly relative: string;
  /** Whether the user named this very file, and so deserves an answer about it. */
  readonly named: boolean;
}

export interface FoundFiles {
  readonly files: readonly WorkflowFile[];
  /** Folders that could not be read; a PATH that does not exist is among the files, and fails there. */
  readonly unreadable: readonly { readonly name: string; readonly problem: string }[];
}

/** The files that the PATH arguments stand for: in the order of the arguments, sorted within each, none twice. */
export async function findFiles(
  paths: readonly string[],
  io: Pick<Io, 'cwd' | 'signal'>,
  /** An absolute folder inside a walked one that is left aside: our own output. */
  leftAside?: string,
): Promise<FoundFiles> {
  const files = new Map<string | null, WorkflowFile>();
  const unreadable: { name: string; problem: string }[] = [];
  const add = (file: WorkflowFile) => {
    const before = files.get(file.path);
    files.set(file.path, before === undefined ? file : { ...before, named: before.named || file.named });
  };
  for (const given of paths) {
    if (given === '-') {
      add({ name: '<stdin>', path: null, relative: '', named: true });
      continue;
    }
    const root = resolve(io.cwd, given);
    if (!isFolder(root)) {
      add({ name: slashes(normalize(given)), path: root, relative: basename(root), named: true });
      continue;
    }
    const walk = await walkFolder(root, io.signal, leftAside);
    for (const path of walk.files) {
      const below = relative(root, path);
      add({ name: slashes(join(given, below)), path, relative: below, named: false });
    }
    for (const { path, problem } of walk.unreadable) {
      unreadable.push({ name: slashes(join(given, relative(root, path))), problem });
    }
  }
  return { files: [...files.values()], unreadable };
}

interface Walk {
  readonly files: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly problem: string }[];
}

/** Links to files are taken, links to folders are not followed: they may lead in circles. */
async function walkFolder(root: string, signal: AbortSignal, leftAside: string | undefined): Promise<Walk> {
  const files: string[] = [];
  const unreadable: { path: string; problem: string }[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined && !signal.aborted; folder = folders.pop()) {
    await nextTurn();
    try {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (entry.name.startsWith('.')) continue;
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
          if (entry.name !== 'node_modules' && path !== leftAside) folders.push(path);
        } else if (entry.name.toLowerCase().endsWith('.json') && !(entry.isSymbolicLink() && isFolder(path))) {
          files.push(path);
        }
      }
    } catch (error) {
      unreadable.push({ path: folder, problem: fileProblem(error).message });
    }
  }
  return { files: files.sort(), unreadable };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Whatever is wrong with it is said when it is read.
    return false;
  }
}

function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
