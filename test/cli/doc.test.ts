import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/run';
import { root } from '../support/repository';
import { capturedIo } from './support/captured-io';
import { getFiles, putFiles, temporaryFolder } from './support/temporary-folder';

describe('sxo doc', () => {
  const folder = temporaryFolder();
  const sample = readFileSync(join(root, 'samples/direct-input.json'));

  it('writes a page and a picture for each workflow, and a list of all, the same each time', async () => {
    putFiles(folder(), { 'in/a.json': sample, 'in/deep/b.json': sample, 'in/other.json': '{}' });
    const first = capturedIo(folder());
    assert.equal(await run(['doc', 'in', '--out', 'out'], first), 0, first.err());
    assert.equal(first.out(), '2 pages written into out.\n');
    const files = getFiles(folder());
    assert.deepEqual(
      Object.keys(files).filter((name) => name.startsWith('out/')),
      ['out/README.md', 'out/a.md', 'out/a.svg', 'out/deep/b.md', 'out/deep/b.svg'],
    );
    assert.match(files['out/README.md'] ?? '', /\]\(deep\/b\.md\)/);
    assert.match(files['out/deep/b.md'] ?? '', /!\[[^\]]+\]\(b\.svg\)/);
    assert.equal(await run(['doc', 'in', '--out', 'out'], capturedIo(folder())), 0);
    assert.deepEqual(getFiles(folder()), files);
  });

  it('links to files whatever they are called', async () => {
    putFiles(folder(), { 'in/a (#1)? 50%/b(.json': sample });
    const io = capturedIo(folder());
    assert.equal(await run(['doc', 'in', '--out', 'out'], io), 0, io.err());
    const files = getFiles(folder());
    for (const from of ['out/README.md', 'out/a (#1)? 50%/b(.md']) {
      const link = /\]\(([^()\s#?]*)\)/.exec(files[from] ?? '')?.[1];
      assert.ok(link !== undefined, files[from]);
      assert.ok(files[join(dirname(from), decodeURIComponent(link))] !== undefined, link);
    }
  });

  it('says of a file that is nested too deeply that it is, and so does sxo graph', async () => {
    const deep = `{"workflow":{"unique_name":"definition_workflow_03","x":${'['.repeat(100_000)}`;
    putFiles(folder(), { 'in/a.json': deep });
    for (const line of ['doc in', 'graph in/a.json']) {
      const io = capturedIo(folder());
      assert.equal(await run(line.split(' '), io), 2);
      assert.equal(io.err().trim(), 'sxo: in/a.json: The file is nested too deeply to be read.');
    }
  });

  it('replaces no page that somebody else wrote', async () => {
    putFiles(folder(), { 'in/a.json': sample, 'out/a.md': 'My own words.\n' });
    const io = capturedIo(folder());
    assert.equal(await run(['doc', 'in', '--out', 'out'], io), 2);
    assert.match(io.err(), /a\.md was not written by sxo doc, and is left as it is\./);
    assert.equal(getFiles(folder())['out/a.md'], 'My own words.\n');
  });
});
