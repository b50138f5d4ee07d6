// Sets of targets, created in a tenant from the editor's page: looked at, cancelled, carried out, refused, undone.
import assert from 'node:assert/strict';
import { openExplorer } from './explorer-page.mjs';

describe('a set of targets', () => {
  let explorer, page, server;
  const dialogue = (text) => page.locator('.monaco-dialog-box', { hasText: text }).first();
  const tenant = () => server.tenant('token');
  const named = (name) => tenant().targets.find((target) => target.name === name);
  const changes = () => server.requests.filter(({ method, path }) => method !== 'GET' && path.includes('/v1/')).length;

  before(async () => {
    explorer = await openExplorer();
    ({ page, server } = explorer);
    await explorer.signIn('token');
    await explorer.tenant('token', 'method token').waitFor();
  });

  afterEach(async () => {
    server.faults.clear();
    await explorer.command('Notifications: Clear All Notifications');
  });
  after(() => explorer?.close());

  it('for the legacy method can be given up at every question, and nothing was done', async () => {
    await prepareLegacy();
    await explorer.button('Show as a Checklist').click();
    await page.locator('.view-line', { hasText: '# Targets for the legacy method in token' }).waitFor();
    await page.locator('.view-line', { hasText: 'CTR\\_Credentials' }).first().waitFor();
    await prepareLegacy();
    await explorer.button('Cancel').click();
    await prepareLegacy();
    await explorer.button('Carry Out 5 Steps').click();
    await explorer.question('The id of its API client').waitFor();
    await page.keyboard.press('Escape');
    await prepareLegacy();
    await explorer.button('Carry Out 5 Steps').click();
    await explorer.answer('The id of its API client', 'client-of-the-key');
    await explorer.question('The password of its API client').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(changes(), 0);
  });

  it('for the legacy method is created, told by name, and undone', async () => {
    const before = JSON.stringify([tenant().targets.map(({ properties }) => properties), tenant().runtimeUsers]);
    await prepareLegacy();
    await explorer.button('Carry Out 5 Steps').click();
    await explorer.answer('The id of its API client', 'client-of-the-key');
    await explorer.answer('The password of its API client', 'a password');
    const done = explorer.notification('5 steps were carried out in token, and read back: CTR_Credentials, CTR_For_Access_Token, CTR_API');
    await done.waitFor();
    await explorer.tenant('token', 'method legacy').waitFor();
    await done.locator('.monaco-button', { hasText: 'Undo' }).click();
    await explorer.notification('As before: Private_CTIA_Target, CTIA_Target, CTR_API, CTR_For_Access_Token, CTR_Credentials.').waitFor();
    await explorer.tenant('token', 'method token').waitFor();
    assert.equal(JSON.stringify([tenant().targets.map(({ properties }) => properties), tenant().runtimeUsers]), before);
  });

  for (const [name, fault] of [
    ['a missing role', { kind: 'forbidden' }],
    ['the rate limit', { kind: 'rate-limit', retryAfter: '300' }],
  ]) {
    it(`says that nothing was changed where ${name} forbids it`, async () => {
      server.faults.add(fault, { method: 'POST', path: /v1/ });
      await secondSet();
      await explorer.button('Carry Out 3 Steps').click();
      await explorer.notification('Nothing was changed. The target could not be created: ').waitFor();
      assert.equal(named('CTR_API_Token'), undefined);
    });
  }

  it('says what may still arrive where the connection is dropped', async () => {
    server.faults.add({ kind: 'dropped' }, { method: 'POST', path: /v1/, after: 1, times: 1 });
    await secondSet();
    await explorer.button('Carry Out 3 Steps').click();
    await dialogue('Read again, "CTIA_Target_Token" is not there. It may still arrive: ').waitFor();
    await dialogue('Done, or perhaps done: CTR_API_Token, CTIA_Target_Token.').waitFor();
    await explorer.button('Undo').click();
    const notice = explorer.notification('As before for now: CTIA_Target_Token. No answer came to the change. It may still arrive: ');
    await notice.locator('.monaco-button', { hasText: 'Refresh' }).click();
    await explorer.tenant('token', 'just now').waitFor();
    assert.equal(named('CTR_API_Token'), undefined);
  });

  it('is not carried out on a tenant that somebody changed meanwhile', async () => {
    await secondSet();
    tenant().createTarget({ name: 'CTIA_Target_Token', type: 'web-service.endpoint' });
    await explorer.button('Carry Out 3 Steps').click();
    await explorer.notification('Nothing was changed. "CTIA_Target_Token" is there by now').waitFor();
    tenant().deleteTarget(named('CTIA_Target_Token').id);
  });

  it('is created beside the usual one, and says so when it is there', async () => {
    await secondSet();
    await explorer.button('Carry Out 3 Steps').click();
    await explorer.notification('3 steps were carried out in token').waitFor();
    for (const name of ['CTR_API_Token', 'CTIA_Target_Token', 'Private_CTIA_Target_Token']) assert.ok(named(name), name);
    await askSecondSet();
    await explorer.notification('All of these targets of token are as they should be already.').waitFor();
  });

  async function prepareLegacy() {
    await explorer.command('SecureX & XDR Workflows: Prepare the Tenant for the Legacy Method...');
    await dialogue('Create and change these targets of token?').waitFor();
  }

  async function secondSet() {
    await askSecondSet();
    await dialogue('CTR_API_Token: is to be created').waitFor();
  }

  async function askSecondSet() {
    await explorer.command('SecureX & XDR Workflows: Create a Second Set of Targets...');
    await explorer.answer('What is the second set of targets for?', 'For the Token');
    await explorer.question('What do the names of the second set end with?').waitFor();
    await page.keyboard.press('Enter');
  }
});
