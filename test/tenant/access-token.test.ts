import assert from 'node:assert/strict';
import { AccessTokenSource } from '../../src/tenant/api/access-token';
import { fakeFetch, gate, type FakeAnswer, type Sent } from './support/fake-fetch';
import { failureOf, never } from './support/live';
import { TestClock, timeout } from './support/test-clock';

const credentials = { clientId: 'client-1', clientSecret: 'pässword' };

function source(answer: (sent: Sent, count: number) => FakeAnswer | Promise<FakeAnswer>) {
  const clock = new TestClock();
  let count = 0;
  const { fetch, sent } = fakeFetch((request) => answer(request, ++count));
  const ports = { fetch, clock, credentials: () => Promise.resolve(credentials) };
  return { clock, sent, tokens: new AccessTokenSource(ports, 'https://login.example.com/token', timeout) };
}

const numbered = (_sent: Sent, count: number): FakeAnswer => ({
  body: { access_token: `token-${count}`, token_type: 'bearer', expires_in: 600 },
});

describe('the access token', () => {
  it('is asked for as OAuth2 wants it', async () => {
    const { tokens, sent } = source(numbered);
    assert.equal(await tokens.get(never()), 'token-1');
    const [{ url, method, headers, body }] = sent as [Sent];
    assert.deepEqual(
      { url, method, body },
      { url: 'https://login.example.com/token', method: 'POST', body: 'grant_type=client_credentials' },
    );
    assert.equal(headers['Content-Type'], 'application/x-www-form-urlencoded');
    assert.equal(headers.Authorization, `Basic ${Buffer.from('client-1:pässword').toString('base64')}`);
  });

  it('serves until a minute before its end, and no longer', async () => {
    const { tokens, clock, sent } = source(numbered);
    await tokens.get(never());
    clock.advance(540_000 - 1);
    assert.equal(await tokens.get(never()), 'token-1');
    clock.advance(1);
    assert.equal(await tokens.get(never()), 'token-2');
    assert.equal(sent.length, 2);
  });

  it('that lives shorter than that serves for half its life', async () => {
    const { tokens, clock } = source((_sent, count) => ({ body: { access_token: `token-${count}`, expires_in: 30 } }));
    await tokens.get(never());
    clock.advance(14_999);
    assert.equal(await tokens.get(never()), 'token-1');
    clock.advance(1);
    assert.equal(await tokens.get(never()), 'token-2');
  });

  it('of which no end is told is taken to live ten minutes', async () => {
    const { tokens, clock } = source((_sent, count) => ({ body: { access_token: `token-${count}` } }));
    await tokens.get(never());
    clock.advance(539_999);
    assert.equal(await tokens.get(never()), 'token-1');
    clock.advance(1);
    assert.equal(await tokens.get(never()), 'token-2');
  });

  it('is asked for once by many, of whom one may leave', async () => {
    const door = gate<FakeAnswer>();
    const { tokens, sent } = source(() => door.opened);
    const leaving = new AbortController();
    const left = failureOf(tokens.get(leaving.signal), 'cancelled');
    const others = [tokens.get(never()), tokens.get(never())];
    leaving.abort();
    await left;
    door.open({ body: { access_token: 'shared', expires_in: 600 } });
    assert.deepEqual(await Promise.all(others), ['shared', 'shared']);
    assert.equal(sent.length, 1);
    assert.ok(sent[0]);
  });

  it('is given up when all have left, and asked for anew', async () => {
    const door = gate<FakeAnswer>();
    const { tokens, sent, clock } = source((request, count) => (count === 1 ? door.opened : numbered(request, count)));
    const leaving = new AbortController();
    const left = [tokens.get(leaving.signal), tokens.get(leaving.signal)].map((asked) => failureOf(asked, 'cancelled'));
    // Until the request is out.
    await new Promise(setImmediate);
    leaving.abort();
    await Promise.all(left);
    await new Promise(setImmediate);
    assert.ok(sent[0]?.signal.aborted);
    assert.equal(clock.waiting, 0);
    assert.equal(await tokens.get(never()), 'token-2');
  });

  it('is gone when forgotten, and no late answer brings it back', async () => {
    const door = gate<FakeAnswer>();
    const { tokens } = source((request, count) => (count === 1 ? door.opened : numbered(request, count)));
    const early = tokens.get(never());
    tokens.forget();
    assert.equal(await tokens.get(never()), 'token-2');
    door.open({ body: { access_token: 'late', expires_in: 600 } });
    assert.equal(await early, 'late');
    assert.equal(await tokens.get(never()), 'token-2');
  });

  it('that was refused is forgotten only where it has not been replaced yet', async () => {
    const { tokens, sent } = source(numbered);
    await tokens.get(never());
    tokens.forget('token-1');
    assert.equal(await tokens.get(never()), 'token-2');
    tokens.forget('token-1');
    assert.equal(await tokens.get(never()), 'token-2');
    assert.equal(sent.length, 2);
  });

  it('is not to be had where nobody is signed in', async () => {
    const { fetch, sent } = fakeFetch(() => ({}));
    const noCredentials = () => Promise.reject(new Error('no secret "hunter2"'));
    const ports = { fetch, clock: new TestClock(), credentials: noCredentials };
    const error = await failureOf(new AccessTokenSource(ports, 'https://x/t', timeout).get(never()), 'signed-out');
    assert.match(error.message, /^Nobody is signed in to this tenant\./);
    assert.equal(sent.length, 0);
  });

  it('is refused to a wrong client, which is told apart from a refused request', async () => {
    const answers = (status: number, body: unknown) => source(() => ({ status, body })).tokens.get(never());
    const wrong = await failureOf(answers(400, { error: 'invalid_client', error_description: 'no' }), 'bad-client');
    assert.match(wrong.message, /not known here.*another region.*The server says: "invalid_client, no"\./);
    await failureOf(answers(401, ''), 'bad-client');
    await failureOf(answers(400, { error: 'invalid_scope' }), 'rejected');
    await failureOf(answers(502, ''), 'server');
    await failureOf(answers(200, '<html>'), 'not-json');
    await failureOf(answers(200, { token: 'x' }), 'unexpected-answer');
    await failureOf(answers(200, { access_token: '' }), 'unexpected-answer');
  });
});
