import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/run';
import { printJson } from '../support/print-json';
import { root } from '../support/repository';
import * as build from '../support/workflow';
import { capturedIo } from './support/captured-io';
import { getFiles, putFiles, temporaryFolder } from './support/temporary-folder';

describe('sxo doc', () => {
  const folder = temporaryFolder();
  const sample = readFileSync(join(root, 'samples/direct-input.json'));

  it('writes a page and a picture for each workflow, and a list of all, the same each time', async () => {
    putFiles(folder(), { 'in/a.json': sample, 'in/deep/b.json': sample, 'in/other.json': '{}' });
    const first = capturedIo(folder());
    assert.equal(await run(['doc', 'in', '--out', 'out'], first), 0, first.err());
    assert.equal(first.out(), '2 pages written into "out".\n');
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

  it("writes no picture where the page is somebody else's", async () => {
    putFiles(folder(), { 'in/a.json': sample, 'out/a.md': 'My own words.\n' });
    await run(['doc', 'in', '--out', 'out'], capturedIo(folder()));
    assert.deepEqual(Object.keys(getFiles(folder())), ['in/a.json', 'out/a.md']);
  });

  it('writes pages beside the workflows, which it leaves as they are', async () => {
    const inputs = { 'in/a.json': sample, 'in/deep/b.JSON': sample };
    putFiles(folder(), inputs);
    for (const round of ['first', 'second']) {
      const io = capturedIo(folder());
      assert.equal(await run(['doc', 'in', '--out', 'in'], io), 0, `${round}: ${io.err()}`);
      assert.equal(io.out(), '2 pages written into "in".\n');
    }
    const files = getFiles(folder());
    const pages = [
      'in/README.md',
      'in/a.json',
      'in/a.md',
      'in/a.svg',
      'in/deep/b.JSON',
      'in/deep/b.md',
      'in/deep/b.svg',
    ];
    assert.deepEqual(Object.keys(files), pages);
    for (const [name, content] of Object.entries(inputs)) assert.equal(files[name], content.toString('latin1'));
  });

  it('describes workflows inside the folder that it writes into', async () => {
    putFiles(folder(), { 'in/out/a.json': sample });
    const io = capturedIo(folder());
    assert.equal(await run(['doc', 'in', '--out', 'in/out'], io), 0, io.err());
    assert.ok(getFiles(folder())['in/out/out/a.md'] !== undefined);
  });

  it('refuses a file in the place of the folder', async () => {
    putFiles(folder(), { 'in/a.json': sample, out: '' });
    const io = capturedIo(folder());
    assert.equal(await run(['doc', 'in', '--out', 'out'], io), 2);
    assert.match(io.err(), /^sxo: --out needs a folder, and .*out is a file\. See sxo --help\.$/m);
  });

  it('keeps headings and links short, whatever the title', async () => {
    const text = printJson(build.workflow({ title: 'x'.repeat(1_000_000), description: 'y'.repeat(1_000_000) }));
    putFiles(folder(), { 'in/a.json': text });
    const io = capturedIo(folder());
    assert.equal(await run(['doc', 'in', '--out', 'out'], io), 0, io.err());
    const files = getFiles(folder());
    assert.ok((files['out/README.md'] ?? '').length < 1000);
    const [heading = ''] = /^# .*$/m.exec(files['out/a.md'] ?? '') ?? [];
    assert.match(heading, /^# x{200}/);
    assert.ok(heading.length < 300);
  });

  it('speaks of APIs by the name of the product', async () => {
    const small = { unique_name: 'definition_workflow_03', title: 'Small', type: 'generic.workflow' };
    putFiles(folder(), { 'a.json': printJson({ workflow: small }) });
    for (const [args, product] of [
      [[], 'SecureX'],
      [['--vocabulary', 'securex'], 'SecureX'],
      [['--vocabulary', 'xdr'], 'Cisco XDR'],
    ] as const) {
      const io = capturedIo(folder());
      assert.equal(await run(['doc', 'a.json', ...args], io), 0, io.err());
      assert.ok(io.out().includes(`\nIt calls no ${product} API.\n`), io.out());
    }
  });
});
