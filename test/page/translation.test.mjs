// The packaged extension in an editor that speaks another language, one that nobody speaks: what a person sees of it is
// translated, and there is room for it. Names, and words of the rings below, are in the language that they are made in.
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../../.ci/browser.mjs';
import { projectRoot, temporaryFolder } from '../../.ci/command.mjs';
import { startEditor } from '../../.ci/editor.mjs';
import { packagePath } from '../../.ci/package.mjs';
import { pseudoLanguage, teachPseudoLanguage, unmarked } from '../../.ci/pseudo-language.mjs';
import { QuickInput } from '../../.ci/quick-input.mjs';

describe('in another language', () => {
  let editor, browser, page, quickInput, workspace, frame;
  const category = 'SecureX & XDR Workflows';

  before(async () => {
    editor = await startEditor({ extensions: [packagePath], arguments: ['--locale', pseudoLanguage] });
    teachPseudoLanguage(editor);
    ({ browser, page } = await openBrowser({ width: 1600, height: 1400 }));
    page.setDefaultTimeout(60_000);
    quickInput = new QuickInput(page);
    workspace = join(temporaryFolder('translation'), 'samples');
    cpSync(join(projectRoot, 'samples'), workspace, { recursive: true });
    await page.goto(editor.address({ folder: workspace }));
    await quickInput.openFile('direct-input.json');
    await page.locator('[id="status.problems"]', { hasText: /[1-9]/ }).waitFor();
  });

  afterEach(() => page.keyboard.press('Escape'));
  after(async () => {
    await browser?.close();
    editor?.stop();
  });

  /** So many of these are there at least, all of them say something, and none of them in a language of its own. */
  async function assertTranslated(selector, { least = 1, within = page, attribute } = {}) {
    const found = within.locator(selector);
    await found.nth(least - 1).waitFor();
    const texts = await found.evaluateAll((all, name) => all.map((each) => (name ? each.getAttribute(name) : each.textContent)), attribute);
    texts.forEach(assertMarked);
    return texts;
  }

  function assertMarked(text) {
    assert.match(text, /⟦/);
    assert.doesNotMatch(unmarked(text), /[\p{L}⟦⟧]/u, text);
  }

  it('are the commands', async () => {
    await page.keyboard.press('F1');
    await quickInput.input.fill(`>${category}: `);
    const row = '.quick-input-list .monaco-list-row .quick-input-list-entry';
    await page.locator(row, { hasText: `${category}: Check the Workspace` }).first().waitFor();
    const titles = await page.locator(row, { hasText: `${category}: ` }).locator('.quick-input-list-row:first-child .label-name').allTextContents();
    assert.ok(titles.length > 10);
    titles.forEach(assertMarked);
  });

  it('is what stands above a workflow', async () => {
    await page.locator('.codelens-decoration', { hasText: 'Preeviieew' }).waitFor();
    assert.equal((await assertTranslated('.codelens-decoration'))[0].match(/⟦/g).length, 3);
  });

  it('is what the light bulb offers of its own', async () => {
    const before = readFileSync(join(workspace, 'direct-input.json'), 'utf8').split('"CTR_API"')[0].split('\n');
    await quickInput.goTo(before.length, before.at(-1).length + 2);
    await quickInput.command('Quick Fix...');
    for (const beginning of ['Moovee thiis woorkfloow', 'Suuppreess heeree']) {
      const offer = page.locator('.action-widget .monaco-list-row', { hasText: beginning }).first();
      assertMarked(await offer.locator('.title').textContent());
    }
  });

  it('is what it says of itself', async () => {
    await quickInput.command(`${category}: Check the Workspace`);
    const notification = page.locator('.notification-list-item', { hasText: 'woorkfloows cheeckeed' }).first();
    await notification.waitFor();
    assertMarked(await notification.locator('.notification-list-item-message').textContent());
    assertMarked(await notification.locator('.monaco-button').first().textContent());
  });

  it('is what it asks', async () => {
    await quickInput.command(`${category}: Sign In to a Tenant...`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Anootheer' }).first().waitFor();
    await assertTranslated('.quick-input-title');
    await assertTranslated('.quick-input-widget input >> visible=true', { attribute: 'placeholder' });
  });

  it('is the explorer', async () => {
    await page.locator('.activitybar .action-label[aria-label^="⟦"]').click();
    await assertTranslated('.pane-header .title', { least: 3 });
    await assertTranslated('.welcome-view-content p, .welcome-view-content .monaco-button', { least: 3 });
  });

  it('are the settings', async () => {
    const { contributes } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
    const settings = Object.keys(contributes.configuration.properties).length;
    await quickInput.command('Preferences: Open Settings (UI)');
    await page.locator('.settings-editor .suggest-input-container').first().click();
    await page.keyboard.type('@ext:securex-workflows.securex-workflows');
    await page.locator('.settings-editor', { hasText: `${settings} Settings Found` }).waitFor();
    await assertTranslated('.setting-item-description', { least: 5 });
  });

  it('are the first steps', async () => {
    await quickInput.command('Welcome: Open Walkthrough...');
    await quickInput.answer('Select a walkthrough to open', 'Miigraatee Woorkfloows');
    await page.locator('.getting-started-step').first().waitFor();
    await assertTranslated('.getting-started-step .step-title', { least: 5 });
    await assertTranslated('.getting-started-step.expanded .step-description-container p, .getting-started-step.expanded .monaco-button', { least: 3 });
  });

  describe('the graph', () => {
    before(async () => {
      await quickInput.command('View: Close All Editors');
      await quickInput.openFile('refresh-logic.json');
      await page.locator('.editor-actions .action-label[aria-label*="Woorkfloow Graaph"]').first().click();
      frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
      await frame.locator('.picture [data-node]').first().waitFor();
    });

    it('has its title, its buttons and its headings', async () => {
      assertMarked((await page.locator('.tab', { hasText: 'Graaph' }).textContent()).replace('refresh-logic.json', ''));
      const signs = await frame.locator('.toolbar button[aria-label]').count();
      const names = await frame.locator('.toolbar button:not([aria-label])').allTextContents();
      assert.deepEqual([signs, names.length], [2, 9]);
      names.forEach(assertMarked);
      await assertTranslated('.toolbar button', { within: frame, attribute: 'title' });
      await assertTranslated('[role="toolbar"], .toolbar [role="group"], .toolbar output, .outline, .picture', { within: frame, attribute: 'aria-label' });
      await frame.locator('.toolbar button', { hasText: 'Beefooree' }).click();
      await assertTranslated('h2, .nothing', { within: frame, least: 2 });
    });

    it('has room for them, also where it is narrow', async () => {
      for (const width of [1600, 900]) {
        await page.setViewportSize({ width, height: 900 });
        await page.waitForTimeout(1000);
        const { toolbar, buttons } = await frame.locator('.toolbar').evaluate((element) => {
          const boxOf = (each) => each.getBoundingClientRect().toJSON();
          return { toolbar: boxOf(element), buttons: [...element.querySelectorAll('button, output')].map(boxOf) };
        });
        for (const [index, box] of buttons.entries()) {
          assert.ok(box.left >= toolbar.left && box.right <= toolbar.right && box.bottom <= toolbar.bottom, `${width}: ${JSON.stringify(box)}`);
          for (const other of buttons.slice(index + 1)) {
            const isApart = box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
            assert.ok(isApart, `${width}: ${JSON.stringify([box, other])}`);
          }
        }
      }
    });
  });
});
