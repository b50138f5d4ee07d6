// The explorer in a real editor, with the packaged extension and a server that speaks a tenant's API: what a person does.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../../.ci/browser.mjs';
import { projectRoot, temporaryFolder } from '../../.ci/command.mjs';
import { startEditor } from '../../.ci/editor.mjs';
import { startExampleTenants } from '../../.ci/example-tenants.mjs';
import { packagePath } from '../../.ci/package.mjs';
import { QuickInput } from '../../.ci/quick-input.mjs';

/**
 * Opens a copy of the samples with the explorer in sight.
 * @param {object[]} [further] tenants besides those of samples/
 * @param {object} [settings] of the user
 */
export async function openExplorer(further, settings) {
  const { server } = await startExampleTenants(further);
  const editor = await startEditor({ extensions: [packagePath], settings });
  // So high that no line is out of sight: lists hold only the lines that are in view.
  const { browser, page } = await openBrowser({ height: 4000 });
  page.setDefaultTimeout(20_000);
  const workspace = join(temporaryFolder('explorer'), 'samples');
  cpSync(join(projectRoot, 'samples'), workspace, { recursive: true });
  const explorer = new ExplorerPage({ server, editor, browser, page, workspace, address: editor.address({ folder: workspace }) });
  await page.goto(explorer.address);
  await page.locator('.activitybar .action-label[aria-label^="SecureX & XDR"]').click();
  await explorer.isThere();
  return explorer;
}

class ExplorerPage {
  constructor(parts) {
    Object.assign(this, parts);
    this.quickInput = new QuickInput(this.page);
  }

  async close() {
    await this.browser.close();
    this.editor.stop();
    await this.server.close();
  }

  async isThere() {
    await this.page.locator('.pane-header', { hasText: 'Tenants' }).waitFor();
  }

  /** Reloads the window as its command does: the side bar comes back as it was. */
  async reload() {
    await this.page.evaluate(() => {
      globalThis.isBeforeReload = true;
    });
    await this.command('Developer: Reload Window');
    await this.page.waitForFunction(() => !globalThis.isBeforeReload);
    await this.isThere();
  }

  /** A line, by the beginning of what a screen reader says of it, and something further in it. */
  line(start, further) {
    const within = further === undefined ? '' : `[aria-label*="${further}"]`;
    return this.page.locator(`.monaco-list-row[aria-label^="${start}"]${within}`).first();
  }

  tenant(name, further) {
    return this.line(`Tenant ${name}, `, further);
  }

  /** A button of a dialogue. */
  button(title) {
    return this.page.locator('.monaco-dialog-box .monaco-button, .dialog-buttons .monaco-button', { hasText: title }).first();
  }

  /** Presses a button at the end of a line, which is there while the mouse is on the line. */
  async press(line, title) {
    const button = line.locator(`.actions .action-label[aria-label^="${title}"]`);
    await this.hoverUntil(line, button);
    await button.click();
  }

  /** Brings the mouse onto a line until something appears; a line that is drawn anew does not notice that it is there. */
  async hoverUntil(line, appears) {
    for (let tries = 0; tries < 5; tries++) {
      await this.page.mouse.move(1000, 3000);
      await line.hover();
      try {
        return await appears.waitFor({ timeout: 3000 });
      } catch (error) {
        if (tries === 4) throw error;
      }
    }
  }

  /** Chooses from the menu of a line. */
  async menu(line, title) {
    await line.click({ button: 'right' });
    const item = this.page.locator('.monaco-menu .action-item', { hasText: title }).first();
    await item.hover();
    // A click that comes too early counts as the end of the one that opened the menu.
    await this.page.waitForTimeout(500);
    await item.click();
  }

  notification(text) {
    return this.page.locator('.notification-list-item', { hasText: text }).first();
  }

  /** @param [address] of another server than the one that runs */
  async signIn(name, address = this.server.url) {
    const { clientId, clientSecret } = this.server.credentialsOf(name);
    await this.command('SecureX & XDR Workflows: Sign In to a Tenant...');
    await this.answer('Where does the tenant live?', 'Another Server');
    await this.answer('The address of the server', address);
    await this.answerClient(clientId, clientSecret);
    await this.answer('What is the tenant to be called', name);
  }

  async answerClient(clientId, clientSecret) {
    await this.answer('The id of an API client', clientId);
    await this.answer("The API client's password", clientSecret);
  }

  question(text) {
    return this.quickInput.question(text);
  }

  answer(question, answer) {
    return this.quickInput.answer(question, answer);
  }

  command(title) {
    return this.quickInput.command(title);
  }

  openFile(name) {
    return this.quickInput.openFile(name);
  }
}
