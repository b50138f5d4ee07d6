// A tenant in trouble as a person sees it: each kind of error is one line that says what is wrong and what to do, what was
// known stays with its time, and the next attempt mends it.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { openExplorer } from './explorer-page.mjs';

const api = /^\/api\//;
const tokens = /oauth2\/token/;
const lists = /v1\/targets$/;

const answer = (status, value) => ({ kind: 'answer', answer: { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) } });
const unknownClient = answer(400, { error: 'invalid_client', error_description: 'unknown client' });

/** Each: the faults, what the line says, what stands beside it, and the whole message in its tooltip. */
const troubles = {
  'a client that was revoked': {
    faults: [[{ kind: 'expired' }, api], [unknownClient, tokens]],
    label: 'Client id or password not known',
    remedy: 'check the region, sign in again',
    message: /The sign-in failed: the client id and password are not known here\..*another region\. Check the region/,
    signIn: true,
  },
  'a token that is refused': {
    faults: [[{ kind: 'expired' }, api]],
    label: 'Access has ended',
    remedy: 'sign in again',
    message: /the access token is refused, and a new one as well\. Sign in again\./,
    signIn: true,
  },
  'a missing scope or role': {
    faults: [[{ kind: 'forbidden' }, lists]],
    label: 'Scope or role is missing',
    remedy: 'needs "ao:read", and the role admin, user or sat',
    message: /The targets could not be read: the API client may not do this\. It needs the scope "ao" or "ao:read"/,
  },
  'the rate limit': {
    faults: [[{ kind: 'rate-limit', retryAfter: '3557s' }, lists]],
    label: 'Rate limit reached',
    remedy: 'try again in 60 minutes',
    message: /the organisation has used up the requests .* Try again in 60 minutes\./,
  },
  'a tenant with trouble of its own': {
    faults: [[{ kind: 'server-error', retryAfter: '300' }, lists]],
    label: 'The tenant has trouble',
    remedy: 'try again in 5 minutes',
    message: /trouble of its own \(HTTP 500\)/,
  },
  'a network that drops the connection': {
    faults: [[{ kind: 'dropped' }, lists]],
    label: 'Tenant not reachable',
    remedy: 'check network and proxy, try again',
    message: /127\.0\.0\.1:\d+ cannot be reached\. Check the network, and the proxy settings\./,
  },
  'an answer that ends too early': {
    faults: [[{ kind: 'broken-json' }, lists]],
    label: 'Answer is not JSON',
    remedy: 'check proxy and address, try again',
    message: /is not JSON\. A proxy or a sign-in page may have answered in its place/,
  },
  'a page in place of an answer': {
    faults: [[{ kind: 'html' }, lists]],
    label: 'Answer is not JSON',
    remedy: 'check proxy and address, try again',
    message: /is not JSON\. A proxy or a sign-in page may have answered in its place/,
  },
  'JSON of another shape': {
    faults: [[answer(200, { targets: [] }), lists]],
    label: 'Answer of another shape',
    remedy: 'check the address, try again',
    message: /the answer is JSON, but not of the shape/,
  },
  'words of a server that look like a link': {
    faults: [[answer(403, { message: '[Click](command:workbench.action.quit) *here*' }), lists]],
    label: 'Scope or role is missing',
    remedy: 'needs "ao:read", and the role admin, user or sat',
    message: /The server says: "\[Click\]\(command:workbench\.action\.quit\) \*here\*"\./,
  },
};

describe('a tenant in trouble, in the explorer', () => {
  let explorer, server, page, mixed, error;

  before(async () => {
    explorer = await openExplorer();
    ({ server, page } = explorer);
    mixed = (further) => explorer.tenant('mixed', further);
    error = explorer.line('Error: ');
    await explorer.signIn('mixed');
    await mixed('method mixed: ').waitFor();
    await refresh();
  });

  afterEach(async function () {
    server.faults.clear();
    await page.mouse.move(1000, 3000);
    // One failure is enough of them.
    if (this.currentTest.state === 'failed') await refresh();
  });

  after(() => explorer?.close());

  for (const [name, { faults, label, remedy, message, signIn }] of Object.entries(troubles)) {
    it(`tells ${name}, keeps what was known, and recovers`, async () => {
      for (const [fault, path] of faults) server.faults.add(fault, { path });
      await explorer.press(mixed(), 'Refresh');
      await error.waitFor();
      assert.equal(await page.locator('.monaco-list-row[aria-label^="Error: "]').count(), 1);
      assert.equal(await textOf(error.locator('.label-name')), label);
      assert.equal(await textOf(error.locator('.label-description')), remedy);
      assert.match(await error.getAttribute('aria-label'), message);
      assert.match(await tooltipOf(error), message);

      await mixed(`just now, from a copy, could not be read: ${label}`).waitFor();
      await explorer.line('Targets, ').waitFor();
      assert.match(await textOf(mixed().locator('.label-description')), /^mixed · active · just now, from a copy · 127\.0\.0\.1/);

      if (signIn) {
        await error.click();
        await explorer.question('The id of an API client').waitFor();
        await page.keyboard.press('Escape');
        server.faults.clear();
        await refresh();
      } else {
        server.faults.clear();
        await error.click();
        await isFresh();
      }
    });
  }

  it('keeps the tenant and its data when the password that is given anew is mistyped', async () => {
    server.faults.add({ kind: 'expired' }, { path: api });
    await explorer.press(mixed(), 'Refresh');
    await error.waitFor();
    server.faults.clear();
    const { clientId, clientSecret } = server.credentialsOf('mixed');
    await explorer.press(error, 'Sign In');
    await explorer.answerClient(clientId, 'mistyped');
    await explorer.notification('client id and password are not known here').waitFor();
    await mixed('from a copy, could not be read: Client id or password not known').waitFor();
    await explorer.notification('are not known here').locator('.monaco-button', { hasText: 'Try Again' }).click();
    await explorer.answerClient(clientId, clientSecret);
    await isFresh();
  });

  it('says of a tenant that was never read what is wrong, and shows nothing else of it', async () => {
    await explorer.signIn('legacy', `http://127.0.0.1:${await portWithoutServer()}`);
    const nobody = explorer.tenant('legacy', 'not read, could not be read: Tenant not reachable');
    await nobody.waitFor();
    assert.match(await error.getAttribute('aria-label'), /^Error: The sign-in failed: 127\.0\.0\.1:\d+ cannot be reached\./);
    assert.equal(await textOf(error.locator('.label-description')), 'check network and proxy, try again');
    await explorer.menu(explorer.tenant('legacy'), 'Sign Out');
    await explorer.button('Sign Out').click();
    await explorer.tenant('legacy').waitFor({ state: 'detached' });
    await mixed('active').waitFor();
  });

  it('says that it is reading while an answer is slow, and stops when told to', async () => {
    const held = gate();
    server.faults.add({ kind: 'slow', until: held.opened }, { path: lists });
    await explorer.press(mixed(), 'Refresh');
    await mixed('reading...').waitFor();
    await mixed().locator('.codicon-loading').waitFor();
    await explorer.line('Targets, ').waitFor();
    await explorer.press(mixed(), 'Stop Reading');
    await mixed('just now').waitFor();
    assert.equal(await error.count(), 0);
    held.open();
  });

  it('lets people work while an answer is slow, and gives up after half a minute', async () => {
    const held = gate();
    server.faults.add({ kind: 'slow', until: held.opened }, { path: lists });
    await explorer.press(mixed(), 'Refresh');
    await mixed('reading...').waitFor();
    await explorer.openFile('refresh-logic.json');
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('typed meanwhile');
    await page.locator('.view-line', { hasText: 'typed meanwhile' }).waitFor();
    await page.keyboard.press('Control+Z');
    await explorer.line('Targets, ').click();
    await explorer.line('Target CTR_API, ').waitFor();
    assert.equal(await mixed('reading...').count(), 1, 'it is still reading');
    await error.waitFor({ timeout: 40_000 });
    assert.equal(await textOf(error.locator('.label-name')), 'No answer in time');
    assert.match(await error.getAttribute('aria-label'), /did not answer within 30 seconds\. Check the network, and try again\./);
    held.open();
    server.faults.clear();
    await error.click();
    await isFresh();
  });

  async function refresh() {
    await explorer.press(mixed(), 'Refresh');
    await isFresh();
  }

  /** Read anew, and nothing is wrong any more; the requests that are left were told, too. */
  async function isFresh() {
    await error.waitFor({ state: 'detached' });
    await page.locator('.monaco-list-row[aria-label^="Tenant mixed, "][aria-label$="just now, active"]').waitFor();
    await explorer.line('Requests left in this hour: ').waitFor();
  }

  async function tooltipOf(line) {
    const tooltip = page.locator('.workbench-hover', { hasText: /could not be read|sign-in failed/ }).first();
    await explorer.hoverUntil(line, tooltip);
    const text = await textOf(tooltip);
    assert.equal(await tooltip.locator('a').count(), 0, 'no word of a server is a link');
    await page.mouse.move(1000, 3000);
    return text;
  }
});

async function textOf(locator) {
  return (await locator.first().innerText()).replace(/\s+/g, ' ').trim();
}

function gate() {
  let open;
  const opened = new Promise((resolve) => (open = resolve));
  return { opened, open };
}

/** A port where nobody listens: one that was free a moment ago. */
async function portWithoutServer() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
