// What is done to an open workflow from the editor's page: suppressing a finding, moving to other targets, and back.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openExplorer } from './explorer-page.mjs';

describe('an open workflow', () => {
  let explorer, page, workspace;
  const sample = 'direct-input.json';
  const project = () => join(workspace, '.sxo.json');
  const inSample = () => readFileSync(join(workspace, sample), 'utf8');

  before(async () => {
    // The editor in a browser saves by itself, and whether something waits to be saved is looked at here.
    explorer = await openExplorer([], { 'files.autoSave': 'off' });
    ({ page, workspace } = explorer);
    // Nothing here is a long list, and a small page is drawn sooner.
    await page.setViewportSize({ width: 1280, height: 800 });
    await openSample();
  });

  afterEach(() => explorer.command('Notifications: Clear All Notifications'));
  after(() => explorer?.close());

  describe('whose finding is suppressed', () => {
    it('asks for a reason and a day, and writes nothing when either is cancelled', async () => {
      await suppress();
      await explorer.question('Why is it left as it is?').waitFor();
      await page.keyboard.press('Enter');
      await explorer.question('Say why: without a reason it cannot be suppressed.').waitFor();
      await page.keyboard.press('Escape');

      await suppress();
      await explorer.answer('Why is it left as it is?', 'On purpose.');
      await explorer.answer('The last day on which this holds', '2020-01-01');
      await explorer.question('This day is over').waitFor();
      await explorer.quickInput.input.fill('tomorrow');
      await explorer.question('This is no day such as').waitFor();
      await page.keyboard.press('Escape');
      assert.ok(!existsSync(project()));
    });

    it('writes both into a new project file, and the finding goes', async () => {
      const before = await problems();
      await suppress();
      await explorer.answer('Why is it left as it is?', 'On purpose.');
      await explorer.answer('The last day on which this holds', '2999-12-31');
      await page.waitForFunction((count) => Number(/\d+/.exec(globalThis.document.querySelector('[id="status.problems"]').ariaLabel)?.[0]) < count, before);
      const { suppressions } = JSON.parse(readFileSync(project(), 'utf8'));
      assert.equal(suppressions.length, 1);
      assert.deepEqual([suppressions[0].file, suppressions[0].reason, suppressions[0].expires], [sample, 'On purpose.', '2999-12-31']);
    });

    it('says of a broken project file that it has errors, before it asks', async () => {
      const sound = readFileSync(project(), 'utf8');
      writeFileSync(project(), '{ "version": 1, "supressions": ');
      await suppress();
      await explorer.notification('.sxo.json has errors. Correct them first.').waitFor();
      assert.equal(await explorer.question('Why is it left as it is?').count(), 0);
      await explorer.notification('has errors').locator('.monaco-button', { hasText: 'Open' }).click();
      await page.locator('.tab.active[data-resource-name=".sxo.json"]').waitFor();
      await explorer.command('View: Close All Editors');
      writeFileSync(project(), sound);
      await openSample();
    });
  });

  describe('that is retargeted', () => {
    const retarget = () => explorer.command('SecureX & XDR Workflows: Retarget This Workflow...');

    it('moves to a second set and back, byte for byte', async () => {
      const before = inSample();
      await retarget();
      await explorer.answer('To which set of targets are workflows to move?', 'To the targets with _Token');
      await explorer.notification('3 changes in 1 file. 1 thing is left to you.').waitFor();
      await save();
      assert.match(inSample(), /"CTR_API_Token"/);
      await retarget();
      await explorer.answer('To which set of targets are workflows to move?', 'Back from _Token');
      await explorer.notification('3 changes in 1 file.').waitFor();
      await save();
      assert.equal(inSample(), before);
    });

    it('is as before after one step to undo', async () => {
      await retarget();
      await explorer.answer('To which set of targets are workflows to move?', 'To the targets with _Legacy');
      await explorer.notification('3 changes in 1 file.').waitFor();
      await page.locator('.tab.active.dirty').waitFor();
      await explorer.command('View: Focus Active Editor Group');
      await page.keyboard.press('Control+Z');
      await page.locator('.tab.active:not(.dirty)').waitFor();
    });

    it('says what is wrong with a suffix, and changes nothing when that is cancelled', async () => {
      await retarget();
      await explorer.answer('To which set of targets are workflows to move?', 'To another suffix');
      await explorer.question('What do the names of the second set of targets end with?').waitFor();
      await explorer.quickInput.input.fill('x');
      await explorer.question('will not do: it begins with _').waitFor();
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('.tab.active.dirty').count(), 0);
    });
  });

  describe('that still names SecureX', () => {
    it('moves to the XDR targets from the light bulb, with or without the names that are inferred', async () => {
      const question = 'Which names are to become those of Cisco XDR?';
      await lightBulb(/CTR_API"/, 'Move this workflow to the XDR targets...');
      await explorer.question(question).waitFor();
      await page.keyboard.press('Escape');
      await lightBulb(/CTR_API"/, 'Move this workflow to the XDR targets...');
      await explorer.answer(question, 'Only names whose counterpart is documented');
      await explorer.notification('1 change in 1 file. 3 things are left to you.').waitFor();
      await save();
      assert.match(inSample(), /"Platform APIs"/);
      assert.match(inSample(), /"Private_CTIA_Target"/);
      await explorer.command('SecureX & XDR Workflows: Move This Workflow to the XDR Targets');
      await explorer.answer(question, 'Inferred names, too');
      await explorer.notification('1 change in 1 file. 3 things are left to you.').waitFor();
      await save();
      assert.match(inSample(), /"Private Intelligence APIs"/);
    });
  });

  async function openSample() {
    await explorer.openFile(sample);
    await page.locator('.tab.active', { hasText: sample }).waitFor();
    await page.locator('[id="status.problems"]', { hasText: /[1-9]/ }).waitFor({ timeout: 60_000 });
  }

  async function save() {
    await explorer.command('View: Focus Active Editor Group');
    await page.keyboard.press('Control+S');
    await page.locator('.tab.active:not(.dirty)').waitFor();
    await explorer.command('Notifications: Clear All Notifications');
  }

  /** Chooses from the light bulb at the first place that looks so. */
  async function lightBulb(place, title) {
    const before = inSample().slice(0, place.exec(inSample()).index + 2);
    const [line, column] = [before.split('\n').length, before.length - before.lastIndexOf('\n')];
    await explorer.command('View: Focus Active Editor Group');
    await explorer.quickInput.goTo(line, column);
    await explorer.command('Quick Fix...');
    await page.locator('.action-widget .monaco-list-row', { hasText: title }).first().click();
  }

  async function suppress() {
    await lightBulb(/\$activity\.[^"]*\.output\.[^"]*\$/, 'Suppress here... (access-token-input)');
  }

  async function problems() {
    return Number(/\d+/.exec(await page.locator('[id="status.problems"]').getAttribute('aria-label'))?.[0]);
  }
});
