// Starts other programs, waits for them, and takes them along when this process ends.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

const duties = new Set();
let watching = false;

/** Runs `duty` (synchronous) when this process ends, however it ends. Returns a function that does it now instead. */
export function atExit(duty) {
  if (!watching) {
    watching = true;
    process.on('exit', () => {
      for (const each of [...duties].reverse()) each();
    });
    for (const [signal, number] of [['SIGINT', 2], ['SIGTERM', 15], ['SIGHUP', 1]]) {
      process.on(signal, () => process.exit(128 + number));
    }
  }
  const once = () => {
    if (!duties.delete(once)) return;
    try {
      duty();
    } catch (error) {
      console.error(`While cleaning up: ${error.message}`);
    }
  };
  duties.add(once);
  return once;
}

/** A fresh folder that goes when this process ends. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `securex-workflows-${name}-`));
  atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}

/** Runs a program to its end and returns its exit code. */
export function run(command, args, { cwd = projectRoot, env = process.env, stdio = 'inherit', shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio, shell });
    const end = atExit(() => child.exitCode ?? child.kill());
    child.on('error', reject);
    child.on('close', (code, signal) => {
      end();
      resolve(signal === null ? code : 1);
    });
  });
}

/** Runs a script with this Node. */
export function node(args, options) {
  return run(process.execPath, args, options);
}

/** Runs npm: the very npm that started this script where there is one. */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js') || cli?.endsWith('.cjs')) return node([cli, ...args], options);
  // On Windows npm is a script for the command processor.
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
