import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles } from '../../src/cli/workflow-files';
import { putFiles, temporaryFolder } from './support/temporary-folder';

describe('workflow files', () => {
  const folder = temporaryFolder();
  const signal = new AbortController().signal;
  const find = async (...paths: string[]) => await findFiles(paths, { cwd: folder(), signal });
  const names = async (...paths: string[]) => (await find(...paths)).files.map(({ name }) => name);

  it('are the *.json below a folder, sorted, without node_modules and what is hidden', async () => {
    putFiles(folder(), {
      'b.json': '',
      'a/z.json': '',
      'a/b/c.json': '',
      'a.txt': '',
      'node_modules/x/package.json': '',
      'a/node_modules/y.json': '',
      '.git/config.json': '',
      '.hidden.json': '',
      'json': '',
    });
    assert.deepEqual(await names('.'), ['a/b/c.json', 'a/z.json', 'b.json']);
    assert.deepEqual(await names('./a/'), ['a/b/c.json', 'a/z.json']);
    assert.deepEqual(await names('a/../a'), ['a/b/c.json', 'a/z.json']);
    assert.deepEqual(await names('a/b', '.'), ['a/b/c.json', 'a/z.json', 'b.json'], 'no file twice');
    assert.deepEqual(await names(folder()), [`${folder()}/a/b/c.json`, `${folder()}/a/z.json`, `${folder()}/b.json`]);
  });

  it('are told by their ending in small letters or large, as the editor does', async () => {
    putFiles(folder(), { 'x.JSON': '', 'y.Json': '', 'z.jsonl': '' });
    assert.deepEqual(await names('.'), ['x.JSON', 'y.Json']);
  });

  it('are taken by name whatever they are called, and wherever they are', async () => {
    putFiles(folder(), { 'x.workflow': '', 'node_modules/y.json': '', '.z.json': '' });
    assert.deepEqual(await names('x.workflow', 'node_modules/y.json', './.z.json', 'missing'), [
      'x.workflow',
      'node_modules/y.json',
      '.z.json',
      'missing',
    ]);
    assert.deepEqual(await names('node_modules'), ['node_modules/y.json']);
  });

  it('know where they are below their argument, and whether they were named', async () => {
    putFiles(folder(), { 'in/a/x.json': '', 'y.json': '' });
    const { files } = await find('in', 'y.json', '-');
    assert.deepEqual(
      files.map(({ relative, named, path }) => [relative.replaceAll('\\', '/'), named, path]),
      [
        ['a/x.json', false, join(folder(), 'in/a/x.json')],
        ['y.json', true, join(folder(), 'y.json')],
        ['', true, null],
      ],
    );
    assert.deepEqual((await find('in', 'in/a/x.json')).files.map(({ named }) => named), [true], 'named as well as walked');
  });

  it('are found through links to files and a link that is named, never through a link to a folder', async () => {
    putFiles(folder(), { 'a/x.json': '' });
    symlinkSync(join(folder(), 'a'), join(folder(), 'a/loop'));
    symlinkSync(join(folder(), 'a'), join(folder(), 'a/loop.json'));
    symlinkSync(join(folder(), 'a/x.json'), join(folder(), 'y.json'));
    symlinkSync(join(folder(), 'a'), join(folder(), 'link'));
    assert.deepEqual(await names('.'), ['a/x.json', 'y.json']);
    assert.deepEqual(await names('link'), ['link/x.json']);
  });

  it('leave out the folder that is written to', async () => {
    putFiles(folder(), { 'x.json': '', 'out/x.json': '' });
    const found = await findFiles(['.'], { cwd: folder(), signal }, join(folder(), 'out'));
    assert.deepEqual(found.files.map(({ name }) => name), ['x.json']);
  });

  it('may lie in a folder that cannot be read, which is said', async function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') {
      console.log('      skipped: nothing is unreadable for this user');
      this.skip();
    }
    putFiles(folder(), { 'x.json': '' });
    mkdirSync(join(folder(), 'closed'), { mode: 0 });
    const found = await find('.');
    assert.deepEqual(found.files.map(({ name }) => name), ['x.json']);
    assert.deepEqual(found.unreadable, [{ name: 'closed', problem: 'Permission denied.' }]);
  });
});
