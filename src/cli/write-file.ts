import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode, FileProblem, fileProblem } from './file-problem';

/**
 * Puts `after` in the place of a file that still holds `before`. At every moment the file is whole, the old one or
 * the new one; a link stays a link.
 * @throws {FileProblem} and leaves the file as it is.
 */
export function replaceFile(path: string, before: string, after: string): void {
  try {
    const target = realpathSync(path);
    // A rename would not mind a read-only file, but whoever made it so would.
    accessSync(target, constants.W_OK);
    const stats = statSync(target);
    // The system lets root write all the same.
    if ((stats.mode & 0o222) === 0) throw new FileProblem('The file is read-only.');
    writeWhole(target, after, stats, () => {
      if (!readFileSync(target).equals(Buffer.from(before))) {
        throw new FileProblem('The file has changed since it was read; run the command again.');
      }
    });
  } catch (error) {
    throw notWritten(error);
  }
}

/**
 * Writes a file that may or may not be there yet, whole or not at all, and the folders that lead to it.
 * @throws {FileProblem}
 */
export function writeFile(path: string, text: string): void {
  try {
    makeFolder(dirname(path));
    const target = existing(path);
    writeWhole(target ?? path, text, target === undefined ? undefined : statSync(target), () => undefined);
  } catch (error) {
    throw notWritten(error, ` to ${path}`);
  }
}

/**
 * The same, to be taken back where another file turns out not to be written: the answer puts back what was there.
 * @throws {FileProblem}
 */
export function writeFileForNow(path: string, text: string): () => void {
  const before = contentOf(path);
  writeFile(path, text);
  return () => {
    try {
      if (before) writeWhole(before.target, before.content, statSync(before.target), () => undefined);
      else rmSync(path);
    } catch (error) {
      throw notWritten(error, ` to ${path}`);
    }
  };
}

function contentOf(path: string): { readonly target: string; readonly content: Buffer } | undefined {
  try {
    const target = existing(path);
    return target === undefined ? undefined : { target, content: readFileSync(target) };
  } catch (error) {
    throw notWritten(error, ` to ${path}`);
  }
}

/** Not with `recursive`: on some file systems of the kernel, such as /proc, Node goes round in circles with it. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  mkdirSync(path);
}

function notWritten(error: unknown, where = ''): FileProblem {
  return new FileProblem(`Not written${where}: ${fileProblem(error).message}`, { cause: error });
}

function writeWhole(target: string, text: string | Buffer, like: Stats | undefined, lastCheck: () => void): void {
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  const file = openSync(temporary, 'wx', like === undefined ? 0o666 : 0o600);
  try {
    try {
      writeFileSync(file, text);
      if (like !== undefined) keepOwnerAndMode(file, like);
      // On the disk before it takes the other's place, or a power cut could leave an empty file.
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    lastCheck();
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function keepOwnerAndMode(file: number, like: Stats): void {
  try {
    fchownSync(file, like.uid, like.gid);
  } catch (error) {
    // Only root may give files away; whoever may write the file at all goes on as its owner.
    if (errorCode(error) !== 'EPERM') throw error;
  }
  fchmodSync(file, like.mode & 0o7777);
}

function existing(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
