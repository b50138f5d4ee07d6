// Bundles the extension: what starts with it into one file and the chunks that this asks for, and what is first needed
// when somebody asks for it into chunks of their own.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, transform } from 'esbuild';
import { projectRoot } from './command.mjs';

const chunkFolder = join(projectRoot, 'dist', 'chunks');

/** Takes how many bytes are loaded when the extension starts, and how many later: `{ atStart, later }`. */
export const bundleSizes = join(projectRoot, 'dist', 'bundle-sizes.json');

/** @param {import('esbuild').BuildOptions} options shared with other bundles */
export async function bundleExtension(options) {
  // Only ES modules can be split. What comes out is small and whole, so each file becomes a CommonJS one by itself.
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: ['src/vscode/extension.ts'],
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    splitting: true,
    external: ['vscode'],
    absWorkingDir: projectRoot,
    metafile: true,
    write: false,
  });
  await rm(chunkFolder, { recursive: true, force: true });
  const first = loadedAtStart(metafile);
  const sizes = { atStart: 0, later: 0 };
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, { format: 'cjs', platform: 'node', target: options.target, minify: true });
    sizes[first.has(path) ? 'atStart' : 'later'] += Buffer.byteLength(code);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, code);
  }
  await writeFile(bundleSizes, JSON.stringify(sizes));
}

function loadedAtStart({ outputs }) {
  const found = new Set(['dist/extension.js']);
  for (const path of found) {
    for (const { path: imported, kind } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement') found.add(imported);
    }
  }
  return new Set([...found].map((path) => join(projectRoot, path)));
}
