import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileDefinitions } from '../../src/cli/file-definitions';
import { findFiles } from '../../src/cli/workflow-files';
import { putFiles, temporaryFolder } from './support/temporary-folder';

const definition = (id: string, title = '') =>
  JSON.stringify({ workflow: { title, unique_name: `definition_workflow_${id}`, variables: [] } }, undefined, 2);

describe('the definitions in the files of a run', () => {
  const folder = temporaryFolder();
  const signal = new AbortController().signal;
  const definitions = async (...paths: string[]) => {
    const found = new FileDefinitions();
    found.lookIn((await findFiles(paths, { cwd: folder(), signal })).files);
    return found;
  };
  const uri = (name: string) => pathToFileURL(join(folder(), name)).href;

  it('are found by the id, with the text as it is', async () => {
    const text = `\ufeff${definition('03B', 'Ünïcödé 🔑')}`;
    putFiles(folder(), {
      'a.json': definition('03A'),
      'b.json': text,
      'c.json': '{"calls":"definition_workflow_03C"}',
    });
    const found = await definitions('.');
    assert.deepEqual(found.of('03B'), [{ uri: uri('b.json'), text }]);
    assert.deepEqual(found.of('03C'), [], 'a call is no definition');
    assert.deepEqual(found.of('03'), [], 'the beginning of an id is none');
  });

  it('are found in a large file after a small one, and in a small one after a large', async () => {
    const large = definition('03L', 'x'.repeat(100_000));
    putFiles(folder(), { 'a.json': definition('03A'), 'b.json': large, 'c.json': definition('03C') });
    const found = await definitions('.');
    for (const [id, name] of [
      ['03A', 'a.json'],
      ['03L', 'b.json'],
      ['03C', 'c.json'],
    ] as const) {
      assert.deepEqual(
        found.of(id).map((each) => each.uri),
        [uri(name)],
      );
    }
  });

  it('are told once where a link leads to the same file, and twice where there are two', async () => {
    putFiles(folder(), { 'a.json': definition('03A'), 'b.json': definition('03B'), 'c.json': definition('03B') });
    symlinkSync(join(folder(), 'a.json'), join(folder(), 'z.json'));
    const found = await definitions('.');
    assert.deepEqual(
      found.of('03A').map((each) => each.uri),
      [uri('a.json')],
    );
    assert.deepEqual(
      found.of('03B').map((each) => each.uri),
      [uri('b.json'), uri('c.json')],
    );
  });

  it('are none in what cannot be read, on standard input, and beside a file that stands alone', async () => {
    putFiles(folder(), { 'a.json': definition('03A'), 'b.json': Buffer.from([0xff, 0xfe]) });
    assert.deepEqual((await definitions('b.json', 'missing.json', '-')).of('03A'), []);
    assert.deepEqual((await definitions('a.json')).of('03A'), []);
  });
});
