import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { ApiClient } from '../../src/tenant/api/api-client';
import { tolerantList } from '../../src/tenant/api/tolerant-list';
import { fakeFetch, gate, type FakeAnswer, type Sent } from './support/fake-fetch';
import { failureOf, never } from './support/live';
import { TestClock } from './support/test-clock';

const endpoints = { token: 'https://login.example.com/token', api: 'https://api.example.com/api' };
const schema = z.looseObject({ value: z.number() });

/** A client with a token, before an API that answers as told. */
function clientOf(answer: (sent: Sent, count: number) => FakeAnswer | Promise<FakeAnswer>) {
  const clock = new TestClock();
  let tokens = 0;
  let count = 0;
  const { fetch, sent } = fakeFetch((request) =>
    request.url === endpoints.token
      ? { body: { access_token: `token-${++tokens}`, expires_in: 600 } }
      : answer(request, ++count),
  );
  const credentials = () => Promise.resolve({ clientId: 'client-1', clientSecret: 'secret' });
  const api = new ApiClient({ fetch, clock, credentials }, endpoints);
  const request = { schema, failure: 'It failed' };
  return {
    api,
    clock,
    /** Without the requests for tokens. */
    sent: () => sent.filter(({ url }) => url !== endpoints.token),
    get: (path = '/v1/x', signal = never()) => api.get({ ...request, path, signal }),
    put: (path = '/v1/x', signal = never()) => api.put({ ...request, path, signal, body: { a: 1 } }),
  };
}

const failing = (status: number, retryAfter?: string, times = Infinity) =>
  clientOf((_sent, count) =>
    count > times
      ? { body: { value: count } }
      : { status, headers: retryAfter === undefined ? {} : { 'Retry-After': retryAfter } },
  );

describe('the API client', () => {
  it('sends its token, and on a change the body', async () => {
    const { get, put, sent } = clientOf(() => ({ body: { value: 1 } }));
    await get('/v1/x?y=z');
    await put();
    const [read, change] = sent() as [Sent, Sent];
    assert.equal(read.url, 'https://api.example.com/api/v1/x?y=z');
    assert.deepEqual(read.headers, { Authorization: 'Bearer token-1', Accept: 'application/json' });
    assert.equal(read.body, undefined);
    assert.deepEqual([change.method, change.body], ['PUT', '{"a":1}']);
    assert.equal(change.headers['Content-Type'], 'application/json');
  });

  for (const status of [429, 500, 503]) {
    it(`tries three times more on ${status}, each after a longer pause`, async () => {
      const patient = failing(status, undefined, 3);
      assert.deepEqual(await patient.get(), { value: 4 });
      assert.deepEqual(patient.clock.pauses, [500, 1000, 2000]);
      const desperate = failing(status);
      await failureOf(desperate.get(), status === 429 ? 'rate-limit' : 'server');
      assert.equal(desperate.sent().length, 4);
    });
  }

  it('waits as long as it is told, in either spelling', async () => {
    for (const [header, pause] of [
      ['7', 7000],
      ['7s', 7000],
      [' 10 S ', 10_000],
      ['0', 0],
      ['soon', 500],
      ['-1', 500],
    ] as const) {
      const { get, clock } = failing(429, header, 1);
      await get();
      assert.deepEqual(clock.pauses, [pause], header);
    }
  });

  it('does not wait for minutes, but tells them', async () => {
    for (const [header, seconds, words] of [
      ['3557', 3557, 'Try again in 60 minutes.'],
      ['3172s', 3172, 'Try again in 53 minutes.'],
      ['11', 11, 'Try again in a minute.'],
    ] as const) {
      const { get, clock, sent } = failing(429, header);
      const error = await failureOf(get(), 'rate-limit');
      assert.equal(error.retryAfterSeconds, seconds);
      assert.ok(error.message.includes(words), error.message);
      assert.deepEqual([clock.pauses, sent().length], [[], 1]);
    }
  });

  it('does not repeat what was wrong or refused, nor any change', async () => {
    for (const [status, kind] of [
      [400, 'rejected'],
      [403, 'forbidden'],
      [404, 'not-found'],
      [409, 'conflict'],
    ] as const) {
      const { get, sent } = failing(status);
      await failureOf(get(), kind);
      assert.equal(sent().length, 1);
    }
    const changing = failing(500);
    const error = await failureOf(changing.put(), 'server');
    assert.match(error.message, /Whether the change was made is not known/);
    assert.equal(changing.sent().length, 1);
    const limited = failing(429, '1');
    await failureOf(limited.put(), 'rate-limit');
    assert.equal(limited.sent().length, 1);
  });

  it('takes a new token when the old one is refused, and only once', async () => {
    const renewed = clientOf((_sent, count) => (count === 1 ? { status: 401 } : { body: { value: 1 } }));
    await renewed.put();
    assert.deepEqual(
      renewed.sent().map(({ headers }) => headers.Authorization),
      ['Bearer token-1', 'Bearer token-2'],
    );
    const refused = failing(401);
    await failureOf(refused.get(), 'expired');
    assert.equal(refused.sent().length, 2);
  });

  it('asks once for all who ask the same, but not for who asks something else', async () => {
    const door = gate<FakeAnswer>();
    const { get, sent } = clientOf(() => door.opened);
    const asked = [get('/v1/x'), get('/v1/x'), get('/v1/y')];
    door.open({ body: { value: 1 } });
    await Promise.all(asked);
    assert.deepEqual(
      sent()
        .map(({ url }) => url.slice(endpoints.api.length))
        .sort(),
      ['/v1/x', '/v1/y'],
    );
    await get('/v1/x');
    assert.equal(sent().length, 3, 'an answer was kept');
  });

  it('lets one of many askers leave, and gives up when none is left', async () => {
    const door = gate<FakeAnswer>();
    const out = gate();
    const { get, sent, clock } = clientOf(() => {
      out.open();
      return door.opened;
    });
    const [first, second] = [new AbortController(), new AbortController()];
    const leaving = [get('/v1/x', first.signal), get('/v1/x', second.signal)].map((asked) =>
      failureOf(asked, 'cancelled'),
    );
    await out.opened;
    first.abort();
    await leaving[0];
    assert.equal(sent()[0]?.signal.aborted, false);
    second.abort();
    await leaving[1];
    await new Promise(setImmediate);
    assert.equal(sent()[0]?.signal.aborted, true);
    assert.equal(clock.waiting, 0);
  });

  it('does not begin what is cancelled already', async () => {
    const { get, put, sent } = clientOf(() => ({ body: { value: 1 } }));
    const gone = new AbortController();
    gone.abort();
    await failureOf(get('/v1/x', gone.signal), 'cancelled');
    await failureOf(put('/v1/x', gone.signal), 'cancelled');
    assert.equal(sent().length, 0);
  });

  it('does not answer a question after a change with what was read before it', async () => {
    const door = gate<FakeAnswer>();
    const { get, put } = clientOf((_sent, count) => (count === 1 ? door.opened : { body: { value: count } }));
    const before = get();
    await put();
    assert.deepEqual(await get(), { value: 3 });
    door.open({ body: { value: 1 } });
    assert.deepEqual(await before, { value: 1 });
  });

  it('forgets the token on signing out', async () => {
    const { api, get, sent } = clientOf(() => ({ body: { value: 1 }, headers: { 'X-Ratelimit-Org-Limit': '8000' } }));
    await get();
    assert.deepEqual(api.quota, { limit: 8000 });
    api.forget();
    assert.equal(api.quota, undefined);
    await get();
    assert.equal(sent()[1]?.headers.Authorization, 'Bearer token-2');
  });

  it('remembers the quota that the last answer told', async () => {
    const { api, get } = clientOf((_sent, count) => ({
      body: { value: 1 },
      headers: count === 1 ? { 'X-Ratelimit-Org-Limit': '8000', 'X-Ratelimit-Org-Remaining': '7990' } : {},
    }));
    assert.equal(api.quota, undefined);
    await get();
    await get();
    assert.deepEqual(api.quota, { limit: 8000, remaining: 7990 });
  });

  it('names what the server says, in the order in which it may say it', async () => {
    const words = async (answer: FakeAnswer): Promise<string> => {
      const error = await failureOf(clientOf(() => ({ status: 400, ...answer })).get(), 'rejected');
      return error.message.replace(/^.*\(HTTP 400\)\.\s?/, '');
    };
    const headers = { message: 'from', description: 'headers', code: '7' };
    assert.equal(
      await words({ body: { message: 'm', description: 'd', code: 3, error: 'e' } }),
      'The server says: "m, d, 3".',
    );
    assert.equal(await words({ body: { error: 'e', error_description: 'ed' }, headers }), 'The server says: "e, ed".');
    assert.equal(await words({ body: '', headers }), 'The server says: "from, headers, 7".');
    assert.equal(await words({ body: '<html>secret page</html>' }), '');
    assert.equal(await words({ body: '', headers: { 'X-Request-Id': 'abc-1' } }), 'Request id: abc-1.');
    assert.equal(await words({ body: '', headers: { 'X-Request-Id': '<b>no id</b>' } }), '');
    assert.equal((await words({ body: { message: 'x'.repeat(999) } })).length, 'The server says: "...".'.length + 200);
  });

  it('masks the token where a server repeats it', async () => {
    const { get } = clientOf(() => ({ status: 400, body: { message: 'bad token-1', description: 'Bearer abc.def' } }));
    const { message } = await failureOf(get(), 'rejected');
    assert.match(message, /The server says: "bad \*{5}, Bearer \*{5}"\.$/);
  });

  it('tells a bad certificate from a bad network, by nothing but the code of the system', async () => {
    const thrown = (code: string) => {
      const cause = Object.assign(new Error('token-1'), { code });
      return failureOf(clientOf(() => Promise.reject(new TypeError('token-1', { cause }))).get(), 'unreachable');
    };
    const offline = await thrown('ENOTFOUND');
    assert.equal(
      offline.message,
      'It failed: api.example.com cannot be reached. Check the network, and the proxy settings. (ENOTFOUND)',
    );
    assert.equal(offline.cause, undefined);
    assert.match(
      (await thrown('SELF_SIGNED_CERT_IN_CHAIN')).message,
      /the certificate of api\.example\.com is not trusted/,
    );
    assert.match((await thrown('token-1 in a code')).message, /proxy settings\.$/);
  });

  it('leaves out of a list what is no item, and counts it; null is an empty list', async () => {
    const list = (body: unknown) =>
      clientOf(() => ({ body })).api.get({ path: '/l', schema: tolerantList(schema), failure: 'No', signal: never() });
    assert.deepEqual(await list([{ value: 1, more: 2 }, null, 'x', { value: 'y' }]), {
      items: [{ value: 1, more: 2 }],
      leftOut: 3,
    });
    assert.deepEqual(await list('null'), { items: [], leftOut: 0 });
    for (const body of [{ items: [] }, '"x"', '3']) await failureOf(list(body), 'unexpected-answer');
  });
});
