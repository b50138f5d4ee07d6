import assert from 'node:assert/strict';
import { EndpointProblem, parseEndpoints } from '../../src/tenant/endpoints';
import { regionEndpoints, regionOf, regions } from '../../src/tenant/regions';

describe('addresses given by hand', () => {
  const good = 'https://api.example.com/api';
  const refused = (address: string, message: RegExp): void => {
    const problem = (error: unknown): boolean => error instanceof EndpointProblem && message.test(error.message);
    assert.throws(() => parseEndpoints(address, good), problem, address);
    assert.throws(() => parseEndpoints(good, address), problem, address);
  };

  it('are none where none is set', () => {
    assert.equal(parseEndpoints(undefined, undefined), undefined);
    assert.equal(parseEndpoints('', ''), undefined);
  });

  it('may be https anywhere, and lose the slash at their end', () => {
    assert.deepEqual(parseEndpoints('https://login.example.com:8443/oauth2/token', 'https://api.example.com/api/'), {
      token: 'https://login.example.com:8443/oauth2/token',
      api: 'https://api.example.com/api',
    });
    assert.equal(parseEndpoints(good, 'https://api.example.com')?.api, 'https://api.example.com');
  });

  it('may be http on this computer only', () => {
    for (const host of ['127.0.0.1', '127.8.9.10:8080', '127.1', 'localhost:3000', '[::1]:99', 'LOCALHOST']) {
      assert.ok(parseEndpoints(`http://${host}/token`, `http://${host}/api`), host);
    }
    const others = ['example.com', '10.0.0.1', '127.0.0.1.example.com', 'localhost.example.com', '[::2]', '0.0.0.0'];
    for (const host of others) refused(`http://${host}/api`, /must begin with https:\/\//);
    refused('http://127.0.0.1@example.com/', /must begin with https:\/\//);
    refused('ftp://127.0.0.1/', /must begin with https:\/\//);
  });

  it('hold no credentials, no query and no fragment, and are not repeated in the message', () => {
    refused('https://me:hunter2@example.com/api', /^SXO_\w+ holds a name or a password\.(?!.*hunter2)/);
    refused('https://example.com/api?key=1', /goes on with \? or #/);
    refused('https://example.com/api#x', /goes on with \? or #/);
    refused('hunter2', /is not an address\.(?!.*hunter2)/);
  });

  it('come together: a token of one server is no use to another', () => {
    assert.throws(() => parseEndpoints(good, undefined), /SXO_TOKEN_URL is set without SXO_API_URL/);
    assert.throws(() => parseEndpoints('', good), /SXO_API_URL is set without SXO_TOKEN_URL/);
  });

  it('of a region are known for what they are', () => {
    for (const region of regions) assert.equal(regionOf({ ...regionEndpoints[region] }), region);
    assert.equal(regionOf({ token: good, api: good }), undefined);
    assert.equal(regionOf({ token: regionEndpoints.us.token, api: regionEndpoints.eu.api }), undefined);
  });
});
