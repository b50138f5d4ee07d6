import { replacedDependencies } from '../analysis/dependencies';
import type { FileAnalysis } from '../analysis/file-analysis';
import { replacementOperations, type Replacement } from '../analysis/replacements';
import { giveUp, type TokenUse } from '../analysis/token-use';
import type { Repair } from '../edits/repair';
import type { Vocabulary } from '../vocabulary';
import { explainObstacle, noLongerNeeded } from './obstacles';
import type { Rule } from './rule';
import { generatorsOf } from './token-sources';

export const retiredAtomic: Rule = {
  code: 'retired-atomic',
  severity: 'warning',
  summary: 'A token passed to an atomic of the "v2" or "CTR" generation, whose input may not simply be emptied.',
  fix: 'safe',
  isInFixAll: false,
  tags: ['deprecated'],
  isPartOfMigration: true,
  *check(context) {
    const { assumeOptional } = context;
    for (const analysis of context.workflows) {
      for (const use of analysis.uses) {
        const { activity } = use;
        if (!activity || use.rule !== 'retired-atomic') continue;
        const isGivenUp = analysis.scope(assumeOptional).retirement.uses.has(use);
        const replacement = use.needsWorkflowTarget ? undefined : readyReplacement(use);
        yield {
          path: use.reference.path,
          message: `"${activity.title}" is passed an access token by hand, which dies after ten minutes. ${explain(use, isGivenUp, context.vocabulary())}`,
          tags: ['deprecated'],
          related: generatorsOf(use, analysis),
          activity,
          workflow: analysis.workflow.title,
          isFixable: replacement !== undefined,
          repairs: () => [
            ...(replacement ? [replace(replacement, use, context)] : []),
            ...(use.fills ? [] : [emptyAnyway(use)]),
          ],
        };
      }
    }
  },
};

/** The replacement where only a setting or nothing at all keeps the token from going with it. */
function readyReplacement({ replacement, obstacle, isUnproven }: TokenUse): Replacement | undefined {
  const isServed = obstacle === undefined || (obstacle === 'retired-atomic' && isUnproven);
  return isServed && replacement?.kind === 'replacement' ? replacement : undefined;
}

function explain(use: TokenUse, isGivenUp: boolean, vocabulary: Vocabulary): string {
  const { obstacle, replacement, consumer, fills } = use;
  if (fills) return obstacle === undefined ? noLongerNeeded(vocabulary) : explainObstacle(use, obstacle, vocabulary);
  if (obstacle === 'retired-atomic' || replacement?.kind !== 'replacement')
    return explainObstacle(use, 'retired-atomic', vocabulary);
  const retired = `"${consumer?.name ?? ''}" is of a retired generation`;
  const { name } = replacement.successor;
  return obstacle === undefined && isGivenUp
    ? `${retired}: replace it with "${name}", which needs no token with the ${vocabulary.tokenKey} on the target.`
    : `${retired}. ${explainObstacle(use, obstacle ?? 'token-target', vocabulary)} Then "${name}" can take its place.`;
}

function replace(replacement: Replacement, use: TokenUse, file: FileAnalysis): Repair {
  const { activity, successor } = replacement;
  const lists = replacedDependencies(file, new Set(), new Map([[activity, replacement]]));
  return {
    title: `Replace with the system atomic "${successor.name}" and empty its Access Token input`,
    isSafe: true,
    operations: [
      ...replacementOperations(replacement, new Set([use.reference])),
      giveUp(use),
      ...[...lists].map(({ operation }) => operation),
    ],
  };
}

function emptyAnyway(use: TokenUse): Repair {
  return {
    title: 'Empty the input anyway (unsafe: the call may go out without a token)',
    isSafe: false,
    operations: [giveUp(use)],
  };
}
