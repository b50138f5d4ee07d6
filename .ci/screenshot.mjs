// Pictures of what a user sees: `node .ci/screenshot.mjs FOLDER [SCENE...]` writes one PNG for each scene. SXO_THEME names
// another theme than the dark one. The scene `rules` stands for those of the pages of docs/rules, which are kept in
// docs/rules/pictures: SXO_THEME='Default Light Modern' node .ci/screenshot.mjs docs/rules/pictures rules
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { openBrowser } from './browser.mjs';
import { projectRoot, temporaryFolder } from './command.mjs';
import { installDependencies } from './dependencies.mjs';
import { openFile, startEditor } from './editor.mjs';
import { startExampleTenants } from './example-tenants.mjs';
import { build, packageExtension, packagePath } from './package.mjs';
import { QuickInput } from './quick-input.mjs';
import { ruleNames, rulePictures, ruleTenants } from './rule-pictures.mjs';

const legacy = readdirSync(join(projectRoot, 'samples')).filter((name) => name.endsWith('.json') && name !== 'already-migrated.json');

/** Each brings a page, which shows `file` of samples/, to where the picture is taken. */
const scenes = {
  'overview': {
    file: 'local-variable.json',
    show: async (page) => {
      await findings(page);
      await command(page, 'Problems: Focus on Problems View');
      await page.locator('.markers-panel .monaco-list-row').nth(1).waitFor();
      await page.locator('.view-lines').first().click();
    },
  },
  'readme': {
    file: 'direct-input.json',
    show: async (page) => {
      await findings(page);
      await command(page, 'Problems: Focus on Problems View');
      await nextFinding(page, 2);
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row').first().waitFor();
      await settled(page);
    },
  },
  'quick-fix': {
    file: 'direct-input.json',
    show: async (page) => {
      await nextFinding(page);
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row').first().waitFor();
    },
  },
  'hover': {
    file: 'direct-input.json',
    show: async (page) => {
      await nextFinding(page);
      await command(page, 'Show or Focus Hover');
      await page.locator('.monaco-hover .marker').first().waitFor();
    },
  },
  'code-lens': { file: 'refresh-logic.json', show: (page) => lens(page, 'Preview').waitFor() },
  'preview': {
    file: 'direct-input.json',
    show: async (page) => {
      await lens(page, 'Preview').click();
      await page.locator('.monaco-diff-editor .line-delete, .monaco-diff-editor .char-delete').first().waitFor();
      for (let change = 1; change < 3; change++) await page.keyboard.press('Alt+F5');
      await settled(page);
    },
  },
  'migrated': {
    file: 'direct-input.json',
    show: async (page) => {
      await lens(page, 'Migrate').click();
      await lens(page, 'Migrate').waitFor({ state: 'detached' });
      await settled(page);
    },
  },
  'partly-migrated': {
    file: 'orbital-beside-securex.json',
    show: async (page) => {
      await lens(page, 'Migrate').click();
      await lens(page, 'Migrate').waitFor({ state: 'detached' });
      await settled(page);
    },
  },
  'refactor-preview': { file: 'direct-input.json', show: (page) => refactorPreview(page) },
  'refactor-preview-by-change': {
    file: 'direct-input.json',
    show: async (page) => {
      await refactorPreview(page);
      await page.getByRole('button', { name: 'Group Changes By Type' }).click();
      await settled(page);
    },
  },
  'report': {
    file: 'direct-input.json',
    show: async (page) => {
      await refactorPreview(page);
      // A tick at a file is one for all its changes.
      await page.keyboard.press('Home');
      for (let file = 0; file < legacy.length; file++) {
        for (const key of ['Space', 'ArrowLeft', 'ArrowDown']) await page.keyboard.press(key);
      }
      await page.getByRole('button', { name: 'Apply', exact: true }).click();
      await page.locator('.tab', { hasText: 'Untitled' }).waitFor();
      await settled(page);
    },
  },
  'check-workspace': {
    file: 'already-migrated.json',
    show: async (page) => {
      await command(page, 'SecureX & XDR Workflows: Check the Workspace');
      await page.locator('.notification-toast', { hasText: 'checked' }).waitFor();
      await page.getByRole('button', { name: 'Show Problems' }).click();
      await page.locator('.markers-panel .monaco-list-row').nth(3).waitFor();
    },
  },
  'context-menu': {
    file: 'direct-input.json',
    show: async (page) => {
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'local-variable.json' }).click({ button: 'right' });
      await page.locator('.monaco-menu .action-label', { hasText: 'Migrate' }).first().waitFor();
    },
  },
  'language-status': {
    file: 'direct-input.json',
    show: async (page) => {
      await findings(page);
      await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
      await page.locator('.hover-language-status').first().waitFor();
    },
  },
  'settings': {
    file: 'direct-input.json',
    show: async (page) => {
      await command(page, 'Preferences: Open Settings (UI)');
      await page.locator('.settings-editor .suggest-input-container').waitFor();
      await page.keyboard.type('sxo');
      await page.locator('.setting-item-category', { hasText: 'Sxo' }).first().waitFor();
      await settled(page);
    },
  },
  'explorer-empty': {
    file: 'direct-input.json',
    show: async (page) => {
      await command(page, 'View: Show SecureX & XDR');
      await page.locator('.pane-header', { hasText: 'Tenants' }).waitFor();
      await settled(page);
    },
  },
  'explorer': {
    file: 'direct-input.json',
    show: async (page) => {
      await command(page, 'View: Show SecureX & XDR');
      for (const name of ['legacy', 'mixed', 'token']) await signIn(page, name);
      await page.locator('.monaco-list-row', { hasText: 'Account Keys' }).first().waitFor();
      await settled(page);
    },
  },
  'first-steps': {
    file: 'direct-input.json',
    show: (page) => firstSteps(page),
  },
  'graph': {
    file: 'refresh-logic.json',
    show: async (page) => {
      await graph(page);
    },
  },
  'graph-compare': {
    file: 'refresh-logic.json',
    show: async (page) => {
      const picture = await graph(page);
      await page.locator('.tab', { hasText: 'Graph: ' }).first().dblclick();
      await picture.getByRole('button', { name: 'Before & After' }).click();
      await picture.locator('.after .picture [data-node]').first().waitFor();
      await settled(page);
    },
  },
  'references': {
    file: 'refresh-logic.json',
    show: async (page) => {
      await findings(page);
      await new QuickInput(page).goTo(150);
      await settled(page);
    },
  },
};

for (const [code, { file, tenant }] of Object.entries(rulePictures)) {
  scenes[code] = { file, show: (page) => finding(page, code, tenant) };
}

const [folder, ...asked] = process.argv.slice(2);
const names = asked.flatMap((name) => (name === 'rules' ? ruleNames : [name]));
const unknown = names.filter((name) => !(name in scenes));
if (folder === undefined || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no scene called ${unknown.join(', ')}.`);
  console.error(`Usage: node .ci/screenshot.mjs FOLDER [SCENE...]\nScenes: ${Object.keys(scenes).join(', ')}, rules`);
  process.exit(2);
}
mkdirSync(resolve(folder), { recursive: true });
await installDependencies();
await build();
await packageExtension({ quiet: true });
const editor = await startEditor({ extensions: [packagePath], settings: { 'workbench.colorTheme': process.env.SXO_THEME ?? 'Default Dark Modern', 'editor.minimap.enabled': false } });
const { browser } = await openBrowser();
const tenants = await startExampleTenants(ruleTenants());
for (const name of names.length > 0 ? names : Object.keys(scenes)) await take(name);
await tenants.server.close();
process.exit(process.exitCode);

async function take(name) {
  const { file, show } = scenes[name];
  const workspace = join(temporaryFolder('scene'), 'samples');
  cpSync(join(projectRoot, 'samples'), workspace, { recursive: true });
  if (!existsSync(join(workspace, file))) cpSync(join(projectRoot, file), join(workspace, basename(file)));
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'dark' });
  page.setDefaultTimeout(20_000);
  const picture = resolve(folder, `${name}.png`);
  /** What of the page the picture is of, where a scene says so. */
  let clip;
  try {
    await page.goto(editor.address({ folder: workspace, payload: openFile(editor, existsSync(join(workspace, file)) ? join(workspace, file) : join(workspace, basename(file))) }));
    await page.locator('.monaco-editor .view-line').first().waitFor();
    clip = await show(page);
    console.log(picture);
  } catch (error) {
    console.error(`${picture} shows where it went wrong: ${error.message}`);
    process.exitCode = 1;
  }
  await page.screenshot({ path: picture, ...(clip && { clip }) });
  await page.close();
}

function command(page, title) {
  return new QuickInput(page).command(title);
}

async function signIn(page, name) {
  const { url } = tenants.server;
  const { clientId, clientSecret } = tenants.server.credentialsOf(name);
  await command(page, 'SecureX & XDR Workflows: Sign In to a Tenant...');
  for (const answer of ['Another Server', url, clientId, clientSecret, name]) {
    await settled(page);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(answer);
    await settled(page);
    await page.keyboard.press('Enter');
  }
  await page.locator('.monaco-list-row', { hasText: name }).first().waitFor();
  await settled(page);
}

function lens(page, title) {
  return page.locator('.codelens-decoration a', { hasText: title });
}

function findings(page) {
  return page.locator('[id="status.problems"]', { hasText: /[1-9]/ }).waitFor();
}

/** Goes to the finding of that number. */
async function nextFinding(page, number = 1) {
  await findings(page);
  await page.locator('.view-lines').first().click();
  await page.keyboard.press('Control+Home');
  for (let passed = 0; passed < number; passed++) {
    await command(page, 'Go to Next Problem (Error, Warning, Info)');
    await page.locator('.marker-widget').waitFor();
  }
  await page.keyboard.press('Escape');
  await page.locator('.marker-widget').waitFor({ state: 'detached' });
}

/** A finding of a rule on the file that is open, held against a tenant: where it stands, and what its hover says. */
async function finding(page, code, tenant) {
  await page.locator('.activitybar .action-label[aria-label^="SecureX & XDR"]').click();
  await page.locator('.pane-header', { hasText: 'Tenants' }).waitFor();
  await signIn(page, tenant);
  await page.keyboard.press('Control+B');
  await command(page, 'Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row', { hasText: code }).first().dblclick();
  await page.mouse.move(5, 5);
  await page.keyboard.press('Control+J');
  await settled(page);
  await command(page, 'Show or Focus Hover');
  const hover = page.locator('.monaco-hover', { has: page.locator('.marker', { hasText: code }) }).first();
  await hover.waitFor();
  await settled(page);
  const { x, y, width, height } = await hover.boundingBox();
  const cursor = await page.locator('.monaco-editor .cursor').first().boundingBox();
  const top = Math.min(y, cursor.y) - 50;
  return { x: 54, y: top, width: Math.max(x + width + 20, 860) - 54, height: Math.max(y + height, cursor.y + 20) + 50 - top };
}

/** The picture beside the text, with a token that is made anew in a loop in sight, and the activity at the cursor lit. */
async function graph(page) {
  await findings(page);
  // Without the side bar both have room.
  await page.keyboard.press('Control+B');
  await page.locator('.editor-actions .action-label[aria-label*="Workflow Graph"]').first().click();
  const picture = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
  await picture.locator('.picture [data-node]').first().waitFor();
  await page.locator('.tab', { hasText: 'refresh-logic.json' }).first().click();
  await new QuickInput(page).goTo(150);
  await picture.locator('.picture .lit').first().waitFor();
  // As large as all of it can be seen.
  await picture.getByRole('button', { name: 'Zoom out' }).click();
  await picture.getByRole('button', { name: 'Zoom out' }).click();
  await page.mouse.move(5, 5);
  await settled(page);
  return picture;
}

async function refactorPreview(page) {
  await command(page, 'SecureX & XDR Workflows: Migrate Workflows to the SecureX Token...');
  await page.locator('.bulk-edit-panel .monaco-list-row').nth(2).waitFor();
  await settled(page);
}

/** The walkthrough; SXO_STEP is the step whose picture is shown. */
async function firstSteps(page) {
  // Narrower, the editor leaves the pictures out.
  await page.setViewportSize({ width: 1700, height: 900 });
  await command(page, 'Welcome: Open Walkthrough...');
  await settled(page);
  await page.keyboard.type('Migrate Workflows to the SecureX Token');
  await settled(page);
  await page.keyboard.press('Enter');
  await page.locator(`.getting-started-step[data-step-id$="#${process.env.SXO_STEP ?? 'open'}"]`).click();
  await settled(page);
}

/** Until the page looks the same twice in a row: animations and late decorations are over. */
async function settled(page) {
  let before;
  let now = await page.screenshot();
  do {
    before = now;
    await page.waitForTimeout(300);
    now = await page.screenshot();
  } while (!now.equals(before));
}
