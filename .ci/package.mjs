// Builds the extension and packs it as the .vsix that ships.
import { join } from 'node:path';
import { node, projectRoot } from './command.mjs';

export const packagePath = join(projectRoot, 'dist', 'securex-workflows.vsix');

export async function build() {
  if ((await node(['.ci/build.mjs'])) !== 0) throw new Error('The bundler failed; its own lines above say why.');
}

/** @param {{ quiet?: boolean }} [options] whether the list of files is left out */
export async function packageExtension({ quiet = false } = {}) {
  const code = await node([
    'node_modules/@vscode/vsce/vsce', 'package', '--out', packagePath,
    // Everything is bundled, and links in the README are relative to no public place.
    '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links',
  ], { stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'] });
  if (code !== 0) throw new Error('The extension could not be packed; the lines above say why.');
}
