// The walkthrough, from its list of steps alone: each button does what it says, and each step is ticked off by it.
import assert from 'node:assert/strict';
import { openExplorer } from './explorer-page.mjs';

describe('the first steps', () => {
  let explorer, page;
  const step = (id) => page.locator(`.getting-started-step[data-step-id$="#${id}"]`);

  before(async () => {
    explorer = await openExplorer([], { 'files.autoSave': 'off' });
    ({ page } = explorer);
    await page.setViewportSize({ width: 1800, height: 900 });
    await explorer.command('Welcome: Open Walkthrough...');
    await explorer.answer('Select a walkthrough to open', 'Migrate Workflows to the SecureX Token');
    await step('open').waitFor();
  });

  after(() => explorer?.close());

  /** By keys alone. The list is drawn anew when a step is done: a key pressed meanwhile would be lost. */
  async function press(id, button) {
    const pressed = step(id).locator('.monaco-button', { hasText: button });
    await page.waitForTimeout(1000);
    if (!(await pressed.isVisible())) await step(id).press('Enter');
    await pressed.waitFor();
    await page.waitForTimeout(1000);
    await pressed.press('Enter');
  }

  const isDone = (id) => step(id).locator('.codicon-getting-started-step-checked').first().waitFor();

  it('are five, none of which is done', async () => {
    assert.equal(await page.locator('.getting-started-step').count(), 5);
    assert.equal(await page.locator('.getting-started-step .codicon-getting-started-step-checked').count(), 0);
  });

  it('open a sample beside the steps, with what is legacy in it underlined', async () => {
    await press('open', 'Open a Sample Workflow');
    await page.locator('.tab', { hasText: 'Untitled-1' }).waitFor();
    await isDone('open');
    await press('findings', 'Show the Problems');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'access-token-input' }).first().waitFor();
    await explorer.command('View: Hide Panel');
    await isDone('findings');
  });

  it('preview and migrate it, though the steps are where the cursor is', async () => {
    await press('preview', 'Preview the Migration');
    await page.locator('.tab', { hasText: 'Migration Preview' }).waitFor();
    await isDone('preview');
    await press('migrate', 'Migrate the Workflow');
    await explorer.notification(/Untitled-1: \d+ changes in 1 file\./).waitFor();
    await isDone('migrate');
  });

  it('end in the explorer', async () => {
    await explorer.command('View: Show Search');
    await press('tenant', 'Show the Explorer');
    await explorer.isThere();
    await isDone('tenant');
  });
});
