import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { run } from '../../src/cli/run';
import { capturedIo } from './support/captured-io';
import { fakeService } from './support/fake-service';
import { getFiles, putFiles, temporaryFolder, type Files } from './support/temporary-folder';

const clean = '{"workflow": {}}\n';
const legacy = '{\n  "workflow": ["LEGACY"]\n}\n';
const note = '{"workflow": "NOTE"}';
const foreign = '{"name": "something else"}';
const broken = '{"workflow": ';

describe('sxo check', () => {
  const folder = temporaryFolder();
  const check = async (files: Files, line: string, overrides: Parameters<typeof capturedIo>[1] = {}) => {
    putFiles(folder(), files);
    const io = capturedIo(folder(), overrides);
    const code = await run(['check', ...line.split(' ')], io, fakeService);
    return { code, out: io.out(), err: io.err() };
  };

  const exitCodes: readonly (readonly [expected: number, files: Files, line: string])[] = [
    [0, { 'x.json': clean }, 'x.json'],
    [0, { 'x.json': note }, 'x.json'],
    [1, { 'x.json': legacy }, 'x.json'],
    [0, { 'x.json': legacy }, 'x.json --fail-on error'],
    [0, { 'x.json': legacy }, 'x.json --fail-on never'],
    [1, { 'x.json': note }, 'x.json --fail-on info'],
    [0, { 'x.json': foreign }, 'x.json'],
    [0, { 'x.txt': broken }, '.'],
    [2, { 'x.json': broken }, 'x.json'],
    [2, { 'x.txt': 'no JSON at all' }, 'x.txt'],
    [0, { 'x.txt': `\ufeff${foreign}` }, 'x.txt'],
    [2, { 'x.json': broken }, '. --fail-on never'],
    [2, { 'x.json': broken, 'y.json': legacy }, '.'],
    [2, { 'x.json': legacy }, 'x.json missing.json'],
    [2, { 'x.json': Buffer.from([0xff, 0xfe]) }, '.'],
    [2, {}, 'missing'],
    [2, {}, '. --format xml'],
  ];
  for (const [expected, files, line] of exitCodes) {
    it(`exits with ${expected}: ${line} of ${JSON.stringify(files)}`, async () => {
      assert.equal((await check(files, line)).code, expected);
      assert.deepEqual(Object.keys(getFiles(folder())), Object.keys(files), 'a check writes nothing');
    });
  }

  it('goes on after a file that cannot be read, with one line about it', async () => {
    const { out, err } = await check({ 'a.json': Buffer.from([0x22, 0xff]), 'b.json': legacy }, '. missing.json');
    assert.equal(
      err,
      'sxo: a.json: The file is not valid UTF-8; save it as UTF-8.\nsxo: missing.json: There is no such file or folder.\n',
    );
    assert.match(out, /^b\.json:2:17: warning: A token is passed\. \[access-token-input\]\n/);
  });

  it('does not say that nothing was found where something could not be read, nor count that as read', async () => {
    assert.equal(
      (await check({}, 'missing.json')).out,
      '1 file or folder could not be read; no findings in 0 workflow files (0 files read).\n',
    );
    assert.match(
      (await check({ 'b.json': legacy }, 'b.json missing.json gone.json')).out,
      /\n1 finding in 1 workflow file \(1 file read\): 1 warning; 1 with a safe fix\. 2 files or folders could not be read\.\n$/,
    );
  });

  it('is silent about foreign files in folders, and says so of one that was named', async () => {
    const files = { 'd/x.json': foreign };
    assert.equal((await check(files, 'd')).out, 'Nothing found in 0 workflow files (1 file read).\n');
    assert.match(
      (await check(files, 'd/x.json')).out,
      /^d\/x\.json: This is no workflow export, so there is nothing to check\.\n/,
    );
  });

  it('reads standard input', async () => {
    const { code, out } = await check({}, '- --format json', { input: legacy });
    assert.equal(code, 1);
    assert.deepEqual(
      (JSON.parse(out) as { files: { file: string }[] }).files.map(({ file }) => file),
      ['<stdin>'],
    );
  });

  it('writes JSON with the documented keys in their order', async () => {
    const { out } = await check(
      { 'a.json': legacy, 'b.json': Buffer.from([0xff, 0xfe]), 'c.json': foreign },
      '. --format json',
    );
    assert.equal(
      out,
      [
        '{"version":1,"files":[',
        '{"file":"a.json","diagnostics":[{"code":"access-token-input","severity":"warning","message":"A token is passed.",' +
          '"range":{"start":{"line":1,"character":16},"end":{"line":1,"character":22}},"path":["workflow",0],"fixable":true}]},',
        '{"file":"b.json","diagnostics":[],"error":"The file is UTF-16; save it as UTF-8."},',
        '{"file":"c.json","diagnostics":[]}',
        '],"summary":{"files":2,"workflows":1,"errors":0,"warnings":1,"infos":0,"fixable":1,"suppressed":0,"unreadable":1}}',
        '',
      ].join('\n'),
    );
  });

  it('writes annotations that no name and no text can break', async () => {
    const { out } = await check({ 'a, b:50%.json': legacy, 'd.json': broken }, '. --format github');
    assert.equal(
      out,
      [
        '::warning file=a%2C b%3A50%25.json,line=2,endLine=2,col=17,endColumn=22,title=access-token-input::A token is passed.',
        '::error file=d.json,line=1,endLine=1,col=1,endColumn=1,title=json-syntax::This is no JSON.',
        '2 findings in 2 workflow files (2 files read): 1 error, 1 warning; 1 with a safe fix.',
        '',
      ].join('\n'),
    );
  });

  it('colours only where it may', async () => {
    assert.ok((await check({ 'x.json': legacy }, '.', { colour: true })).out.includes('\u001b[33mwarning\u001b[39m'));
    assert.ok(!(await check({ 'x.json': legacy }, '.')).out.includes('\u001b'));
  });

  it('lets no control character through to a terminal', async () => {
    const { out, err } = await check({}, 'no\u001b[31mthing');
    assert.ok(!/\p{Cc}/u.test((out + err).replaceAll('\n', '')), 'an escape got through');
    assert.equal(err, 'sxo: no [31mthing: There is no such file or folder.\n');
  });

  it('hands --securex-target to the service', async () => {
    let targets: readonly string[] = [];
    putFiles(folder(), { 'x.json': clean });
    await run(
      ['check', 'x.json', '--securex-target', 'Mine', '--securex-target', 'Yours'],
      capturedIo(folder()),
      (host) => {
        targets = host.configuration('').secureXTargets;
        return fakeService(host);
      },
    );
    assert.deepEqual(targets, ['Mine', 'Yours']);
  });

  it('turns a mistake of ours into one line, and goes on', async () => {
    putFiles(folder(), { 'a.json': clean, 'b.json': legacy });
    const failing: typeof fakeService = (host) => ({
      ...fakeService(host),
      diagnose: (document) => {
        if (document.text === clean) throw new RangeError('Maximum call stack size exceeded');
        return fakeService(host).diagnose(document);
      },
    });
    for (const debug of [false, true]) {
      const io = capturedIo(folder(), { debug });
      assert.equal(await run(['check', '.'], io, failing), 2);
      assert.match(
        io.err(),
        /sxo: a\.json: Something unexpected happened: Maximum call stack size exceeded\. Set SXO_DEBUG=1 to see where\.\n$/,
      );
      assert.equal(io.err().includes('    at '), debug, 'a stack is for those who ask');
      assert.match(io.out(), /^b\.json:2:17: warning: /);
    }
  });

  it('stops between two files when interrupted, with a report that is whole', async () => {
    const interruption = new AbortController();
    putFiles(folder(), { 'a.json': clean, 'b.json': clean, 'c.json': clean });
    const io = capturedIo(folder(), { signal: interruption.signal });
    const code = await run(['check', '.', '--format', 'json'], io, (host) => ({
      ...fakeService(host),
      diagnose: () => {
        interruption.abort();
        return [];
      },
    }));
    assert.equal(code, 130);
    assert.deepEqual((JSON.parse(io.out()) as { files: unknown }).files, [{ file: 'a.json', diagnostics: [] }]);
    assert.equal(io.err(), 'sxo: Interrupted after 1 of 3 files.\n');
  });

  it('does not wait for standard input when interrupted', async () => {
    const interruption = new AbortController();
    const io = capturedIo(folder(), { signal: interruption.signal, stdin: new Readable({ read: () => undefined }) });
    setTimeout(() => {
      interruption.abort();
    }, 10);
    assert.equal(await run(['check', '-'], io, fakeService), 130);
  });

  it('is quiet when the reader of its output has gone', async () => {
    const gone = () => Promise.reject(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    putFiles(folder(), { 'x.json': legacy });
    const io = capturedIo(folder(), { stdout: { write: gone } });
    assert.equal(await run(['check', '.'], io, fakeService), 141);
    assert.equal(io.err(), '');
  });
});
