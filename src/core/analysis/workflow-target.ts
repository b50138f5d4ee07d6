import type { TokenConsumer } from '../catalog/atomics';
import type { Activity } from '../document/workflow';
import { isCall } from './call-graph';
import { isRequest } from './requests';
import type { TargetResolver } from './targets';
import { consumerCalledBy, type TokenConsumers } from './token-consumers';
import type { TokenUse } from './token-use';

/**
 * The one target that serves everything that inherits a workflow's `CTR_For_Access_Token`, generators left aside;
 * `undefined` where there is none, or where something inherits it whose need is not known.
 * @param suffix of the set of targets that the workflow's own is of.
 */
export function workflowTargetFor(
  uses: Iterable<TokenUse>,
  staying: readonly Activity[],
  targets: TargetResolver,
  consumers: TokenConsumers,
  suffix = '',
): string | undefined {
  const served = new Map([...uses].filter((use) => use.needsWorkflowTarget).map((use) => [use.activity, use]));
  const needs = new Set<string | undefined>();
  const chosen: string[] = [];
  for (const activity of staying) {
    if (!activity.properties.target && !isRequest(activity) && !isCall(activity)) continue;
    const target = targets.ofActivity(activity);
    if (target.role === 'securex') chosen.push(...target.names);
    if (!target.isInherited) continue;
    const use = served.get(activity);
    // An HTTP Request finds the same host and path behind CTR_API as behind CTR_For_Access_Token.
    needs.add(use?.place === 'authorization-header' ? 'CTR_API' : targetOfAtomic(activity, use, consumers));
  }
  const [need] = needs;
  if (needs.size > 0) return needs.size === 1 && need !== undefined ? need + suffix : undefined;
  return mostFrequent(chosen) ?? `CTR_API${suffix}`;
}

function targetOfAtomic(
  activity: Activity,
  use: TokenUse | undefined,
  consumers: TokenConsumers,
): TokenConsumer['target'] {
  const successor = use?.replacement?.kind === 'replacement' ? use.replacement.successor : undefined;
  return (successor ? consumers.get(successor.id) : consumerCalledBy(activity, consumers))?.target;
}

function mostFrequent(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
