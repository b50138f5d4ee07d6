import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { putFiles, temporaryFolder } from './support/temporary-folder';

const root = join(__dirname, '../../..');
const main = join(root, 'out/src/cli/main.js');

describe('the executable', () => {
  const folder = temporaryFolder();
  const sxo = (args: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
      cwd: folder(),
      input,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  it('prints its version and its help', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    assert.deepEqual(sxo(['--version']), { status: 0, stdout: `${version}\n`, stderr: '' });
    for (const [args, first] of [
      [['--help'], 'sxo finds legacy token passing'],
      [['check', '--help'], 'Usage: sxo check PATH...'],
      [['migrate', '-h'], 'Usage: sxo migrate PATH...'],
      [['tenant', '--help'], 'Usage: sxo tenant COMMAND'],
      [['tenant', 'show', '-h'], 'Usage: sxo tenant show [PATH...]'],
      [['tenant', 'check', '-h'], 'Usage: sxo tenant check PATH...'],
      [['tenant', 'diff', '-h'], 'Usage: sxo tenant diff BEFORE AFTER'],
      [['tenant', 'switch', '-h'], 'Usage: sxo tenant switch [PATH...]'],
      [['tenant', 'snapshot', '-h'], 'Usage: sxo tenant snapshot --out FILE'],
    ] as const) {
      const { status, stdout, stderr } = sxo(args);
      assert.deepEqual([status, stderr], [0, '']);
      assert.ok(stdout.startsWith(first), stdout);
      for (const line of stdout.split('\n')) assert.ok(line.length <= 90, `too wide for a terminal: ${line}`);
    }
  });

  it('sets the exit code, and says what is wrong in one line', () => {
    assert.deepEqual(sxo(['check', 'missing.json', '--format', 'json']), {
      status: 2,
      stdout:
        '{"version":1,"files":[\n{"file":"missing.json","diagnostics":[],"error":"There is no such file or folder."}\n' +
        '],"summary":{"files":0,"workflows":0,"errors":0,"warnings":0,"infos":0,"fixable":0,"suppressed":0,"unreadable":1}}\n',
      stderr: 'sxo: missing.json: There is no such file or folder.\n',
    });
    assert.deepEqual(sxo(['chekc']), {
      status: 2,
      stdout: '',
      stderr: 'sxo: There is no command "chekc", only check, migrate, retarget, graph, doc and tenant. See sxo --help.\n',
    });
  });

  it('reads standard input', () => {
    assert.deepEqual(sxo(['check', '-'], '{}'), {
      status: 0,
      stdout:
        '<stdin>: This is no workflow export, so there is nothing to check.\nNothing found in 0 workflow files (1 file read).\n',
      stderr: '',
    });
  });

  it('ends quietly when the reader of its output goes away', async function () {
    if (process.platform === 'win32') this.skip();
    putFiles(
      folder(),
      Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`${'long-name-'.repeat(10)}${index}.json`, '{}'])),
    );
    const child = spawn(process.execPath, [main, 'check', '.', '--format', 'json'], { cwd: folder() });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await once(child, 'close')) as [number];
    assert.deepEqual([code, stderr], [141, '']);
  });

  it('ends on Ctrl-C, also while it waits for standard input', async function () {
    if (process.platform === 'win32') this.skip();
    const child = spawn(process.execPath, [main, 'check', '-', '--format', 'json'], { cwd: folder() });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    // The head of the report shows that it is at work.
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number];
    child.stdin.destroy();
    assert.deepEqual([code, stderr], [130, 'sxo: Interrupted after 0 of 1 files.\n']);
  });
});
