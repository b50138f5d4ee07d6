import type { TokenConsumer } from '../catalog/atomics';
import type { ResolvedTarget } from '../analysis/targets';
import type { TargetObstacle } from '../analysis/token-use';
import type { Vocabulary } from '../vocabulary';

/** Why a call that may need a token is given none. */
export type Refusal =
  | TargetObstacle
  | 'module-target'
  | 'unproven-atomic'
  | 'no-target-group'
  | 'empty-headers'
  | 'variable-url'
  | 'gen-jwt';

/** What stands in the way, and what a person can do about it: whole sentences. */
export function explainRefusal(
  refusal: Refusal,
  target: ResolvedTarget,
  consumer: TokenConsumer | undefined,
  { product }: Vocabulary,
): string {
  const name = target.names.join(', ');
  switch (refusal) {
    case 'module-target':
      return "It runs on an integration's own target, which makes its tokens itself: make sure that the tenant has that integration.";
    case 'token-target':
      return `It runs on ${name}, which only serves to make access tokens: choose the target of the API that is called first.`;
    case 'orbital-target':
      return `It runs on ${name}, an Orbital target, for which another token must be made: do so by hand.`;
    case 'other-target':
      return name
        ? `It runs on ${name}, which is not known to lead to a ${product} API: if it does, name it in the setting for further ${product} targets.`
        : `It has no target that leads to a ${product} API.`;
    case 'unknown-target':
      return `The file does not tell on which target it runs: if that is one of a ${product} API, pass a token by hand.`;
    case 'account-key-override':
      return 'It uses another account key than that of its target: make sure that the tenant has that key, or let it use the default key first.';
    case 'unproven-atomic':
      return `A migration would not take a token away from "${consumer?.name ?? ''}" again: replace it with a current atomic first, or pass the token by hand.`;
    case 'no-target-group':
      return 'Its workflow runs on no target group, so no activity can choose the target that makes access tokens by its name: let the workflow run on a target group first.';
    case 'empty-headers':
      return 'Its list of headers is there but empty, and a migration could not leave it so again: take the list out, or add the header by hand.';
    case 'variable-url':
      return 'Its URL begins with a variable, so it may lead away from the target, and the token with it: add the header by hand if it does not.';
    case 'gen-jwt':
      return 'It exchanges a token for another one, and no migration would take its header out again: add the header by hand.';
  }
}
