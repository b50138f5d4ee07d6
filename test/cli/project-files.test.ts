import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultConfiguration } from '../../src/core/host';
import { covers } from '../../src/cli/covers';
import { ProjectFiles } from '../../src/cli/project-files';
import { capturedIo } from './support/captured-io';
import { putFiles, temporaryFolder } from './support/temporary-folder';

describe('the project file of a workflow', () => {
  const folder = temporaryFolder();
  const off = (rule: string) => Buffer.from(JSON.stringify({ version: 1, severities: { [rule]: 'off' } }));
  const severitiesFor = (path: string, projects = new ProjectFiles(capturedIo(folder()))) =>
    projects.configurationOf(pathToFileURL(join(folder(), path)).href, defaultConfiguration).severities;

  it('is the nearest one upwards, and no other', () => {
    putFiles(folder(), { '.sxo.json': off('token-target'), 'flows/.sxo.json': off('token-refresh') });
    assert.deepEqual(severitiesFor('flows/deep/down/a.json'), { 'token-refresh': 'off' });
    assert.deepEqual(severitiesFor('other/a.json'), { 'token-target': 'off' });
  });

  it('is not looked for outside the repository', () => {
    putFiles(folder(), { '.sxo.json': off('token-target'), 'inner/flows/a.json': Buffer.from('') });
    mkdirSync(join(folder(), 'inner/.git'));
    assert.deepEqual(severitiesFor('inner/flows/a.json'), {});
  });

  it('of standard input is that of the current folder', () => {
    putFiles(folder(), { '.sxo.json': off('token-target') });
    const projects = new ProjectFiles(capturedIo(folder()));
    const { severities } = projects.configurationOf('untitled:stdin.json', defaultConfiguration);
    assert.deepEqual(severities, { 'token-target': 'off' });
  });

  it('has a problem where it cannot be read', () => {
    putFiles(folder(), { 'a/.sxo.json': Buffer.from([0xff, 0xfe, 0x7b]) });
    mkdirSync(join(folder(), 'b/.sxo.json'), { recursive: true });
    const projects = new ProjectFiles(capturedIo(folder()));
    severitiesFor('a/a.json', projects);
    severitiesFor('b/b.json', projects);
    assert.deepEqual(
      projects.all.map(({ name, file }) => [
        name,
        file.problems.map(({ message }) => message.replace(/ Until .*/, '')),
      ]),
      [
        ['a/.sxo.json', ['It cannot be read. The file is UTF-16; save it as UTF-8.']],
        ['b/.sxo.json', ['It cannot be read. This is a folder, not a file.']],
      ],
    );
  });

  it('is judged in full only where all under it was asked about', () => {
    const cwd = folder();
    assert.ok(covers(['.'], join(cwd, 'flows'), cwd));
    assert.ok(covers(['other', 'flows'], join(cwd, 'flows'), cwd));
    assert.ok(!covers(['flows/deep', '-', 'flowsome'], join(cwd, 'flows'), cwd));
  });
});
