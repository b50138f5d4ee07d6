// Installs the development dependencies where they are missing or not those of package-lock.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, projectRoot } from './command.mjs';

/** Imports nothing but Node's own modules, so that it works in a fresh clone. */
export async function installDependencies() {
  if (upToDate()) return;
  console.log('Installing the dependencies of package-lock.json ...');
  const code = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Error(`npm ci ended with exit code ${code}; its own lines above say why.`);
}

/** npm keeps a list of what it installed; compared by content, because a checkout gives files any time it likes. */
function upToDate() {
  const wanted = packagesOf(join(projectRoot, 'package-lock.json'));
  const installed = packagesOf(join(projectRoot, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional === true || installed[path]?.version === version,
  );
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
