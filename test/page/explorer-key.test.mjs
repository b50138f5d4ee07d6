// The first step of a migration is done by a person in the web console; the explorer leads there and waits.
import { openExplorer } from './explorer-page.mjs';

const tokenKey = {
  id: '0301AAAAAAAAA0aaaaaaaaaaaaaaaaaaaaa',
  unique_name: 'definition_runtime_user_0301AAAAAAAAB0bbbbbbbbbbbbbbbbbbbbb',
  name: 'SecureX_Token',
  type: 'runtime_user.oauth_integration',
};

describe('the step that creates the token key', () => {
  let explorer;

  before(async () => {
    explorer = await openExplorer();
    await explorer.signIn('legacy');
    await explorer.tenant('legacy', 'method legacy').waitFor();
  });

  after(() => explorer?.close());

  it('waits until the key is there, and goes on to the switch with what the tenant says of it', async () => {
    await explorer.command('SecureX & XDR Workflows: Open the Account Keys in the Web Console');
    await explorer.button('Open').click();
    await explorer.notification('Waiting for a token key in legacy').waitFor();
    const tenant = explorer.server.tenant('legacy');
    tenant.runtimeUsers = [...tenant.runtimeUsers, tokenKey];
    const found = explorer.notification('The account key "SecureX_Token" is there.');
    await found.waitFor({ timeout: 60_000 });
    await found.locator('.monaco-button', { hasText: 'Switch Targets' }).click();
    await explorer.page.locator('.monaco-dialog-box', { hasText: 'In the tenant, nothing hangs on CTR_API.' }).waitFor();
    await explorer.button('Cancel').click();
  });
});
