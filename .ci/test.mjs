// `npm test`: every check there is, from a bare clone. Stops at the first that fails; ends with one line of numbers.
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { node, projectRoot, temporaryFolder } from './command.mjs';
import { installDependencies } from './dependencies.mjs';

const counts = temporaryFolder('counts');
const unitCounts = join(counts, 'unit.json');
const pageCounts = join(counts, 'page.json');
const editorCounts = join(counts, 'editor.json');

/** Each returns an exit code, `true`, `false` or nothing, and may throw. */
const stages = {
  'dependencies': () => installDependencies(),
  'type check': () => compile(),
  'lint': () => node(['node_modules/eslint/bin/eslint.js', '-c', '.ci/eslint.config.mjs', '--max-warnings', '0', 'src', 'test', '.ci']),
  'generated files': () => node(['.ci/generate.mjs', '--check']),
  'unit, property, scenario and corpus tests': () => node(
    ['node_modules/mocha/bin/mocha.js', '--reporter', '.ci/mocha-reporter.cjs', '--reporter-option', `dots=yes,counts=${unitCounts}`],
  ),
  'bundle': async () => (await import('./package.mjs')).build(),
  'package': async () => (await import('./package.mjs')).packageExtension(),
  'tests inside the editor': async () => (await import('./editor-suite.mjs')).runEditorSuite(editorCounts),
  'tests through the page': () => node([
    ...['node_modules/mocha/bin/mocha.js', '--no-package', '--timeout', '120000', '--exit', 'test/page/*.test.mjs'],
    ...['--reporter', '.ci/mocha-reporter.cjs', '--reporter-option', `counts=${pageCounts}`],
  ]),
};

process.exitCode = await runStages();
console.log(`\n${summary()}`);

async function runStages() {
  for (const [name, stage] of Object.entries(stages)) {
    console.log(`\n=== ${name}`);
    const start = performance.now();
    const code = await exitCode(stage);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`=== ${name}: ${code === 0 ? 'ok' : `failed (exit code ${code})`}, ${seconds} s`);
    if (code !== 0) return code;
  }
  return 0;
}

async function exitCode(stage) {
  try {
    const result = await stage();
    return typeof result === 'number' ? result : Number(result === false);
  } catch (error) {
    console.error(error.message);
    return 1;
  }
}

/** Compiles, after removing what was compiled from files that are gone: a deleted test must not run on. */
async function compile() {
  const out = join(projectRoot, 'out');
  if (existsSync(out)) {
    for (const file of readdirSync(out, { recursive: true })) {
      const source = /^(.*)\.(?:js|js\.map|d\.ts)$/.exec(file)?.[1];
      if (source !== undefined && !existsSync(join(projectRoot, `${source}.ts`))) rmSync(join(out, file));
    }
  }
  return node(['node_modules/typescript/bin/tsc', '-b']);
}

function summary() {
  const runs = [unitCounts, editorCounts, pageCounts]
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')));
  const sum = (name) => runs.reduce((total, run) => total + run[name], 0);
  const skipped = sum('pending');
  return `${sum('passes')} passed, ${sum('failures')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
