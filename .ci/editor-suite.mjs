// Runs the suite of test/vscode inside a real editor against the packaged extension: in the desktop's where one is
// installed or can be downloaded, else in the web's, which needs the npm registry only.
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, temporaryFolder } from './command.mjs';
import { findDesktopEditor, runInDesktopEditor } from './desktop-suite.mjs';
import { runInWebEditor } from './web-suite.mjs';

/**
 * Returns whether every test passed.
 * @param {string} counts a file into which mocha's numbers go
 */
export async function runEditorSuite(counts) {
  const suite = {
    entry: join(projectRoot, 'out', 'test', 'vscode', 'index.js'),
    developed: bystander(),
    workspace: temporaryFolder('workspace'),
    env: {
      SXO_TEST_REPORTER: join(projectRoot, '.ci', 'mocha-reporter.cjs'),
      SXO_TEST_COUNTS: counts,
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
    },
  };
  // The suite writes into its workspace, so it gets a copy.
  cpSync(join(projectRoot, 'test', 'vscode', 'workspace'), suite.workspace, { recursive: true });

  const desktop = await findDesktopEditor();
  if (desktop.executable !== undefined) {
    console.log(`Editor: the desktop's, ${desktop.executable}`);
    const passed = await runInDesktopEditor(desktop.executable, suite);
    // Whoever names an editor wants that one, and a suite that ran has its result.
    if (passed || desktop.isNamed || existsSync(counts)) return passed;
    desktop.reason = 'it ended without having run the suite';
  }
  console.log(`Editor: the web's (code-server), as there is no desktop editor to use: ${desktop.reason}.`);
  return runInWebEditor(suite);
}

/** An editor runs a suite only beside an extension under development. It gets an empty one: ours is installed. */
function bystander() {
  const folder = temporaryFolder('bystander');
  const manifest = { name: 'bystander', publisher: 'securex-workflows', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
