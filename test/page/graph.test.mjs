// The picture of a workflow as a person uses it: the packaged extension in a real editor, driven through its page.
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../../.ci/browser.mjs';
import { projectRoot, temporaryFolder } from '../../.ci/command.mjs';
import { startEditor } from '../../.ci/editor.mjs';
import { packagePath } from '../../.ci/package.mjs';
import { QuickInput } from '../../.ci/quick-input.mjs';

describe('the picture of a workflow', () => {
  let editor, browser, page, quickInput, frame, workspace;

  before(async () => {
    editor = await startEditor({ extensions: [packagePath] });
    ({ browser, page } = await openBrowser({ width: 1600, height: 1400 }));
    page.setDefaultTimeout(60_000);
    quickInput = new QuickInput(page);
    workspace = join(temporaryFolder('graph'), 'samples');
    cpSync(join(projectRoot, 'samples'), workspace, { recursive: true });
    // An address that asked for the file would bring nothing else back after a reload.
    await page.goto(editor.address({ folder: workspace }));
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'refresh-logic.json' }).dblclick();
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page.locator('.editor-actions .action-label[aria-label*="Workflow Graph"]').first().click();
    frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
    await box('Get quarantine events').waitFor();
  });

  after(async () => {
    await browser?.close();
    editor?.stop();
  });

  /** A node of the picture, by its title. */
  const box = (title) => frame.locator(`.picture [data-node][aria-label^="${title}:"]`).first();
  const line = (title) => frame.locator(`[role="treeitem"][aria-label^="${title}:"]`).first();
  const press = (name) => frame.getByRole('button', { name, exact: true }).click();
  const isLit = (title) => frame.locator(`.picture .lit[aria-label^="${title}:"]`).first().waitFor();

  async function goToLine(number) {
    await page.locator('.tab', { hasText: 'refresh-logic.json' }).first().click();
    await quickInput.goTo(number);
  }

  const cursorIsIn = (number) => page.locator('.statusbar-item', { hasText: `Ln ${number}, ` }).waitFor();

  function lineOf(title) {
    const lines = readFileSync(join(workspace, 'refresh-logic.json'), 'utf8').split('\n');
    return lines.findIndex((text) => text.includes(`"title": "${title}"`)) + 1;
  }

  it('leads from a box to the text', async () => {
    await box('Read the events').click();
    await cursorIsIn(lineOf('Read the events'));
  });

  it('lights the box around the cursor', async () => {
    await goToLine(lineOf('Get the verdict on the file'));
    await isLit('Get the verdict on the file');
  });

  it('folds and unfolds', async () => {
    await box('For each event').locator('.fold').click();
    await frame.locator('.picture [aria-label^="For each event:"][aria-label*="folded"]').waitFor();
    assert.equal(await box('Validate token').count(), 0);
    await press('Unfold All');
    await box('Validate token').waitFor();
  });

  it('is reached by keys: along the boxes, and to the text', async () => {
    await box('Fetch global variables').focus();
    await page.keyboard.press('ArrowDown');
    assert.match(await frame.locator(':focus').getAttribute('aria-label'), /^Threat Response - Generate Access Token:/);
    await page.keyboard.press('Enter');
    await cursorIsIn(lineOf('Threat Response - Generate Access Token'));
  });

  it('has an outline with the same keys', async () => {
    if (!(await line('Validate token').isVisible())) await press('Outline');
    await line('Validate token').focus();
    await page.keyboard.press('ArrowLeft');
    assert.equal(await line('Validate token').getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('ArrowRight');
    assert.equal(await line('Validate token').getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    assert.match(await frame.locator(':focus').getAttribute('aria-label'), /^How old is the token\?:/);
  });

  it('shows lines when they are asked for', async () => {
    const shown = () => frame.locator('.picture .data').evaluateAll((all) => all.filter((each) => globalThis.getComputedStyle(each).display !== 'none').length);
    const before = await shown();
    await press('Data');
    assert.ok((await shown()) > before);
    await press('Data');
  });

  it('compares with the migration, what goes struck out', async () => {
    await press('Before & After');
    const after = frame.locator('.after .picture');
    await after.locator('[aria-label^="Read the events:"]').waitFor();
    assert.equal(await after.locator('[aria-label^="Validate token:"]').count(), 0);
    assert.equal(await frame.locator('.picture .goes[aria-label^="Validate token:"]').count(), 1);
    await press('Before & After');
    await after.waitFor({ state: 'hidden' });
  });

  it('follows edits', async () => {
    await goToLine(lineOf('24 hours ago'));
    await page.keyboard.press('End');
    for (let times = 0; times < 2; times++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('!');
    await box('24 hours ago!').waitFor();
    await page.keyboard.press('Control+Z');
    await box('24 hours ago').waitFor();
  });

  it('is saved as an SVG', async () => {
    await press('SVG…');
    await page.waitForFunction((field) => field.value.endsWith('refresh-logic.svg'), await quickInput.input.elementHandle());
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
    await page.waitForTimeout(1000);
    assert.match(readFileSync(join(workspace, 'refresh-logic.svg'), 'utf8'), /^<svg [^]*Read the events[^]*<\/svg>\n$/);
  });

  it('comes back after the window was reloaded', async () => {
    await page.evaluate(() => {
      globalThis.isBeforeReload = true;
    });
    await quickInput.command('Developer: Reload Window');
    await page.waitForFunction(() => !globalThis.isBeforeReload);
    await box('Get quarantine events').waitFor();
  });
});
