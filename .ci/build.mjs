// Bundles the extension, the command line and the page of the workflow graph into dist/.
import { build } from 'esbuild';
import { bundleExtension } from './bundle-extension.mjs';

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'warning',
  // jsonc-parser's `main` is a UMD file that a bundler cannot follow.
  mainFields: ['module', 'main'],
};

await Promise.all([
  // The editor of engines.vscode runs on Node 18.
  bundleExtension({ ...shared, target: 'node18' }),
  build({
    ...shared,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({
    ...shared,
    entryPoints: ['src/webview/graph-page.ts', 'src/webview/graph-page.css'],
    outdir: 'dist/webview',
    platform: 'browser',
    format: 'iife',
    // The editor of engines.vscode.
    target: 'chrome114',
  }),
]);
