import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSnapshot, printSnapshot, SnapshotError, type Snapshot } from '../../src/tenant/snapshot';
import { differenceOf } from '../../src/tenant/state/difference';
import { verdictOn } from '../../src/tenant/state/method';
import { stateOfSnapshot } from '../../src/tenant/state/state-of';
import { describeExamples, examples, exampleSnapshot, read } from './support/examples';
import * as make from './support/objects';

const head = { version: 1, takenAt: '2024-02-20T16:02:41Z' };
const parse = (value: object): Snapshot => parseSnapshot(JSON.stringify(value));

describe('reading a snapshot', () => {
  it('takes null for an empty list, and what is not there, and keeps what it does not know', () => {
    assert.deepEqual(parse({ ...head, targets: null, extra: { deep: [1] } }), {
      ...head,
      targets: [],
      runtime_users: [],
      target_groups: [],
      extra: { deep: [1] },
    });
    const odd = { ...make.target('CTR_API'), unheard: 'of' };
    assert.deepEqual(parse({ ...head, targets: [odd] }).targets, [odd]);
  });

  it('takes a byte order mark', () => {
    assert.equal(parseSnapshot(`\uFEFF${JSON.stringify(head)}`).version, 1);
  });

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['no JSON', '{"password": hunter2', /not valid JSON/],
    ['the answer of one call', '[]', /no object with a "version"/],
    ['another version', '{"version":2}', /has the version 2/],
    ['no time', '{"version":1,"takenAt":"yesterday"}', /takenAt should be a time/],
    ['a region that is none', JSON.stringify({ ...head, region: 'mars' }), /region should be one of us, eu, apjc\./],
    ['a target without an id', JSON.stringify({ ...head, targets: [{}] }), /targets\[0\]\.id should be a string\./],
    ['a list that is none', JSON.stringify({ ...head, runtime_users: {} }), /runtime_users should be an array\./],
  ];
  for (const [what, text, message] of refused) {
    it(`refuses ${what}, says where, and quotes nothing`, () => {
      assert.throws(
        () => parseSnapshot(text),
        (error) => error instanceof SnapshotError && message.test(error.message) && !error.message.includes('hunter2'),
      );
    });
  }
});

/** Where something secret may stand; each gets the secret and hides it there. */
const hidingPlaces: readonly ((secret: string) => Partial<Snapshot>)[] = [
  (secret) => ({ runtime_users: [make.accountKey('Key', make.basicType, { properties: { basic_username: secret } })] }),
  (secret) => ({
    runtime_users: [make.accountKey('Key', make.basicType, { properties: { nested: [{ any: secret }] } })],
  }),
  (secret) => ({ runtime_users: [make.accountKey('Key', make.basicType, { invalid_properties: [secret] })] }),
  (secret) => ({
    targets: [make.target('A', { properties: { proxy_url: `http://${secret}:${secret}@proxy.example.com` } })],
  }),
  (secret) => ({ targets: [make.target('A', { properties: { proxy_url: `${secret}:x@proxy.example.com:80` } })] }),
  (secret) => ({ targets: [make.target('A', { properties: { host: `${secret}:${secret}@mail.example.com` } })] }),
  (secret) => ({ targets: [make.target('A', { properties: { server: `https://jo:${secret}@example.com/v1` } })] }),
  (secret) => ({ targets: [make.target('A', { properties: { api_key: secret } })] }),
  (secret) => ({ targets: [make.target('A', { properties: { clientSecret: { deep: [secret] } } })] }),
  (secret) => ({ targets: [make.target('A', { properties: { list: [{ Password: secret }] } })] }),
  (secret) => ({ targets: [make.target('A', { more: { metadata: { access_token: secret } } })] }),
  (secret) => ({ target_groups: [{ id: 'g', Token: [secret] }] }),
  (secret) => ({ token: secret }) as Partial<Snapshot>,
];

describe('printing a snapshot', () => {
  it('never lets a secret through, wherever one may stand', () => {
    const secrets = fc.stringMatching(/^[A-Za-z0-9!#$%&*+=_~-]{4,20}$/).map((text) => `s3cr3t-${text}`);
    fc.assert(
      fc.property(secrets, fc.subarray([...hidingPlaces], { minLength: 1 }), (secret, places) => {
        const parts = places.map((place) => place(secret));
        const whole = parts.reduce<Snapshot>((sum, part) => ({ ...sum, ...part }), make.snapshot([]));
        for (const one of [whole, ...parts.map((part) => ({ ...make.snapshot([]), ...part }))]) {
          const printed = printSnapshot(one);
          assert.ok(!printed.includes('s3cr3t') && !printed.includes(secret), printed);
        }
      }),
    );
  });

  it('is not the only guard: no state holds a secret either', () => {
    for (const place of hidingPlaces) {
      const state = stateOfSnapshot({ ...make.snapshot([]), ...place('s3cr3t') });
      assert.ok(!JSON.stringify(state).includes('s3cr3t'));
    }
  });

  it('shows no secret in what is made of a state', () => {
    const properties = { host: 'jo:s3cr3t@visibility.amp.cisco.com', path: '/iroh?a=b&x_api_key=s3cr3t?&c=d' };
    const state = stateOfSnapshot(make.snapshot([make.target('CTR_API', { properties })]));
    const [target] = state.targets;
    assert.deepEqual([target?.host, target?.path], ['*****@visibility.amp.cisco.com', '/iroh?a=b&x_api_key=*****&c=d']);
    assert.ok(
      !JSON.stringify([verdictOn(state), differenceOf(stateOfSnapshot(make.snapshot([])), state)]).includes('s3cr3t'),
    );
  });

  it('takes no longer for long texts', () => {
    const texts = ['a', '?', '?pass', '://', 'a@', '&a=', 'x://a'].map((text) => text.repeat(100_000));
    const started = performance.now();
    for (const text of texts) {
      const target = make.target('A', { properties: { host: text, notes: text }, more: { owner: text } });
      printSnapshot(make.snapshot([target]));
      stateOfSnapshot(make.snapshot([target]));
    }
    assert.ok(performance.now() - started < 5000);
  });

  it('masks whom it belongs to, and no other name', () => {
    const people = { owner: 'jo@example.com', created_by: 'system', updated_by: 'Jo <jo@example.com>' };
    const { targets } = parseSnapshot(printSnapshot(make.snapshot([make.target('CTR_API', { more: people })])));
    assert.deepEqual(
      [targets[0]?.owner, targets[0]?.created_by, targets[0]?.updated_by, targets[0]?.name],
      ['*****', 'system', 'Jo <*****>', 'CTR_API'],
    );
  });

  it('leaves a proxy without a login, and addresses with an at sign in the path, as they are', () => {
    const properties = { proxy_url: 'http://proxy.example.com:8080', path: '/users/@me' };
    const { targets } = parseSnapshot(printSnapshot(make.snapshot([make.target('A', { properties })])));
    const printed = targets[0]?.properties;
    assert.deepEqual([printed?.proxy_url, printed?.path], Object.values(properties));
  });

  it('prints the same again, and misses nothing that a verdict needs', () => {
    const keys = [make.accountKey('CTR_Credentials', make.tokenType)];
    const before = make.snapshot(
      [make.target('CTR_API', { ...make.platform, key: make.keyId('CTR_Credentials') })],
      keys,
    );
    const after = parseSnapshot(printSnapshot(before));
    assert.deepEqual(after, before);
    assert.equal(printSnapshot(parseSnapshot(printSnapshot(after))), printSnapshot(after));
  });
});

describeExamples('printing the example tenants', () => {
  it('keeps all but the people', () => {
    for (const name of examples) {
      const before = exampleSnapshot(name);
      const printed = printSnapshot(before);
      assert.doesNotMatch(printed, /@example\.com/);
      assert.deepEqual(
        parseSnapshot(printed),
        JSON.parse(JSON.stringify(before).replaceAll('admin@example.com', '*****')),
      );
    }
  });

  it('drops the properties of a key that came by its id', () => {
    const key = read('runtime_user-by-id.basic') as Snapshot['runtime_users'][number];
    assert.doesNotMatch(
      printSnapshot({ ...make.snapshot([]), runtime_users: [key] }),
      /properties|basic_(?:user|pass)/,
    );
  });
});
