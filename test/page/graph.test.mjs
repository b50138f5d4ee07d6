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

  /** What of the page is there for a screen reader, as the browser tells it. */
  async function accessible() {
    const session = await page.context().newCDPSession(page);
    const frames = ({ frame: { id }, childFrames = [] }) => [id, ...childFrames.flatMap(frames)];
    const trees = [];
    for (const frameId of frames((await session.send('Page.getFrameTree')).frameTree)) {
      trees.push((await session.send('Accessibility.getFullAXTree', { frameId })).nodes);
    }
    await session.detach();
    const value = (node, name) => node.properties?.find((property) => property.name === name)?.value.value;
    const nodes = trees.find((tree) => tree.some(({ name }) => name?.value === 'Picture of the workflow'));
    const parents = new Map(nodes.flatMap((node) => (node.childIds ?? []).map((child) => [child, node])));
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const treeAround = (id) => {
      for (let around = parents.get(id); around; around = parents.get(around.nodeId)) if (around.role.value === 'tree') return around.name.value;
    };
    return [...byId.values()]
      .filter(({ ignored }) => !ignored)
      .map((node) => ({
        role: node.role.value,
        name: node.name?.value ?? '',
        description: node.description?.value ?? '',
        tree: treeAround(node.nodeId),
        ...Object.fromEntries(['level', 'expanded', 'pressed', 'focusable'].map((name) => [name, value(node, name)])),
      }));
  }

  it('is there for a screen reader: every activity in its order, in the picture and in the outline', async () => {
    const within = ({ title, actions = [], blocks = [] }) => [title, ...[...actions, ...blocks].flatMap(within)];
    const titles = within(JSON.parse(readFileSync(join(workspace, 'refresh-logic.json'), 'utf8')).workflow);
    const nodes = await accessible();
    for (const tree of ['Picture of the workflow', 'Outline of the workflow']) {
      const items = nodes.filter((node) => node.role === 'treeitem' && node.tree === tree);
      assert.deepEqual(items.map(({ name }) => name.slice(0, name.lastIndexOf(': '))), titles, tree);
      for (const { name, level, focusable } of items) assert.ok(level > 0 && focusable, `${tree}: ${name}`);
      const holding = items.filter(({ name }) => /: (?:Workflow|For each|Group|Condition|Branch)\b/.test(name));
      assert.ok(holding.length > 3 && items.every((item) => holding.includes(item) === (item.expanded !== undefined)), tree);
    }
    const found = nodes.filter(({ role, name }) => role === 'treeitem' && /finding/.test(name));
    assert.ok(found.length > 0 && found.every(({ tree, description }) => !tree.startsWith('Picture') || description !== ''));
    const pressed = nodes.filter(({ role, pressed }) => role === 'button' && pressed !== undefined).map(({ name }) => name);
    assert.deepEqual(pressed, ['Outline', 'Tokens', 'Data', 'Before & After']);
  });

  it('has one stop for the tab key in each of its parts, and arrows within', async () => {
    for (const part of ['.toolbar', '.outline', '.picture']) {
      assert.equal(await frame.locator(`${part} >> nth=0 >> [tabindex="0"]`).count(), 1, part);
    }
    await frame.getByRole('button', { name: 'Outline', exact: true }).focus();
    for (const [key, name] of [['ArrowRight', 'Tokens'], ['End', 'Mermaid…'], ['ArrowRight', 'Outline']]) {
      await page.keyboard.press(key);
      assert.equal(await frame.locator(':focus').textContent(), name);
    }
    for (const part of ['.outline', '.picture']) {
      await page.keyboard.press('Tab');
      assert.equal(await frame.locator(`${part} :focus`).count(), 1, part);
    }
    await page.keyboard.press('Home');
    assert.match(await frame.locator('.about').textContent(), /Quarantined Files to Sightings: Workflow, 3 findings/);
    const width = await frame.locator(':focus > .body').evaluate((body) => globalThis.getComputedStyle(body).strokeWidth);
    assert.equal(width, '3px');
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
  });

  /** How far below the upper edge of its side a node begins. */
  const below = (side, title) =>
    frame.locator(`${side} .picture [aria-label^="${title}:"] > .body`).first().evaluate((body) => {
      const around = body.closest('.picture');
      return Math.round(body.getBoundingClientRect().top - around.getBoundingClientRect().top);
    });

  async function bringToTop(side, title) {
    const distance = await below(side, title);
    await frame.locator(`${side} .picture`).evaluate((picture, by) => picture.scrollBy(0, by), distance);
    await page.waitForTimeout(300);
    assert.ok(Math.abs(await below(side, title)) <= 1, `${title} is at the top`);
  }

  it('scrolls both sides to the same node, and waits where one of them has none', async () => {
    await page.setViewportSize({ width: 1600, height: 600 });
    for (let times = 0; times < 7; times++) await press('Zoom in');
    for (const [side, other] of [['.pane:not(.after)', '.after'], ['.after', '.pane:not(.after)']]) {
      for (const title of ['Get quarantine events', 'For each event', 'Get the verdict on the file']) {
        await bringToTop(side, title);
        assert.ok(Math.abs(await below(other, title)) <= 2, `${title} is at the top on the other side, too`);
      }
    }
    for (const gone of ['Threat Response - Generate Access Token', 'Set token variables']) {
      await bringToTop('.pane:not(.after)', gone);
      assert.ok(Math.abs(await below('.after', '24 hours ago')) <= 2, `instead of ${gone} what comes next is at the top`);
    }
    for (let times = 0; times < 7; times++) await press('Zoom out');
    await page.setViewportSize({ width: 1600, height: 1400 });
    await press('Before & After');
    await frame.locator('.after .picture').waitFor({ state: 'hidden' });
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
