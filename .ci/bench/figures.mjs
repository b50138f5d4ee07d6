// What is measured, and the goal that each figure is held against.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleSizes } from '../bundle-extension.mjs';
import { projectRoot } from '../command.mjs';
import { explorerFigures } from './explorer-figures.mjs';
import { generateWorkflow } from './generated-workflow.mjs';
import { peer } from './linter.mjs';
import { measure, pairedTimes, parseLoop, peakMemoryOf } from './processes.mjs';
import { exponent, median, round } from './statistics.mjs';
import { largestFile } from './texts.mjs';

const mebibyte = 1024 * 1024;
const cli = join(projectRoot, 'dist', 'cli.js');

/**
 * Yields `{ name, value, unit, goal, detail }`, one when it is known; `goal` is the most that `value` should be, and
 * `value` is missing where nothing could be measured.
 * @param {{ core: string, explorer: string, folder: string, scratch: string }} where the bundled core, alone and with what
 * the explorer is made of, the workflows, a folder to write in
 */
export function* figures(where) {
  yield* inMemory(where);
  yield* oneKey(where);
  yield* reading(where);
  yield* growth(where);
  yield* explorerFigures(where);
  yield* commandLine(where);
  const { atStart, later } = JSON.parse(readFileSync(bundleSizes, 'utf8'));
  const detail = `at its start; ${round(later / 1000)} KB when somebody asks for them`;
  yield { name: 'Bundle of the extension', value: atStart / 1000, unit: 'KB', goal: 300, detail };
  yield linter(where);
}

function* inMemory({ core, folder }) {
  const unit = '× JSON.parse';
  const detail = ({ ms, jsonMs }) => `${round(ms)} ms beside ${round(jsonMs)} ms`;
  const control = measure('control', core, folder);
  yield { name: 'Control: JSON.parse, all files', value: control.ratio, unit, detail: `${detail(control)}; off 1 by noise alone` };
  const diagnosed = measure('diagnose', core, folder);
  yield { name: 'All rules, all files', value: diagnosed.ratio, unit, goal: 3, detail: `${detail(diagnosed)}; ${diagnosed.found} findings` };
  const migrated = measure('migrate', core, folder);
  yield { name: 'Migration, all files', value: migrated.ratio, unit, goal: 6, detail: `${detail(migrated)}; ${migrated.found} changes` };
}

/** parseTree is fast in one process and slow in the next; ratios to it are those of the process where it was fastest. */
function* oneKey({ core, folder }) {
  const file = largestFile(folder);
  const valid = times(5, () => measure('keystroke', core, file));
  const { toTree, treeToJson } = best(valid, (run) => run.treeToJson);
  const typed = middle(valid, (run) => run.ms);
  yield { name: 'One key in the largest file, valid', value: median(valid.map((run) => run.toJson)), unit: '× JSON.parse', goal: 5, detail: `${round(typed.ms)} ms, p95 ${round(typed.p95)} ms` };
  yield { name: 'The same, beside parseTree', value: toTree, unit: '× parseTree', goal: 0.5, detail: `which takes ${round(treeToJson)} × JSON.parse` };
  const broken = times(5, () => measure('broken', core, file));
  const hurt = best(broken, (run) => run.treeMs);
  const kinds = Object.entries(hurt.kinds).map(([kind, ratio]) => `${kind} ${round(ratio)}`);
  yield { name: 'One key in the largest file, broken', value: hurt.toTree, unit: '× parseTree', goal: 1.5, detail: `${round(hurt.ms)} ms, p95 ${round(hurt.p95)} ms; ${kinds.join(', ')}` };
  const cold = middle(times(5, () => measure('first call', core, file)), (run) => run.extra);
  yield { name: 'First call beyond later ones', value: cold.extra, unit: 'ms', goal: 60, detail: `${round(cold.first)} ms, then ${round(cold.later)} ms; loading ${round(cold.loading)} ms` };
}

/** The first request of a version; 20 ms is what a hand on the keys does not notice, and parseTree takes about half of it. */
function* reading({ core, folder }) {
  const file = largestFile(folder);
  const fastest = best(times(3, () => measure('reading', core, file)), ([{ treeMs }]) => treeMs);
  for (const { name, toTree, treeMs, first, later } of fastest) {
    const detail = `${round(first)} ms beside ${round(treeMs)} ms; asked again ${round(later)} ms`;
    yield { name: `Reading: ${name}`, value: toTree, unit: '× parseTree', goal: 1, detail };
  }
}

/** One workflow of 1 to 16 MB in which tokens, variables and uses grow with the text. */
function* growth({ core, scratch }) {
  const files = [1, 2, 4, 8, 16].map((megabytes) => {
    const file = join(scratch, `${megabytes}.json`);
    writeFileSync(file, generateWorkflow(Math.ceil((megabytes * 1_000_000) / groupSize), everyEighth));
    return file;
  });
  for (const [task, name] of [['scale diagnose', 'All rules'], ['scale migrate', 'Migration']]) {
    const runs = [];
    for (const file of files) {
      runs.push(measure(task, core, file));
      if (runs.at(-1).first > 5000) break;
    }
    const { bytes, ratio, ms, memory } = runs.at(-1);
    const reached = `at ${round(bytes / 1e6)} MB`;
    const stopped = runs.length < files.length ? '; given up there' : '';
    yield { name: `${name} from 1 to 16 MB, time`, value: exponent(runs.map((run) => [run.bytes, run.ms])), unit: 'exponent', goal: 1.2, detail: `${round(runs[0].ratio)} × JSON.parse at 1 MB, ${round(ratio)} × (${round(ms)} ms) ${reached}${stopped}` };
    yield { name: `${name} from 1 to 16 MB, memory`, value: exponent(runs.map((run) => [run.bytes, run.memory])), unit: 'exponent', goal: 1.2, detail: `${round(memory / mebibyte)} MiB ${reached}` };
  }
}

const everyEighth = (group) => group % 8 === 1;
const groupSize = generateWorkflow(9, everyEighth).length / 9;

function* commandLine({ folder }) {
  const check = [cli, 'check', folder, '--fail-on', 'never'];
  const migrate = [cli, 'migrate', folder];
  const beside = ({ ms, otherMs }) => `${round(ms)} ms beside ${round(otherMs)} ms`;
  const unit = '× read and parse';
  const checked = pairedTimes(check, [parseLoop, folder], 9);
  yield { name: 'sxo check, whole process', value: checked.ratio, unit, goal: 3, detail: beside(checked) };
  const migrated = pairedTimes(migrate, [parseLoop, folder], 5);
  yield { name: 'sxo migrate, whole process', value: migrated.ratio, unit, detail: beside(migrated) };
  const peaks = [check, migrate, [parseLoop, folder]].map((args) => peakMemoryOf(args) / mebibyte);
  yield { name: 'sxo, peak memory', value: Math.max(peaks[0], peaks[1]), unit: 'MiB', goal: 120, detail: `check ${round(peaks[0])}, migrate ${round(peaks[1])}, the loop ${round(peaks[2])}` };
  const started = pairedTimes([cli, '--version'], ['-e', '0'], 21);
  yield { name: 'sxo --version', value: started.ratio, unit: '× node -e 0', goal: 1.4, detail: beside(started) };
}

function linter({ core, folder }) {
  const name = 'Peer: ESLint with one rule, all files';
  const unit = '× JSON.parse';
  try {
    import.meta.resolve(peer);
  } catch {
    return { name, unit, detail: `skipped: ${peer} is not installed` };
  }
  const { ratio, ms, jsonMs, found } = measure('linter', core, folder);
  return { name, value: ratio, unit, detail: `${round(ms)} ms beside ${round(jsonMs)} ms; ${found} findings` };
}

function times(count, run) {
  return Array.from({ length: count }, run);
}

function best(runs, cost) {
  return runs.reduce((a, b) => (cost(b) < cost(a) ? b : a));
}

function middle(runs, cost) {
  return [...runs].sort((a, b) => cost(a) - cost(b))[runs.length >> 1];
}
