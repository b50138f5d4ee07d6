import type { PlannedChange } from '../../migration/migration-step';
import type { ConversionContext } from '../conversion-step';

/** Without an account key on its target, a call needs the token in its Access Token input, a request in a header. */
export function* passTokens({ scopes }: ConversionContext): Iterable<PlannedChange> {
  for (const { workflow, regions } of scopes) {
    for (const { needs, token } of regions) {
      for (const { activity, place, path, give } of needs) {
        const isInput = place === 'access-token-input';
        yield {
          kind: isInput ? 'bind-input' : 'add-header',
          workflow: workflow.workflow,
          activity,
          title: activity.title,
          message: isInput
            ? `Pass the access token to "${activity.title}".`
            : `Add an Authorization header with the access token to "${activity.title}".`,
          path,
          operations: [give(token)],
        };
      }
    }
  }
}
