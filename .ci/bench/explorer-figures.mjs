// What is measured of the explorer.
import { measure } from './processes.mjs';
import { median, round } from './statistics.mjs';

export function* explorerFigures({ explorer, folder }) {
  const starts = Array.from({ length: 5 }, () => measure('lines', explorer, folder));
  const of = (name) => median(starts.map((start) => start[name]));
  yield { name: '1,000 targets and 300 keys, to lines', value: of('first'), unit: 'ms', goal: 200, detail: `${of('count').toLocaleString('en-US')} lines; ${round(of('later'))} ms from the second time on` };
  const all = measure('index', explorer, folder);
  yield { name: 'Index, all files', value: all.ratio, unit: '× all rules', goal: 1.5, detail: `${round(all.ms)} ms beside ${round(all.peerMs)} ms` };
  const one = measure('index one', explorer, folder);
  yield { name: 'One file changed in the index', value: one.ratio, unit: '× all files', goal: 0.05, detail: `${round(one.ms)} ms beside ${round(one.peerMs)} ms for ${one.files} files; slowest ${round(one.slowest)} ms` };
}
