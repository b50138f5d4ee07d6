// `npm run bench`: how fast we are, beside the fastest that can be: JSON.parse over the same bytes in the same run.
// Options, after `--`: --json FILE also writes the figures for machines; --strict fails when a goal is missed.
import { build } from 'esbuild';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { figures } from './bench/figures.mjs';
import { generateWorkflow } from './bench/generated-workflow.mjs';
import { round } from './bench/statistics.mjs';
import { readTexts } from './bench/texts.mjs';
import { projectRoot, temporaryFolder } from './command.mjs';
import { build as buildBundles } from './package.mjs';

const corpus = join(projectRoot, '..', 'shared', 'corpus');

const options = readOptions();
const scratch = temporaryFolder('bench');

await buildBundles();
// The core with the tolerant parser that it uses: the two are held side by side.
const core = await bundle('core', `export { createLanguageService } from './src/core/service'; export { parseTree } from 'jsonc-parser';`);
const explorer = await bundle(
  'explorer',
  `export { createLanguageService } from './src/core/service';
  export { createTenantClient } from './src/tenant/tenant-client';
  export { stateOfSnapshot } from './src/tenant/state/state-of';
  export { WorkspaceIndex } from './src/tenant/state/workspace-index';
  export { tenantNodes } from './src/tenant/explorer/tenant-nodes';`,
);
const folder = existsSync(corpus) ? corpus : generateFiles();
const texts = readTexts(folder);
const set = {
  source: folder === corpus ? '../shared/corpus' : 'generated',
  files: texts.length,
  megabytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6,
};
console.log(`Node ${process.version}; ${set.files} files, ${round(set.megabytes)} MB, ${set.source}; the core bundled as it ships.\n`);

const results = [];
for (const figure of figures({ core, explorer, folder, scratch })) {
  const result = { ...figure, ok: figure.value === undefined || figure.goal === undefined ? null : figure.value <= figure.goal };
  results.push(result);
  console.log(row(result));
}

const missed = results.filter(({ ok }) => ok === false);
console.log(`\n${results.filter(({ ok }) => ok).length} goals met, ${missed.length} missed.`);
if (options.json !== undefined) {
  const report = { version: 1, node: process.version, platform: process.platform, set, figures: results };
  writeFileSync(resolve(options.json), `${JSON.stringify(report, undefined, 2)}\n`);
}
if (options.strict && missed.length > 0) process.exitCode = 1;

function readOptions() {
  try {
    return parseArgs({ options: { json: { type: 'string' }, strict: { type: 'boolean' } } }).values;
  } catch (error) {
    console.error(`${error.message}\nUsage: npm run bench -- [--json FILE] [--strict]`);
    process.exit(2);
  }
}

/** As the extension carries it. */
async function bundle(name, contents) {
  const outfile = join(scratch, `${name}.cjs`);
  await build({
    stdin: { contents, resolveDir: projectRoot },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    minify: true,
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return outfile;
}

/** As real exports are: most small, some large; less than half of them legacy, and those in one place. */
function generateFiles() {
  const folder = join(scratch, 'workflows');
  mkdirSync(folder);
  const sizes = [1, 4, 2, 6, 3, 12, 2, 5, 8, 4];
  for (let seed = 1; seed <= 200; seed++) {
    const isLegacy = (group) => group === 1 && seed % 9 < 4;
    writeFileSync(join(folder, `${seed}.json`), generateWorkflow(seed === 200 ? 36 : sizes[seed % 10], isLegacy, seed));
  }
  return folder;
}

function row({ name, value, unit, goal, ok, detail = '' }) {
  const measured = value === undefined ? '-' : round(value);
  const wanted = goal === undefined ? '' : `≤ ${goal}`;
  const verdict = ok === null ? '' : ok ? 'ok' : 'MISSED';
  return [name.padEnd(38), measured.padStart(7), unit.padEnd(17), wanted.padEnd(6), verdict.padEnd(7), detail].join(' ').trimEnd();
}
