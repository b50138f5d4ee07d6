import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './repository';

interface Loader {
  _load: (request: string, ...rest: unknown[]) => unknown;
}

/**
 * Loads a part of the extension as if it ran in the given editor, and leaves nothing of that behind.
 * @param name of a file in src/vscode, without its ending
 */
export function loadInEditor(editor: object, name: string): unknown {
  const require = createRequire(__filename);
  const loader = require('node:module') as Loader;
  const before = loader._load;
  const known = new Set(Object.keys(require.cache));
  loader._load = (request, ...rest) => (request === 'vscode' ? editor : before.call(loader, request, ...rest));
  try {
    return require(join(root, 'out/src/vscode', name)) as unknown;
  } finally {
    loader._load = before;
    for (const file of Object.keys(require.cache)) if (!known.has(file)) Reflect.deleteProperty(require.cache, file);
  }
}

/** What an editor makes of a message in the language that it is written in. */
export function fillIn(message: string, ...values: unknown[]): string {
  return message.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)]));
}
