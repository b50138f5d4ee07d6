import { findTokenInputs, withoutTokenInput, type TokenInput } from '../analysis/token-inputs';
import type { Workflow } from '../document/workflow';
import type { Repair } from '../edits/repair';
import type { Vocabulary } from '../vocabulary';
import { explainObstacle } from './obstacles';
import { mostRelated, type Rule } from './rule';

export const atomicTokenInput: Rule = {
  code: 'atomic-token-input',
  severity: 'warning',
  summary: 'An atomic that takes an access token as an input and sends it in an Authorization header.',
  fix: 'safe',
  isInFixAll: false,
  tags: ['deprecated'],
  isPartOfMigration: false,
  *check({ workflows, vocabulary }) {
    for (const { workflow, targets } of workflows) {
      for (const input of findTokenInputs(workflow, targets)) {
        yield {
          path: input.variable.path.child('properties').child('name'),
          message: `"${workflow.title}" takes an access token as its input "${input.variable.name}" and sends it by hand, so that everybody who calls it has to make one. ${advise(input, vocabulary())}`,
          tags: ['deprecated'],
          related: input.headers.slice(0, mostRelated).map(({ reference, activity }) => ({
            path: reference.path,
            message: `"${activity.title}" sends the token.`,
          })),
          workflow: workflow.title,
          isFixable: input.obstacle === undefined && input.targetsOf === 'atomic',
          repairs: () => repairsOf(input, workflow),
        };
      }
    }
  },
};

function advise({ obstacle, targetsOf }: TokenInput, vocabulary: Vocabulary): string {
  if (obstacle?.kind === 'elsewhere') {
    const who = obstacle.activity ? `"${obstacle.activity.title}"` : 'The atomic';
    return `${who} reads the input as well: find out what it is needed for there.`;
  }
  if (obstacle) {
    const { activity, kind } = obstacle;
    return explainObstacle(
      { activity, consumer: undefined, target: undefined, replacement: undefined },
      kind,
      vocabulary,
    );
  }
  const remove = 'remove the header and make the input optional';
  return targetsOf === 'atomic'
    ? `With the ${vocabulary.tokenKey} on the target the header is added for it: ${remove}.`
    : `Those who call it choose its target. Where all of these carry the ${vocabulary.tokenKey}, ${remove}.`;
}

function repairsOf(input: TokenInput, workflow: Workflow): Repair[] {
  if (input.obstacle) return [];
  const title = `Let "${workflow.title}" send no token, and make its input "${input.variable.name}" optional`;
  const isSafe = input.targetsOf === 'atomic';
  const warning = ' (unsafe: every caller must choose a target with the token key)';
  return [{ title: isSafe ? title : title + warning, isSafe, operations: withoutTokenInput(input) }];
}
