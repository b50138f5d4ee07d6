import assert from 'node:assert/strict';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { callerOf, ownAtomic } from '../support/own-atomic';
import { printJson } from '../support/print-json';
import { capturedIo } from './support/captured-io';
import { getFiles, putFiles, temporaryFolder } from './support/temporary-folder';

const atomic = printJson(ownAtomic());
const caller = printJson(callerOf());

describe('sxo migrate, of files that hang together', () => {
  const folder = temporaryFolder();
  const migrate = async (line: string) => {
    const io = capturedIo(folder());
    const code = await run(['migrate', ...line.split(' ')], io);
    return { code, out: io.out(), err: io.err() };
  };

  it('writes none of them where one cannot be written', async () => {
    putFiles(folder(), { 'a.json': atomic, 'b.json': caller });
    chmodSync(join(folder(), 'b.json'), 0o444);
    const before = getFiles(folder());
    const { code, err } = await migrate('. --write');
    assert.deepEqual([code, getFiles(folder())], [2, before]);
    assert.equal(err.match(/b\.json belongs to the same migration, so nothing of it was changed/g)?.length, 2);
  });

  it('writes none of them with --out where one cannot be written, and leaves what was there', async () => {
    putFiles(folder(), {
      'in/a.json': atomic,
      'in/b.json': caller,
      'in/c.json': printJson(callerOf({ title: 'Idle', actions: [] })),
    });
    putFiles(folder(), { 'out/a.json': 'old', 'out/b.json/is/a/folder': '' });
    const { code, err } = await migrate('in --out out');
    assert.equal(code, 2);
    assert.equal(err.match(/b\.json belongs to the same migration, so nothing of it was changed/g)?.length, 2, err);
    const left = getFiles(folder());
    assert.deepEqual(
      [left['out/a.json'], Object.keys(left).filter((name) => name.startsWith('out/'))],
      ['old', ['out/a.json', 'out/b.json/is/a/folder', 'out/c.json']],
    );
  });

  it('writes all of them with --out, those that stay as they are, too', async () => {
    putFiles(folder(), { 'in/a.json': atomic, 'in/b.json': caller });
    await migrate('in --out out');
    assert.match((await migrate('out')).out, /0 files can be migrated/);
    const { err } = await migrate('in/a.json --out alone');
    assert.deepEqual([err, getFiles(folder())['alone/a.json']], ['', atomic]);
  });

  it('takes a link to one of them for no other file', async () => {
    putFiles(folder(), { 'a.json': atomic, 'b.json': caller });
    symlinkSync('a.json', join(folder(), 'c.json'));
    const { code, out } = await migrate('. --write');
    assert.deepEqual([code, /2 files migrated.*; 2 files written/.test(out)], [0, true], out);
    assert.match((await migrate('.')).out, /0 files can be migrated/);
  });

  it('sees them in whatever order and way they are named', async () => {
    putFiles(folder(), { 'x/a.json': atomic, 'y/b.json': caller });
    assert.match((await migrate('y/b.json x --diff')).out, /x\/a\.json[^]*is_required": false/);
  });
});
