// Bundles the extension and the command line into dist/, one file each.
import { build } from 'esbuild';

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'warning',
  // jsonc-parser's `main` is a UMD file that a bundler cannot follow.
  mainFields: ['module', 'main'],
};

await Promise.all([
  build({
    ...shared,
    entryPoints: ['src/vscode/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    // The editor of engines.vscode runs on Node 18.
    target: 'node18',
  }),
  build({
    ...shared,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  }),
]);
