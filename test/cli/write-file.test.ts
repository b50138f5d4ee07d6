import assert from 'node:assert/strict';
import { chmodSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { FileProblem } from '../../src/cli/file-problem';
import { replaceFile, writeFile } from '../../src/cli/write-file';
import { getFiles, putFiles, temporaryFolder } from './support/temporary-folder';

describe('writing a file', () => {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder(), name);
  const problem = (message: RegExp) => (error: unknown) => error instanceof FileProblem && message.test(error.message);

  it('replaces it whole, by another file, and leaves nothing else behind', () => {
    putFiles(folder(), { 'x.json': 'old' });
    const before = statSync(at('x.json')).ino;
    replaceFile(at('x.json'), 'old', 'new ü');
    assert.equal(readFileSync(at('x.json'), 'utf8'), 'new ü');
    assert.notEqual(statSync(at('x.json')).ino, before, 'written in place, which is not atomic');
    assert.deepEqual(Object.keys(getFiles(folder())), ['x.json']);
  });

  it('keeps the mode', function () {
    if (process.platform === 'win32') this.skip();
    putFiles(folder(), { 'x.json': 'old' });
    chmodSync(at('x.json'), 0o640);
    replaceFile(at('x.json'), 'old', 'new');
    assert.equal(statSync(at('x.json')).mode & 0o7777, 0o640);
  });

  it('follows a link to its target, and leaves the link a link', () => {
    putFiles(folder(), { 'real/x.json': 'old' });
    symlinkSync(join('real', 'x.json'), at('link.json'));
    replaceFile(at('link.json'), 'old', 'new');
    assert.ok(lstatSync(at('link.json')).isSymbolicLink());
    assert.equal(readFileSync(at('real/x.json'), 'utf8'), 'new');
  });

  it('refuses a file that changed since it was read, whatever its time and size', () => {
    putFiles(folder(), { 'x.json': 'new' });
    assert.throws(
      () => {
        replaceFile(at('x.json'), 'old', 'migrated');
      },
      problem(/^Not written: The file has changed since it was read; run the command again\.$/),
    );
    assert.deepEqual(getFiles(folder()), { 'x.json': 'new' });
  });

  it('refuses a file that has gone', () => {
    assert.throws(
      () => {
        replaceFile(at('x.json'), 'old', 'new');
      },
      problem(/^Not written: There is no such file or folder\.$/),
    );
    assert.deepEqual(getFiles(folder()), {});
  });

  it('refuses a read-only file, whoever asks', () => {
    putFiles(folder(), { 'x.json': 'old' });
    chmodSync(at('x.json'), 0o444);
    assert.throws(() => {
      replaceFile(at('x.json'), 'old', 'new');
    }, /^Error: Not written: (?:The file is read-only|Permission denied)\.$/);
    assert.equal(readFileSync(at('x.json'), 'utf8'), 'old');
  });

  it('refuses a read-only file and a read-only folder', function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') {
      console.log('      skipped: nothing is read-only for this user');
      this.skip();
    }
    putFiles(folder(), { 'x.json': 'old', 'd/y.json': 'old' });
    chmodSync(at('x.json'), 0o444);
    chmodSync(at('d'), 0o555);
    try {
      for (const name of ['x.json', 'd/y.json']) {
        assert.throws(
          () => {
            replaceFile(at(name), 'old', 'new');
          },
          problem(/^Not written: Permission denied\.$/),
        );
      }
      assert.deepEqual(getFiles(folder()), { 'd/y.json': 'old', 'x.json': 'old' });
    } finally {
      chmodSync(at('d'), 0o755);
    }
  });

  it('makes a new one with its folders, or replaces one that is there', () => {
    writeFile(at('a/b/x.json'), 'one');
    writeFile(at('a/b/x.json'), 'two');
    assert.deepEqual(getFiles(folder()), { 'a/b/x.json': 'two' });
    if (process.platform !== 'win32') assert.equal(statSync(at('a/b/x.json')).mode & 0o111, 0);
  });

  it('names the place where it could not', () => {
    mkdirSync(at('a/x.json'), { recursive: true });
    putFiles(folder(), { b: '' });
    const refused = (name: string) => {
      assert.throws(
        () => {
          writeFile(at(name), 'text');
        },
        (error) => error instanceof FileProblem && error.message.startsWith(`Not written to ${at(name)}: `),
      );
    };
    refused('a/x.json');
    refused('b/x.json');
    assert.deepEqual(getFiles(folder()), { b: '' });
  });
});
