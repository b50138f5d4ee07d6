import { verdictOf } from '../state/method';
import { placesOf, titlesOf } from './places';
import { groupedByTarget } from './resolve-uses';
import type { TenantRule } from './tenant-rule';

export const remoteNeedsUpdate: TenantRule = {
  code: 'remote-needs-update',
  severity: 'info',
  summary: 'A SecureX target that a workflow uses and that stands behind an orchestration remote.',
  fix: 'none',
  tags: [],
  *check({ uses, vocabulary }) {
    const calls = uses.filter(({ use }) => use.activity !== null);
    for (const [target, group] of groupedByTarget(calls)) {
      if (target.remoteId === null || verdictOf(target).role !== 'api') continue;
      yield {
        ...placesOf(group),
        message: `The ${vocabulary.product} target "${target.name}", used by ${titlesOf(group)}, stands behind an orchestration remote. A remote that is not up to date cannot use a token key: update the remote before the target gets one.`,
      };
    }
  },
};
