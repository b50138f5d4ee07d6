import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { capturedIo } from './support/captured-io';
import { parseScenario, updateScenario } from './support/scenario';
import { getFiles, putFiles, temporaryFolder, type Files } from './support/temporary-folder';

const repository = join(__dirname, '../../..');
const folderOfScenarios = join(repository, 'test/cli/scenarios');
/** Writes what the commands do into the scenarios, to be looked at in the diff before it is believed. */
const update = process.env.UPDATE_SCENARIOS === '1';

describe('scenarios of the command line', () => {
  const folder = temporaryFolder();

  for (const name of readdirSync(folderOfScenarios).filter((file) => file.endsWith('.scenario'))) {
    it(name.replace(/\.scenario$/, '').replaceAll('-', ' '), async () => {
      const path = join(folderOfScenarios, name);
      const text = readFileSync(path, 'utf8');
      const scenario = parseScenario(text, repository);
      putFiles(folder(), scenario.files);
      const io = capturedIo(folder(), { input: scenario.stdin });
      const exit = String(await run(scenario.args, io));
      // Where the folder lies is no part of the scenario.
      const [stdout, stderr] = [io.out(), io.err()].map((output) => output.replaceAll(folder(), '<folder>'));
      const actual = { stdout: stdout ?? '', stderr: stderr ?? '', exit };
      if (update) writeFileSync(path, updateScenario(text, actual));
      else assert.deepEqual(actual, { stdout: scenario.stdout, stderr: scenario.stderr, exit: scenario.exit });
      assert.deepEqual(getFiles(folder()), sorted({ ...scenario.files, ...scenario.filesAfter }));
    });
  }
});

function sorted(files: Files): Record<string, string> {
  const names = Object.keys(files).sort();
  return Object.fromEntries(names.map((name) => [name, Buffer.from(files[name] ?? '').toString('latin1')]));
}
