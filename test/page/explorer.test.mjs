// The explorer as a person uses it: a real editor with the packaged extension, and a server that speaks a tenant's API.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../../.ci/browser.mjs';
import { projectRoot, temporaryFolder } from '../../.ci/command.mjs';
import { startEditor } from '../../.ci/editor.mjs';
import { startExampleTenants } from '../../.ci/example-tenants.mjs';
import { packagePath } from '../../.ci/package.mjs';

const examples = join(projectRoot, '..', 'shared', 'tenant', 'examples');
const hasExamples = existsSync(examples);

/** By the name of a tenant: the verdict that its line and its first child say. */
const verdicts = {
  legacy: 'legacy',
  token: 'token',
  ...(hasExamples && { 'a-legacy': 'legacy', 'b-new': 'token', 'c-mixed': 'mixed', 'd-xdr': 'token', 'e-xdr-legacy': 'legacy' }),
  // The last one that signs in is the active one, and the later tests are about it.
  mixed: 'mixed',
};

describe(`the explorer${hasExamples ? '' : ' (without the five examples, which are not in ../shared/tenant)'}`, () => {
  let server, editor, browser, page;

  before(async () => {
    ({ server } = await startExampleTenants(hasExamples ? exampleTenants() : []));
    editor = await startEditor({ extensions: [packagePath] });
    // So high that no line is out of sight: lists hold only the lines that are in view.
    ({ browser, page } = await openBrowser({ height: 4000 }));
    page.setDefaultTimeout(20_000);
    const workspace = join(temporaryFolder('explorer'), 'samples');
    cpSync(join(projectRoot, 'samples'), workspace, { recursive: true });
    await page.goto(editor.address({ folder: workspace }));
    await page.locator('.activitybar .action-label[aria-label^="SecureX & XDR"]').click();
    await page.locator('.pane-header', { hasText: 'Tenants' }).waitFor();
  });

  after(async () => {
    await browser?.close();
    editor?.stop();
    await server?.close();
  });

  it('says what to do where nobody is signed in', async () => {
    await page.locator('.welcome-view-content', { hasText: 'Sign In to a Tenant' }).first().waitFor();
  });

  for (const [name, method] of Object.entries(verdicts)) {
    it(`shows the tenant ${name} as ${method}`, async () => {
      await signIn(name);
      await tenant(name, `method ${method}: `).waitFor();
    });
  }

  it('names the targets of the workspace, and who uses them', async () => {
    await page.locator('.monaco-list-row', { hasText: /^Private_CTIA_Target\s*\d+ uses/ }).first().waitFor();
  });

  it('holds an open workflow against the active tenant', async () => {
    await command('Go to File...', { typed: 'refresh-logic.json' });
    await command('Problems: Focus on Problems View');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'tenant-target-missing' }).first().waitFor();
  });

  it('puts back what it changed when a switch fails half-way', async () => {
    const before = targetsOfMixed();
    server.faults.add({ kind: 'half-way' }, { method: 'PUT', times: 1 });
    await command('SecureX & XDR Workflows: Switch Targets to the SecureX Token...');
    await button('Switch 1 Target').click();
    await button('Put Back What Was Changed').click();
    await page.locator('.notification-list-item', { hasText: '1 target is as before' }).waitFor();
    assert.deepEqual(targetsOfMixed(), before);
    await command('Notifications: Clear All Notifications');
  });

  it('switches what is left, and shows the new verdict', async () => {
    await command('SecureX & XDR Workflows: Switch Targets to the SecureX Token...');
    await button('Switch 1 Target').click();
    await page.locator('.notification-list-item', { hasText: '1 target uses "SecureX_Token" now' }).waitFor();
    assert.ok(targetsOfMixed().every(({ no_runtime_user: none }) => none === false));
    await tenant('mixed', 'method token: ').waitFor();
  });

  it('compares two tenants in words', async () => {
    await command('SecureX & XDR Workflows: Compare With...');
    await choose('The state before', 'legacy');
    await choose('What to compare legacy with', 'mixed');
    await page.locator('.view-line', { hasText: 'From legacy to mixed' }).first().waitFor();
    await page.locator('.view-line', { hasText: 'CTR\\_API' }).first().waitFor();
  });

  it('leaves no secret in a file, and forgets the tenant with its copy when signing out', async () => {
    const files = filesBelow(editor.data);
    assert.ok(files.some((file) => /tenants\/\d+\.json$/.test(file)), 'no copy of a tenant was kept at all');
    await command('SecureX & XDR Workflows: Sign Out...');
    await button('Sign Out').click();
    await tenant('mixed', ', ').waitFor({ state: 'detached' });
    const secrets = [...Object.keys(verdicts).map((name) => server.credentialsOf(name).clientSecret), ...server.tokens];
    const left = filesBelow(editor.data).filter((file) => existsSync(file));
    assert.ok(left.length > 0);
    for (const file of left) {
      const text = readFileSync(file, 'utf8');
      for (const secret of secrets) assert.ok(!text.includes(secret), `${file} holds a secret`);
    }
  });

  function targetsOfMixed() {
    const names = ['CTR_API', 'CTIA_Target', 'Private_CTIA_Target'];
    return server.tenant('mixed').targets.filter(({ name }) => names.includes(name)).map(({ properties }) => properties);
  }

  /** A tenant's line, by what a screen reader says of it. */
  function tenant(name, verdict) {
    return page.locator(`.monaco-list-row[aria-label^="Tenant ${name}, "][aria-label*="${verdict}"]`).first();
  }

  function button(title) {
    return page.locator('.monaco-dialog-box .monaco-button, .dialog-buttons .monaco-button', { hasText: title }).first();
  }

  async function signIn(name) {
    const { clientId, clientSecret } = server.credentialsOf(name);
    await command('SecureX & XDR Workflows: Sign In to a Tenant...');
    const answers = [
      ['Where does the tenant live?', 'Another Server'],
      ['The address of the server', server.url],
      ['The id of an API client', clientId],
      ["The API client's password", clientSecret],
      ['What is the tenant to be called', name],
    ];
    for (const [question, answer] of answers) {
      const input = page.locator('.quick-input-widget input').first();
      await page.locator('.quick-input-widget', { hasText: question }).or(page.locator(`.quick-input-widget input[placeholder*="${question}"]`)).first().waitFor();
      await input.fill(answer);
      await page.keyboard.press('Enter');
    }
  }

  async function choose(question, answer) {
    await page.locator(`.quick-input-widget input[placeholder*="${question}"]`).first().waitFor();
    await page.locator('.quick-input-widget input').first().fill(answer);
    await page.keyboard.press('Enter');
  }

  async function command(title, { typed } = {}) {
    await page.keyboard.press(typed === undefined ? 'F1' : 'Control+P');
    const input = page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(typed ?? `>${title}`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: typed ?? title.split(': ').at(-1) }).first().waitFor();
    await page.keyboard.press('Enter');
  }
});

function exampleTenants() {
  const read = (file) => JSON.parse(readFileSync(join(examples, `${file}.json`), 'utf8'));
  return ['a-legacy', 'b-new', 'c-mixed', 'd-xdr', 'e-xdr-legacy'].map((name) => ({
    name,
    targets: read(`${name}.targets`),
    runtime_users: read(`${name}.runtime_users`),
    target_groups: read('target_groups'),
  }));
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
