import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { globSync } from 'tinyglobby';

/** The entry that an editor's extension host calls: the desktop's and the web's alike. */
export async function run(): Promise<void> {
  // Marked, so that the runner can tell the report from all else that an editor writes to its console.
  Mocha.reporters.Base.consoleLog = (...data: unknown[]) => {
    for (const line of format(...data).split('\n')) console.log('[suite]', line);
  };
  // An editor under test starts cold, on a machine that may be slow.
  const { SXO_TEST_REPORTER: reporter = 'spec', SXO_TEST_COUNTS: counts, SXO_TEST_GREP: grep = '' } = process.env;
  const mocha = new Mocha({ timeout: 60_000, reporter, reporterOptions: { counts }, grep });
  for (const file of globSync('**/*.test.js', { cwd: __dirname }).sort()) mocha.addFile(join(__dirname, file));
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} of the tests inside the editor failed.`);
}
