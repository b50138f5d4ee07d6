// The explorer as a person uses it: a real editor with the packaged extension, and a server that speaks a tenant's API.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../.ci/command.mjs';
import { openExplorer } from './explorer-page.mjs';

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
  let explorer, server, page;

  before(async () => {
    explorer = await openExplorer(hasExamples ? exampleTenants() : []);
    ({ server, page } = explorer);
  });

  after(() => explorer?.close());

  it('says what to do where nobody is signed in', async () => {
    await page.locator('.welcome-view-content', { hasText: 'Sign In to a Tenant' }).first().waitFor();
  });

  for (const [name, method] of Object.entries(verdicts)) {
    it(`shows the tenant ${name} as ${method}`, async () => {
      await explorer.signIn(name);
      await explorer.tenant(name, `method ${method}: `).waitFor();
    });
  }

  it('names the targets of the workspace, and who uses them', async () => {
    await page.locator('.monaco-list-row', { hasText: /^Private_CTIA_Target\s*\d+ uses/ }).first().waitFor();
  });

  it('holds an open workflow against the active tenant', async () => {
    await explorer.openFile('refresh-logic.json');
    await explorer.command('Problems: Focus on Problems View');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'tenant-target-missing' }).first().waitFor();
  });

  it('puts back what it changed when a switch fails half-way', async () => {
    const before = targetsOfMixed();
    server.faults.add({ kind: 'half-way' }, { method: 'PUT', times: 1 });
    await explorer.command('SecureX & XDR Workflows: Switch Targets to the SecureX Token...');
    await explorer.button('Switch 1 Target').click();
    await explorer.button('Put Back What Was Changed').click();
    await explorer.notification('1 target is as before').waitFor();
    assert.deepEqual(targetsOfMixed(), before);
    await explorer.command('Notifications: Clear All Notifications');
  });

  it('switches what is left, and shows the new verdict', async () => {
    await explorer.command('SecureX & XDR Workflows: Switch Targets to the SecureX Token...');
    await explorer.button('Switch 1 Target').click();
    await explorer.notification('1 target uses "SecureX_Token" now').waitFor();
    assert.ok(targetsOfMixed().every(({ no_runtime_user: none }) => none === false));
    await explorer.tenant('mixed', 'method token: ').waitFor();
  });

  it('compares two tenants in words', async () => {
    await explorer.command('SecureX & XDR Workflows: Compare With...');
    await explorer.answer('The state before', 'legacy');
    await explorer.answer('What to compare legacy with', 'mixed');
    await page.locator('.view-line', { hasText: 'From legacy to mixed' }).first().waitFor();
    await page.locator('.view-line', { hasText: 'CTR\\_API' }).first().waitFor();
  });

  it('leaves no secret in a file, and forgets the tenant with its copy when signing out', async () => {
    const files = filesBelow(explorer.editor.data);
    assert.ok(files.some((file) => /tenants\/\d+\.json$/.test(file)), 'no copy of a tenant was kept at all');
    await explorer.command('SecureX & XDR Workflows: Sign Out...');
    await explorer.button('Sign Out').click();
    await explorer.tenant('mixed').waitFor({ state: 'detached' });
    const secrets = [...Object.keys(verdicts).map((name) => server.credentialsOf(name).clientSecret), ...server.tokens];
    const left = filesBelow(explorer.editor.data).filter((file) => existsSync(file));
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
