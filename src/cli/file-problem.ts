/** Why one file could not be read or written: a sentence for people, without the file's name. */
export class FileProblem extends Error {}

const sentences: Readonly<Partial<Record<string, string>>> = {
  ENOENT: 'There is no such file or folder.',
  ENOTDIR: 'There is no such file or folder.',
  EACCES: 'Permission denied.',
  EPERM: 'Permission denied.',
  EROFS: 'The file system is read-only.',
  EISDIR: 'This is a folder, not a file.',
  EEXIST: 'Something else is already there.',
  ELOOP: 'The links lead in a circle.',
  ENAMETOOLONG: 'The name is too long.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk quota is used up.',
  EMFILE: 'Too many files are open.',
  EBUSY: 'Another program is using it.',
  EIO: 'The disk reported an error.',
};

/** The sentence for an error of the file system; any other error is passed on, as it is a mistake of ours. */
export function fileProblem(error: unknown): FileProblem {
  if (error instanceof FileProblem) return error;
  const code = errorCode(error);
  if (code === undefined) throw error;
  return new FileProblem(sentences[code] ?? `The system reported ${code}.`, { cause: error });
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
