import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '../../src/tenant/snapshot';
import { createTenantClient } from '../../src/tenant/tenant-client';
import { root } from '../support/repository';
import { startTenantServer } from './server/tenant-server';
import type { TenantDefinition } from './server/tenant-state';
import { never, platformFetch } from './support/live';
import { TestClock } from './support/test-clock';

const folder = join(root, 'samples/tenants');
const samples = readdirSync(folder).map((file) => ({
  name: file.replace('.json', ''),
  snapshot: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Snapshot,
}));

describe('the sample tenants', () => {
  it('are three', () => {
    assert.deepEqual(samples.map(({ name }) => name).sort(), ['legacy', 'mixed', 'token']);
  });

  for (const { name, snapshot } of samples) {
    it(`${name} has ids in the real format, invented, each once, and keys that are there`, () => {
      const objects = [...snapshot.targets, ...snapshot.runtime_users, ...snapshot.target_groups];
      const ids = objects.flatMap(({ id, unique_name }) => [id, String(unique_name).replace(/^[a-z_]+_/, '')]);
      for (const id of ids) assert.match(id, /^03[0-9A-Z]{11}[0-7][0-9A-Za-z]{21}$/);
      assert.equal(new Set(ids).size, ids.length);
      for (const { properties } of snapshot.targets) {
        const key = properties?.default_runtime_user_id;
        assert.equal(properties?.no_runtime_user, key === undefined);
        if (key !== undefined) assert.ok(snapshot.runtime_users.some(({ id }) => id === key));
      }
    });
  }

  it('come back from the server as they are in the files', async () => {
    const tenants: TenantDefinition[] = samples.map(({ name, snapshot }) => ({ name, ...snapshot }));
    const server = await startTenantServer({ tenants });
    try {
      for (const { name, snapshot } of samples) {
        const credentials = () => Promise.resolve(server.credentialsOf(name));
        const ports = { fetch: platformFetch, clock: new TestClock(), credentials };
        const client = createTenantClient(ports, { token: server.tokenUrl, api: server.apiUrl });
        assert.deepEqual({ ...(await client.takeSnapshot(never())), takenAt: snapshot.takenAt }, snapshot);
      }
    } finally {
      await server.close();
    }
  });
});
