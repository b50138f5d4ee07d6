// Runs a suite in the extension host of a desktop editor.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './command.mjs';
import { packagePath } from './package.mjs';

const downloadSite = 'https://update.code.visualstudio.com/api/releases/stable';

/** Finds the desktop editor: `{ executable, isNamed }`, or the `{ reason }` why there is none. */
export async function findDesktopEditor() {
  const installed = process.env.VSCODE_EXECUTABLE_PATH;
  if (installed !== undefined && installed !== '') {
    if (!existsSync(installed)) throw new Error(`VSCODE_EXECUTABLE_PATH names ${installed}, which does not exist.`);
    return { executable: installed, isNamed: true };
  }
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { reason: 'no display' };
  }
  if (!(await isReachable(downloadSite))) {
    return { reason: 'the download site does not answer, and VSCODE_EXECUTABLE_PATH names no installed one' };
  }
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    return { executable: await downloadAndUnzipVSCode('stable') };
  } catch (error) {
    return { reason: `its download failed (${error.message})` };
  }
}

async function isReachable(address) {
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(3000) });
    return answer.ok;
  } catch {
    return false;
  }
}

export async function runInDesktopEditor(executable, { entry, developed, workspace, env }) {
  const { resolveCliPathFromVSCodeExecutablePath, runTests } = await import('@vscode/test-electron');
  const profile = temporaryFolder('profile');
  const folders = [`--user-data-dir=${join(profile, 'user')}`, `--extensions-dir=${join(profile, 'extensions')}`];

  const cli = resolveCliPathFromVSCodeExecutablePath(executable);
  // On Windows the editor's command is a script for the command processor.
  const shell = process.platform === 'win32';
  const install = spawnSync(shell ? `"${cli}"` : cli, [...folders, '--install-extension', packagePath], { encoding: 'utf8', shell });
  if (install.status !== 0) {
    console.error(`The editor did not install ${packagePath}:\n${install.stdout}${install.stderr}`);
    return false;
  }

  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: developed,
      extensionTestsPath: entry,
      extensionTestsEnv: env,
      launchArgs: [workspace, ...folders],
    });
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}
