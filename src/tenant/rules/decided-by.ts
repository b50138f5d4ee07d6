import type { Clock } from '../ports';
import type { DataSource, Origin } from '../state/tenant-state';

const nouns: Readonly<Record<Origin, string>> = {
  files: 'the workflow files',
  snapshot: 'a snapshot',
  cached: 'cached data',
  live: 'live data',
};

const day = 24 * 60 * 60 * 1000;

/** The sentence that tells what a finding rests on, and how old that is where a clock is at hand. */
export function decidedBy({ origin, takenAt }: DataSource, clock?: Pick<Clock, 'now'>): string {
  const time = takenAt === undefined ? NaN : Date.parse(takenAt);
  if (Number.isNaN(time)) return `This rests on ${nouns[origin]}.`;
  const written = `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const days = clock ? Math.floor((clock.now() - time) / day) : 0;
  const age = days > 0 ? `, ${days} day${days === 1 ? '' : 's'} ago` : '';
  return `This rests on ${nouns[origin]} taken at ${written}${age}.`;
}
