import assert from 'node:assert/strict';
import { mkdirSync, openSync, closeSync, ftruncateSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { largestFile, readStandardInput, readWorkflow } from '../../src/cli/read-workflow';
import { FileProblem } from '../../src/cli/file-problem';
import { putFiles, temporaryFolder } from './support/temporary-folder';

describe('reading a workflow', () => {
  const folder = temporaryFolder();
  const read = (content: string | Buffer) => {
    putFiles(folder(), { 'x.json': content });
    return readWorkflow(join(folder(), 'x.json'));
  };
  const refused = (content: Buffer, message: RegExp) => {
    assert.throws(() => read(content), (error) => error instanceof FileProblem && message.test(error.message));
  };

  it('keeps every byte: mark, line endings, characters outside ASCII, missing newline', () => {
    for (const text of ['\uFEFF{}', '{\r\n}\r\n', '{"a":"ü€😀"}', '{}', '']) assert.equal(read(text), text);
    assert.deepEqual(Buffer.from(read('\uFEFF{"ü": 1}\r')), Buffer.from('\uFEFF{"ü": 1}\r'));
  });

  it('refuses other encodings and binary content', () => {
    refused(Buffer.from('\uFEFF{}', 'utf16le'), /^The file is UTF-16; save it as UTF-8\.$/);
    refused(Buffer.from('\uFEFF{}', 'utf16le').swap16(), /^The file is UTF-16;/);
    refused(Buffer.from('{}', 'utf16le'), /^The file is binary, or UTF-16 without a mark;/);
    refused(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), /^The file is binary,/);
    refused(Buffer.from('{"a":"ü"}', 'latin1'), /^The file is not valid UTF-8; save it as UTF-8\.$/);
  });

  it('says what cannot be read at all', () => {
    mkdirSync(join(folder(), 'd.json'));
    assert.throws(() => readWorkflow(join(folder(), 'd.json')), /This is a folder, not a file\./);
    assert.throws(() => readWorkflow(join(folder(), 'none.json')), /There is no such file or folder\./);
    const huge = openSync(join(folder(), 'huge.json'), 'w');
    ftruncateSync(huge, largestFile + 1);
    closeSync(huge);
    assert.throws(() => readWorkflow(join(folder(), 'huge.json')), /The file is larger than 32 MiB;/);
  });

  it('refuses a device, which might never end', function () {
    if (process.platform === 'win32') this.skip();
    assert.throws(() => readWorkflow('/dev/zero'), /This is no regular file;/);
  });

  it('takes standard input, also where a character is split over two chunks', async () => {
    const bytes = Buffer.from('{"a":"€"}');
    const { signal } = new AbortController();
    assert.equal(await readStandardInput(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), signal), '{"a":"€"}');
    await assert.rejects(readStandardInput(Readable.from([Buffer.from([0xff])]), signal), /not valid UTF-8/);
  });

  it('does not take more of standard input than of a file', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1024 * 1024, ' ');
      })(),
    );
    await assert.rejects(readStandardInput(endless, new AbortController().signal), /larger than 32 MiB/);
  });
});
