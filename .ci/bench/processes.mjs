// Whole processes, started one at a time: nothing else of ours runs while one is measured.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './statistics.mjs';

const local = (file) => fileURLToPath(new URL(file, import.meta.url));

export const parseLoop = local('parse-loop.cjs');

/** The result of one measurement in a process of its own. */
export function measure(name, core, path) {
  return JSON.parse(start([local('measure.mjs'), name, core, path], { stdout: 'pipe' }).stdout);
}

/** How often as long the first program runs as the second, both started in turn; the median of the rounds. */
export function pairedTimes(one, other, rounds) {
  const times = [];
  for (let round = -1; round < rounds; round++) {
    const pair = [one, other].map((args) => {
      const before = performance.now();
      start(args);
      return performance.now() - before;
    });
    if (round >= 0) times.push(pair);
  }
  return { ratio: median(times.map(([a, b]) => a / b)), ms: median(times.map(([a]) => a)), otherMs: median(times.map(([, b]) => b)) };
}

/** In bytes. */
export function peakMemoryOf(args) {
  const { output } = start(['--require', local('peak-memory.cjs'), ...args], { told: 'pipe', env: { ...process.env, SXO_PEAK_MEMORY_TO: '3' } });
  return Number(output[3]);
}

function start(args, { stdout = 'ignore', told = 'ignore', env = process.env } = {}) {
  const done = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 26, env, stdio: ['ignore', stdout, 'inherit', told] });
  // 1 is the command line's way to say that it found something.
  if (done.status !== 0 && done.status !== 1) throw new Error(`node ${args.join(' ')} ended with ${done.status ?? done.signal}.`);
  return done;
}
