import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ServiceFactory } from '../../src/cli/node-host';
import { run } from '../../src/cli/run';
import { beforeImport, beforeLegacyImport } from '../../src/core/before-import';
import { bothVocabularies } from '../../src/core/vocabulary';
import { capturedIo } from './support/captured-io';
import { fakeService } from './support/fake-service';
import { getFiles, putFiles, temporaryFolder, type Files } from './support/temporary-folder';

const clean = '\ufeff{"workflow": "ü"}\r\n';
const legacy = '{\n  "workflow": ["LEGACY"]\n}';
const migrated = '{\n  "workflow": [""]\n}';
const partial = '{"workflow": ["LEGACY", "MANUAL"]}';
const foreign = '{"name": "LEGACY"}';
const broken = '{"workflow": LEGACY';

const bytes = (text: string) => Buffer.from(text).toString('latin1');

describe('sxo migrate', () => {
  const folder = temporaryFolder();
  const migrate = async (
    files: Files,
    line: string,
    overrides: Parameters<typeof capturedIo>[1] = {},
    service = fakeService,
  ) => {
    putFiles(folder(), files);
    const io = capturedIo(folder(), overrides);
    const code = await run(['migrate', ...line.split(' ')], io, service);
    return { code, out: io.out(), err: io.err() };
  };

  const exitCodes: readonly (readonly [expected: number, files: Files, line: string])[] = [
    [0, { 'x.json': clean }, '.'],
    [0, { 'x.json': legacy }, '.'],
    [0, { 'x.json': legacy }, '. --write'],
    [0, { 'x.json': foreign }, 'x.json'],
    [1, { 'x.json': partial }, '.'],
    [1, { 'x.json': partial }, '. --write'],
    [1, { 'x.json': partial }, '. --diff'],
    [2, { 'x.json': broken }, '. --write'],
    [2, { 'x.json': broken, 'y.json': partial }, '.'],
    [2, { 'x.txt': 'no JSON at all' }, 'x.txt'],
    [2, { 'x.json': legacy }, '. missing'],
    [2, { 'x.json': legacy }, '. --write --out o'],
  ];
  for (const [expected, files, line] of exitCodes) {
    it(`exits with ${expected}: ${line} of ${JSON.stringify(files)}`, async () => {
      assert.equal((await migrate(files, line)).code, expected);
    });
  }

  it('changes no file unless asked to', async () => {
    const files = { 'a.json': legacy, 'b.json': partial, 'c.json': broken };
    for (const line of ['.', '. --diff', '. --format json']) {
      await migrate(files, line);
      assert.deepEqual(getFiles(folder()), files, line);
    }
  });

  it('--write replaces what can be migrated, the safe part of what cannot, and nothing else', async () => {
    const { out, err } = await migrate(
      { 'a.json': legacy, 'b.json': partial, 'c.json': broken, 'd.json': foreign, 'e.json': clean },
      '. --write',
    );
    assert.deepEqual(getFiles(folder()), {
      'a.json': migrated,
      'b.json': '{"workflow": ["", "MANUAL"]}',
      'c.json': broken,
      'd.json': foreign,
      'e.json': bytes(clean),
    });
    assert.equal(
      out,
      [
        'a.json: migrated, 1 change',
        '  The token input of "Call" is emptied.',
        'b.json: migrated in part, 1 change, 1 left to you',
        '  The token input of "Call" is emptied.',
        'b.json:1:26: left to you: The script "Run" takes a token; change it by hand. [token-needs-review]',
        '1 file migrated, 1 in part or not at all, 1 without a token passed by hand, 1 no workflow, 1 failed; 2 files written. 1 thing left to you.',
        beforeImport(bothVocabularies, []),
        '',
      ].join('\n'),
    );
    assert.equal(err, 'sxo: c.json: The file is no valid JSON.\n');
  });

  it('--write refuses a file that changed since it was read, and goes on with the others', async () => {
    const meddling: ServiceFactory = (host) => ({
      ...fakeService(host),
      planMigration: (document) => {
        if (document.uri.endsWith('/a.json')) writeFileSync(join(folder(), 'a.json'), `${legacy} `);
        return fakeService(host).planMigration(document);
      },
    });
    const { code, out, err } = await migrate(
      { 'a.json': legacy, 'b.json': legacy },
      '. --write --format json',
      {},
      meddling,
    );
    assert.equal(code, 2);
    assert.deepEqual(getFiles(folder()), { 'a.json': `${legacy} `, 'b.json': migrated });
    assert.equal(err, 'sxo: a.json: Not written: The file has changed since it was read; run the command again.\n');
    assert.match(
      out,
      /\n\{"file":"a\.json","status":"failed","changes":\[\],"manual":\[\],"error":"Not written: [^"]+"\},\n/,
    );
  });

  it('--diff prints a patch and nothing else; what is left to a person goes beside it', async () => {
    const { out, err } = await migrate({ 'a.json': legacy, 'b.json': partial, 'c.json': foreign }, '. --diff');
    assert.equal(
      out,
      '--- a/a.json\n+++ b/a.json\n@@ -1,3 +1,3 @@\n {\n-  "workflow": ["LEGACY"]\n+  "workflow": [""]\n }\n\\ No newline at end of file\n' +
        '--- a/b.json\n+++ b/b.json\n@@ -1,1 +1,1 @@\n-{"workflow": ["LEGACY", "MANUAL"]}\n\\ No newline at end of file\n' +
        '+{"workflow": ["", "MANUAL"]}\n\\ No newline at end of file\n',
    );
    const [left, ...rest] = err.split('\n');
    assert.match(left ?? '', /^b\.json:1:26: left to you: /);
    assert.deepEqual(rest, [
      '1 file can be migrated, 1 in part or not at all, 1 no workflow. 1 thing left to you.',
      beforeImport(bothVocabularies, []),
      '',
    ]);
  });

  it('--diff names files from the current folder, whatever way the PATH went', async () => {
    for (const line of [join(folder(), 'sub'), `../${basename(folder())}/sub`]) {
      const { out } = await migrate({ 'sub/a.json': legacy }, `${line} --diff`);
      assert.deepEqual(out.match(/^\+\+\+ .*$/gm), ['+++ b/sub/a.json'], line);
    }
  });

  it('--diff names a file once, however many links lead to it', async () => {
    putFiles(folder(), { 'a.json': legacy });
    symlinkSync(join(folder(), 'a.json'), join(folder(), 'b.json'));
    const { out } = await migrate({}, '. --diff');
    assert.deepEqual(out.match(/^--- .*$/gm), ['--- a/a.json']);
  });

  it('--out writes every workflow below its argument, unchanged ones byte for byte, and leaves the inputs alone', async () => {
    const files = {
      'in/a.json': legacy,
      'in/d/e.json': clean,
      'in/foreign.json': foreign,
      'in/broken.json': broken,
      'x.workflow': partial,
    };
    await migrate(files, 'in x.workflow --out new/place');
    const inputs = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytes(text)]));
    const expected = {
      ...inputs,
      'new/place/a.json': migrated,
      'new/place/d/e.json': bytes(clean),
      'new/place/x.workflow': '{"workflow": ["", "MANUAL"]}',
    };
    assert.deepEqual(getFiles(folder()), expected);
    await migrate({}, 'in x.workflow --out new/place');
    assert.deepEqual(getFiles(folder()), expected, 'a second time it writes the same');
  });

  it('--out inside a folder that is walked does not migrate its own output', async () => {
    await migrate({ 'a.json': legacy }, '. --out new');
    await migrate({}, '. --out new');
    assert.deepEqual(getFiles(folder()), { 'a.json': legacy, 'new/a.json': migrated });
  });

  const refused: readonly (readonly [what: string, line: string, message: RegExp])[] = [
    [
      'two files would meet',
      'in other --out new',
      /^sxo: in\/x\.json and other\/x\.json would both be written to .*x\.json; give each its own --out\./,
    ],
    [
      'it is the folder itself',
      'in --out in',
      /^sxo: --out would replace the input in\/x\.json; use --write for that, or name another folder\./,
    ],
    ['it is the folder under another name', 'in --out link', /^sxo: --out would replace the input in\/x\.json;/],
    [
      'it would replace another input',
      'in other/x.json --out other',
      /^sxo: --out would replace the input other\/x\.json;/,
    ],
    [
      'there is a file of that name',
      'in --out other/x.json',
      /^sxo: --out needs a folder, and .*x\.json is a file\. /,
    ],
  ];
  for (const [what, line, message] of refused) {
    it(`--out refuses before it writes when ${what}`, async () => {
      putFiles(folder(), { 'in/x.json': legacy, 'other/x.json': legacy });
      symlinkSync(join(folder(), 'in'), join(folder(), 'link'));
      const before = getFiles(join(folder(), 'in'));
      const { code, err, out } = await migrate({}, line);
      assert.equal(code, 2);
      assert.match(err, message);
      assert.equal(out, '');
      assert.deepEqual(getFiles(join(folder(), 'in')), before);
      assert.deepEqual(getFiles(join(folder(), 'other')), { 'x.json': legacy });
    });
  }

  it('reads standard input for a report and for a patch', async () => {
    assert.match((await migrate({}, '-', { input: legacy })).out, /^<stdin>: can be migrated, 1 change\n/);
    assert.match((await migrate({}, '- --diff', { input: legacy })).out, /^--- a\/<stdin>\n/);
  });

  it('answers for every file that was named', async () => {
    const { out } = await migrate({ 'a.json': clean, 'b.json': foreign }, 'a.json b.json');
    assert.match(
      out,
      /^a\.json: No generated token is passed by hand, so there is nothing to migrate\.\nb\.json: This is no workflow export, so there is nothing to migrate\.\n/,
    );
  });

  it('writes JSON with the documented keys in their order', async () => {
    const { out } = await migrate(
      { 'a.json': partial, 'b.json': foreign, 'c.json': broken, 'd.json': clean },
      '. --format json',
    );
    assert.equal(
      out,
      [
        '{"version":1,"files":[',
        '{"file":"a.json","status":"partial","changes":[{"kind":"empty-input","workflow":"Toy","activity":"toy_1","title":"Call",' +
          '"message":"The token input of \\"Call\\" is emptied."}],"manual":[{"code":"token-needs-review","workflow":"Toy","activity":null,' +
          '"title":"Run","message":"The script \\"Run\\" takes a token; change it by hand.",' +
          '"range":{"start":{"line":0,"character":25},"end":{"line":0,"character":31}}}]},',
        '{"file":"b.json","status":"skipped","changes":[],"manual":[]},',
        '{"file":"c.json","status":"failed","changes":[],"manual":[],"error":"The file is no valid JSON."},',
        '{"file":"d.json","status":"unchanged","changes":[],"manual":[]}',
        '],"summary":{"files":4,"migrated":0,"partial":1,"unchanged":1,"skipped":1,"failed":1,"changes":1,"manual":1,"suppressed":0,"written":0}}',
        '',
      ].join('\n'),
    );
  });

  it('hands its options to the service', async () => {
    const seen: unknown[] = [];
    const watching: ServiceFactory = (host) => ({
      ...fakeService(host),
      planMigration: (document, options) => {
        const { updateDescription, secureXTargets, ...atomics } = host.configuration(document.uri);
        const { replaceRetiredAtomics, replaceKeptAtomics } = atomics;
        seen.push([
          options?.assumeOptional,
          updateDescription,
          secureXTargets,
          replaceRetiredAtomics,
          replaceKeptAtomics,
        ]);
        return fakeService(host).planMigration(document, options);
      },
    });
    await migrate({ 'a.json': clean }, 'a.json', {}, watching);
    await migrate({}, 'a.json --assume-optional --keep-description --securex-target Mine', {}, watching);
    await migrate({}, 'a.json --keep-retired --replace-kept', {}, watching);
    assert.deepEqual(seen, [
      [false, true, [], true, false],
      [true, false, ['Mine'], true, false],
      [false, true, [], false, true],
    ]);
  });

  it('--to legacy asks for the way back, and --to token for what it does anyway', async () => {
    const modern = '{"workflow": ["MODERN"]}';
    const { out } = await migrate({ 'a.json': modern }, 'a.json --to legacy --write');
    assert.equal(getFiles(folder())['a.json'], '{"workflow": ["LEGACY"]}');
    assert.equal(
      out,
      [
        'a.json: converted, 1 change',
        '  The token is passed to "Call".',
        '1 file converted; 1 file written.',
        beforeLegacyImport(['']),
        '',
      ].join('\n'),
    );
    const back = await migrate({ 'a.json': modern }, 'a.json --to token');
    assert.match(back.out, /nothing to migrate/);
  });

  it('stops between two files when interrupted, each of them whole', async () => {
    const interruption = new AbortController();
    const interrupting: ServiceFactory = (host) => ({
      ...fakeService(host),
      planMigration: (document) => {
        if (document.uri.endsWith('/b.json')) interruption.abort();
        return fakeService(host).planMigration(document);
      },
    });
    const files = { 'a.json': legacy, 'b.json': legacy, 'c.json': legacy };
    const { code, err } = await migrate(files, '. --write', { signal: interruption.signal }, interrupting);
    assert.equal(code, 130);
    assert.deepEqual(getFiles(folder()), { 'a.json': migrated, 'b.json': migrated, 'c.json': legacy });
    assert.equal(err, 'sxo: Interrupted after 2 of 3 files; every file is whole.\n');
  });
});
