import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { root } from '../support/repository';
import { capturedIo } from './support/captured-io';
import { putFiles, temporaryFolder } from './support/temporary-folder';

describe('sxo graph', () => {
  const folder = temporaryFolder();

  it('tells what it finds in the words that were chosen', async () => {
    putFiles(folder(), { 'a.json': readFileSync(join(root, 'samples/direct-input.json')) });
    for (const [vocabulary, token] of [
      ['securex', 'With the SecureX Token account key on'],
      ['xdr', 'With the Cisco XDR Token account key on'],
    ] as const) {
      const io = capturedIo(folder());
      assert.equal(await run(['graph', 'a.json', '--format', 'svg', '--vocabulary', vocabulary], io), 0, io.err());
      assert.ok(io.out().includes(token), io.out());
    }
  });
});
