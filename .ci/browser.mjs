// A browser to see the editor with: a headless Chromium from the npm registry, elsewhere an installed Chrome or Edge.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { atExit } from './command.mjs';
import { editorPackage, hasPackagedBrowser, installEditor, requireFromEditor } from './editor.mjs';

/** Starts the browser and opens one page. It ends with this process. */
export async function openBrowser({ width = 1280, height = 800 } = {}) {
  await installEditor();
  const { chromium } = requireFromEditor('playwright-core');
  const browser = await launch(chromium);
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'dark' });
  return { browser, page };
}

async function launch(chromium) {
  const options = {
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    // Signals end this process, and the browser goes with it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  if (hasPackagedBrowser) {
    // It shows nothing but the editor on this machine, and the sandbox needs rights that a container seldom gives.
    return chromium.launch({ ...options, executablePath: await unpackChromium(), chromiumSandbox: false });
  }
  const failures = [];
  for (const channel of ['chrome', 'msedge']) {
    try {
      return await chromium.launch({ ...options, channel });
    } catch (error) {
      failures.push(error.message.split('\n')[0]);
    }
  }
  throw new Error(`Neither Chrome nor Edge could be started; one of them has to be installed here.\n${failures.join('\n')}`);
}

/** The package unpacks into the folder for temporary files, which others share; ours gets its own. */
async function unpackChromium() {
  const folder = editorPackage('chromium');
  if (existsSync(folder)) return join(folder, 'chromium');
  const partial = `${folder}.${process.pid}`;
  const clean = atExit(() => rmSync(partial, { recursive: true, force: true }));
  mkdirSync(partial);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = partial;
  try {
    await requireFromEditor('@sparticuz/chromium').executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  if (!existsSync(folder)) renameSync(partial, folder);
  clean();
  return join(folder, 'chromium');
}
