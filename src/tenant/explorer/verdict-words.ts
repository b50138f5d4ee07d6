import type { Vocabulary } from '../../core/vocabulary';
import type { Method } from '../state/method';
import type { ExplorerIcon } from './explorer-node';

/** What a verdict means, in as many words as a line of the explorer has room for. */
export function methodWords({ product }: Vocabulary): Readonly<Record<Method, string>> {
  return {
    legacy: 'legacy: workflows pass tokens by hand',
    token: 'token: the account key makes the tokens',
    mixed: 'mixed: both methods side by side',
    broken: 'broken: a target lacks the key that it names',
    unknown: `unknown: no ${product} target tells`,
  };
}

export const methodIcons: Readonly<Record<Method, ExplorerIcon>> = {
  legacy: { name: 'warning', colour: 'warning' },
  token: { name: 'pass', colour: 'good' },
  mixed: { name: 'git-compare', colour: 'warning' },
  broken: { name: 'error', colour: 'error' },
  unknown: { name: 'question' },
};
