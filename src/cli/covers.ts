import { isAbsolute, relative, resolve } from 'node:path';

/** Whether one of the PATH arguments is a folder, or leads to one around it. */
export function covers(paths: readonly string[], folder: string, cwd: string): boolean {
  return paths.some((path) => {
    if (path === '-') return false;
    const below = relative(resolve(cwd, path), folder);
    return !below.startsWith('..') && !isAbsolute(below);
  });
}
