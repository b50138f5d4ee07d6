import { FileProblem } from './file-problem';

export interface WritableFile {
  readonly path: string;
  /** Writes it, and answers what takes that back. */
  readonly write: () => () => void;
}

/**
 * Writes all files, or leaves all as they were.
 * @throws {FileProblem} that names the file which could not be written, and those that could not be put back.
 */
export function writeAllOrNone(files: Iterable<WritableFile>): void {
  const done: { readonly path: string; readonly takeBack: () => void }[] = [];
  for (const { path, write } of files) {
    try {
      done.push({ path, takeBack: write() });
    } catch (error) {
      const stuck = done.filter(({ takeBack }) => !succeeds(takeBack)).map((each) => each.path);
      if (!(error instanceof FileProblem)) throw error;
      const what = stuck.length === 0 ? 'nothing of it was changed' : 'it was taken back';
      const left = stuck.map((each) => ` ${each} could not be put back: look at it before you use it.`);
      throw new FileProblem(`${path} belongs to the same migration, so ${what}: ${error.message}${left.join('')}`);
    }
  }
}

/** What cannot be taken back keeps nothing else from being taken back. */
function succeeds(takeBack: () => void): boolean {
  try {
    takeBack();
    return true;
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return false;
  }
}
