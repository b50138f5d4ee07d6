import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { root } from '../support/repository';
import { startTenantServer, type TenantServer } from '../tenant/server/tenant-server';
import type { TenantDefinition } from '../tenant/server/tenant-state';
import { capturedIo } from './support/captured-io';
import { temporaryFolder } from './support/temporary-folder';

const tenants = ['legacy', 'mixed', 'token'].map((name): TenantDefinition => {
  const text = readFileSync(join(root, `samples/tenants/${name}.json`), 'utf8');
  return { ...(JSON.parse(text) as TenantDefinition), name };
});

describe('sxo tenant, live', () => {
  const folder = temporaryFolder();
  let server: TenantServer;
  beforeEach(async () => {
    server = await startTenantServer({ tenants });
  });
  afterEach(() => server.close());

  const sxo = async (name: string, line: string, env: Readonly<Record<string, string>> = {}) => {
    const { clientId, clientSecret } = server.credentialsOf(name);
    const credentials = { SXO_CLIENT_ID: clientId, SXO_CLIENT_SECRET: clientSecret };
    const io = capturedIo(folder(), {
      env: { ...credentials, SXO_TOKEN_URL: server.tokenUrl, SXO_API_URL: server.apiUrl, ...env },
    });
    const code = await run(['tenant', ...line.split(' ')], io);
    const printed = io.out() + io.err();
    const newSecret = env.SXO_NEW_KEY_CLIENT_SECRET ?? clientSecret;
    for (const secret of [clientSecret, newSecret, ...server.tokens])
      assert.ok(!printed.includes(secret), 'a secret is printed');
    return { code, out: io.out(), err: io.err() };
  };
  const methodOf = (out: string): unknown => (JSON.parse(out) as { method: unknown }).method;
  const ctia = () => server.tenant('mixed').targets.find(({ name }) => name === 'CTIA_Target')?.properties as object;

  it('shows the method of each tenant', async () => {
    for (const { name } of tenants) {
      const { code, out } = await sxo(name, 'show --region us --format json');
      assert.deepEqual([code, methodOf(out)], [0, name]);
    }
  });

  it('saves a snapshot, from which the same is told', async () => {
    assert.equal((await sxo('mixed', 'snapshot --out mixed.json')).code, 0);
    const saved = readFileSync(join(folder(), 'mixed.json'), 'utf8');
    assert.ok(!saved.includes(server.credentialsOf('mixed').clientSecret));
    const { code, out } = await sxo('mixed', 'show --snapshot mixed.json --format json');
    assert.deepEqual([code, methodOf(out)], [0, 'mixed']);
  });

  it('takes credentials with the line end of a file', async () => {
    const SXO_CLIENT_SECRET = `${server.credentialsOf('mixed').clientSecret}\r\n`;
    assert.equal((await sxo('mixed', 'show', { SXO_CLIENT_SECRET })).code, 0);
  });

  it('replaces a snapshot by another one, and nothing else', async () => {
    assert.equal((await sxo('mixed', 'snapshot --out mixed.json')).code, 0);
    const { code, out } = await sxo('mixed', 'snapshot --out mixed.json --format json');
    assert.deepEqual([code, out.startsWith('{"version":1,"file":"mixed.json","targets":')], [0, true]);
    writeFileSync(join(folder(), 'workflow.json'), '{"workflow":{}}');
    for (const place of ['workflow.json', '.']) {
      const asked = server.requests.length;
      const refused = await sxo('mixed', `snapshot --out ${place}`);
      assert.equal(refused.code, 2);
      assert.match(refused.err, /is no snapshot, and is left as it is/);
      assert.equal(server.requests.length, asked, 'the tenant is not even asked');
    }
    assert.equal(readFileSync(join(folder(), 'workflow.json'), 'utf8'), '{"workflow":{}}');
  });

  it('switches nothing where a workflow could not be looked at, and says so', async () => {
    const { code, err } = await sxo('mixed', 'switch absent.json --key SecureX_Token --apply');
    assert.equal(code, 2);
    assert.match(err, /Nothing was switched, as not all workflows could be looked at\.\n$/);
    assert.ok(!server.requests.some(({ method }) => method === 'PUT'));
  });

  it('says that something is missing which could not be read', async () => {
    server.faults.add({ kind: 'odd-item', item: { id: 7, name: 'CTR_API' } }, { path: /targets$/, times: 1 });
    const { code, err } = await sxo('mixed', 'show');
    assert.equal(code, 0);
    assert.match(err, /^sxo: One target, key or group has a shape that cannot be read, and is missing here: /);
  });

  it('changes nothing without --apply', async () => {
    const before = ctia();
    const { code, out } = await sxo('mixed', 'switch --key SecureX_Token');
    assert.equal(code, 0);
    assert.match(
      out,
      /^CTIA_Target: no account key -> "SecureX_Token"\n {4}In the tenant, nothing hangs on CTIA_Target\.\n/,
    );
    assert.deepEqual(ctia(), before);
    assert.ok(!server.requests.some(({ method }) => method === 'PUT'));
  });

  it('switches with --apply, and saves the state before', async () => {
    assert.equal((await sxo('mixed', 'switch --key SecureX_Token --apply')).code, 0);
    const [saved] = readdirSync(folder()).filter((name) => name.startsWith('sxo-before-switch-'));
    assert.equal((await sxo('mixed', 'snapshot --out after.json')).code, 0);
    const { code, out } = await sxo('mixed', `diff ${saved ?? ''} after.json`);
    assert.equal(code, 1);
    assert.match(out, /^~ target CTIA_Target\n {4}account key: none -> SecureX_Token /);
  });

  it('puts back what it changed when the switch fails half-way', async () => {
    const before = ctia();
    server.faults.add({ kind: 'half-way' }, { method: 'PUT', times: 1 });
    const { code, err } = await sxo('mixed', 'switch --key SecureX_Token --apply');
    assert.equal(code, 2);
    assert.match(err, /sxo: The switch stopped\. [^\n]+\nPut back: CTIA_Target\.\n$/);
    assert.deepEqual(ctia(), before);
  });

  it('puts back also where nobody listens to it any more', async () => {
    const before = ctia();
    server.faults.add({ kind: 'half-way' }, { method: 'PUT', times: 1 });
    const { clientId, clientSecret } = server.credentialsOf('mixed');
    const captured = capturedIo(folder(), {
      env: {
        SXO_CLIENT_ID: clientId,
        SXO_CLIENT_SECRET: clientSecret,
        SXO_TOKEN_URL: server.tokenUrl,
        SXO_API_URL: server.apiUrl,
      },
    });
    const stderr = {
      write: (text: string) => {
        if (text.includes('stopped')) throw Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
      },
    };
    const line = ['tenant', 'switch', '--key', 'SecureX_Token', '--apply'];
    assert.equal(await run(line, { ...captured, stderr }), 141);
    assert.deepEqual(ctia(), before);
  });

  describe('targets', () => {
    const newKey = { SXO_NEW_KEY_CLIENT_ID: 'client-new', SXO_NEW_KEY_CLIENT_SECRET: 'password-of-the-new-key' };
    const held = () => server.tenant('token');
    const everything = () =>
      JSON.stringify([held().targets.map(({ name, properties }) => [name, properties]), held().runtimeUsers]);

    it('shows the way back, and changes nothing without --apply', async () => {
      const before = everything();
      const { code, out } = await sxo('token', 'targets --method legacy');
      assert.equal(code, 1, 'the API client is left to a person');
      assert.match(
        out,
        /\nCTR_API: "SecureX_Token" becomes no account key\n {4}In the tenant, nothing hangs on CTR_API\.\n/,
      );
      assert.match(out, /\n2 to create, 3 to change; nothing was changed\.\n$/);
      assert.equal((await sxo('token', 'targets --method legacy', newKey)).code, 0);
      assert.equal(everything(), before);
    });

    it('goes the way back with --apply, saves the state before, and keeps the new password to itself', async () => {
      const { code, err } = await sxo('token', 'targets --method legacy --apply', newKey);
      assert.equal(code, 0);
      assert.match(err, /^The state before is saved in sxo-before-targets-\d+\.json\.\n5 steps carried out\.\n$/);
      assert.equal(methodOf((await sxo('token', 'show --format json')).out), 'legacy');
      assert.equal((await sxo('token', 'snapshot --out after.json')).code, 0);
      for (const name of readdirSync(folder())) {
        assert.ok(!readFileSync(join(folder(), name), 'utf8').includes(newKey.SXO_NEW_KEY_CLIENT_SECRET), name);
      }
      const again = await sxo('token', 'targets --method legacy --apply', newKey);
      assert.deepEqual([again.code, again.err], [0, '']);
    });

    it('asks for the id and the password of a new key, and for what only a person can do', async () => {
      const before = everything();
      const { code, err } = await sxo('token', 'targets --method legacy --apply');
      assert.equal(code, 1);
      assert.match(
        err,
        /^sxo: Nothing was changed\. The new account key "CTR_Credentials" needs .* SXO_NEW_KEY_CLIENT_ID/,
      );
      assert.equal(everything(), before);
      const legacy = await sxo('legacy', 'targets --method token --suffix _Token --apply');
      assert.equal(legacy.code, 1);
      assert.match(legacy.err, /^sxo: Nothing was changed\. In the web console, create an account key/);
      assert.deepEqual(readdirSync(folder()), []);
    });

    it('undoes what it did when it fails half-way', async () => {
      const before = everything();
      server.faults.add({ kind: 'forbidden' }, { method: 'PUT', times: 1 });
      const { code, err } = await sxo('token', 'targets --method legacy --apply', newKey);
      assert.equal(code, 2);
      assert.match(err, /sxo: The plan was not finished\. .*\nAs before: CTR_For_Access_Token, CTR_Credentials\.\n$/);
      assert.equal(everything(), before);
    });

    it('says what stays', async () => {
      server.faults.add({ kind: 'half-way' }, { method: 'POST', path: /targets/, times: 1 });
      const { code, err } = await sxo('token', 'targets --method token --suffix _Token --apply');
      assert.equal(code, 2);
      assert.match(err, /\nsxo: CTR_API_Token could not be undone\. It is there, .* web console/);
    });
  });

  it('says what is wrong with the environment and with the answers', async () => {
    const cases: readonly (readonly [env: Readonly<Record<string, string>>, message: RegExp])[] = [
      [{ SXO_CLIENT_SECRET: '' }, /^sxo: A live tenant needs .* SXO_CLIENT_ID and SXO_CLIENT_SECRET/],
      [{ SXO_API_URL: 'http://example.com/api' }, /^sxo: SXO_API_URL must begin with https:/],
      [{ SXO_CLIENT_ID: 'client-unknown' }, /^sxo: The sign-in failed: the client id and password are not known/],
    ];
    for (const [env, message] of cases) {
      const { code, out, err } = await sxo('mixed', 'show', env);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, message);
    }
    server.faults.add({ kind: 'forbidden' }, { path: /targets/ });
    assert.match((await sxo('mixed', 'show')).err, /scope|role/);
  });
});
