// The way to a tenant is the editor's: the proxy that the editor was told of is asked.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { openExplorer } from './explorer-page.mjs';

describe('the explorer behind a proxy', () => {
  const asked = [];
  let explorer, proxy;

  before(async () => {
    proxy = createServer().on('connect', ({ url }, socket) => {
      asked.push(url);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    explorer = await openExplorer([], { 'http.proxy': `http://127.0.0.1:${proxy.address().port}`, 'http.proxySupport': 'override' });
  });

  after(async () => {
    await explorer?.close();
    proxy.close();
  });

  it('goes through the proxy of the settings, and says where to look when that fails', async () => {
    await explorer.signIn('legacy', 'https://tenant.example.com');
    const error = explorer.line('Error: ');
    await error.waitFor();
    assert.match(await error.getAttribute('aria-label'), /tenant\.example\.com cannot be reached\. Check the network, and the proxy settings\./);
    assert.ok(asked.length > 0, 'the proxy was not asked');
    assert.deepEqual([...new Set(asked)], ['tenant.example.com:443']);
  });
});
