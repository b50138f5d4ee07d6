import type { ResolvedTarget } from '../analysis/targets';
import { consumerCalledBy } from '../analysis/token-consumers';
import { isAbsolute, isRequest } from '../analysis/requests';
import { isWithOtherKey } from '../analysis/use-obstacles';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import { Grouped } from '../document/grouped';
import type { JsonPathNode } from '../document/json-path';
import { bareId } from '../document/reference';
import type { Activity } from '../document/workflow';
import { headOf } from './places';
import { mostRelated, type Finding, type Rule } from './rule';

export const mixedMethods: Rule = {
  code: 'mixed-methods',
  severity: 'warning',
  summary: 'A workflow that uses both methods: two sets of targets, or one target with a token and without.',
  fix: 'none',
  isInFixAll: false,
  tags: [],
  isPartOfMigration: false,
  *check({ workflows }) {
    for (const analysis of workflows) {
      yield* ofSets(analysis);
      yield* ofTargets(analysis);
    }
  },
};

/** A place where a SecureX target is chosen. */
interface Choice {
  readonly name: string;
  readonly path: JsonPathNode;
  readonly activity: Activity | undefined;
}

/** Whatever is not of the set that most of the workflow uses; of as many, the first one counts. */
function* ofSets({ workflow, targets }: WorkflowAnalysis): Iterable<Finding> {
  const choices = [...choicesIn(targets.ofWorkflow(workflow), undefined)];
  for (const { activity, target } of targets.chosenIn(workflow)) choices.push(...choicesIn(target, activity));
  const sets = new Grouped(choices.map((choice) => [targets.suffixOf(choice.name).toLowerCase(), choice] as const));
  const [usual, ...others] = [...sets].map(([, members]) => members).sort((a, b) => b.length - a.length);
  const [first] = usual ?? [];
  if (!first) return;
  for (const { name, path, activity } of others.flat()) {
    const who = activity ? `"${activity.title}"` : `The workflow "${workflow.title}"`;
    yield {
      path,
      message: `${who} runs on ${name}, and most of the workflow on another set of targets, as ${first.name}. The two sets stand for the two methods, and one workflow can follow only one: retarget it to one of them.`,
      related: [{ path: first.path, message: `${first.name} is chosen here.` }],
      workflow: workflow.title,
      ...(activity ? { activity } : {}),
    };
  }
}

function* choicesIn(target: ResolvedTarget, activity: Activity | undefined): Iterable<Choice> {
  // The target that tokens are fetched from serves one method only, so it says nothing of a mixture.
  if (target.role !== 'securex' || target.isInherited) return;
  const paths = target.namePaths();
  for (const [index, name] of target.names.entries()) {
    const path = paths[index] ?? target.id?.path;
    if (path) yield { name, path, activity };
  }
}

/** Calls that pass no token on the very target on which others pass one: it has a token key, or it has none. */
function* ofTargets(analysis: WorkflowAnalysis): Iterable<Finding> {
  const { workflow, targets, uses } = analysis;
  if (uses.length === 0) return;
  const passing = new Grouped<string, Activity>();
  for (const { activity, target, place, isOrbital } of uses) {
    const name = target && nameOf(target);
    if (activity && name !== undefined && place !== 'elsewhere' && !isOrbital && !isWithOtherKey(activity, targets))
      passing.add(name, activity);
  }
  const told = new Set<string>();
  for (const activity of workflow.activities) {
    if (!passesNoToken(activity, analysis)) continue;
    const target = targets.ofActivity(activity);
    const name = nameOf(target);
    const [other] = name === undefined ? [] : passing.of(name);
    if (name === undefined || !other || told.has(name) || isWithOtherKey(activity, targets)) continue;
    told.add(name);
    const on = target.names.join(', ');
    yield {
      path: headOf(activity),
      message: `"${activity.title}" passes no token on ${on}, and "${other.title}" passes one by hand. A target has one account key for both: without a token key "${activity.title}" fails, and with one "${other.title}" needs no token. Migrate the workflow, or choose a target of the other set for what must stay as it is.`,
      related: passing
        .of(name)
        .slice(0, mostRelated)
        .map((each) => ({ path: headOf(each), message: `"${each.title}" passes a token on ${on}.` })),
      workflow: workflow.title,
      activity,
    };
  }
}

/** What tells one SecureX target from another. An integration's own has its key, whatever is passed. */
function nameOf({ role, names }: ResolvedTarget): string | undefined {
  return role === 'securex' && names.length > 0 ? names.join('\n').toLowerCase() : undefined;
}

/** Whether a call goes out with no more than what its target's account key adds. */
function passesNoToken(activity: Activity, { consumers }: WorkflowAnalysis): boolean {
  if (isRequest(activity)) {
    const headers = activity.properties.custom_headers ?? [];
    const isAuthorized = headers.some(({ name }) => name?.trim().toLowerCase() === 'authorization');
    return !isAuthorized && !isAbsolute(activity);
  }
  const consumer = consumerCalledBy(activity, consumers);
  if (consumer?.product !== 'securex' || consumer.emptyInput !== 'proven') return false;
  const input = Object.entries(activity.properties.input ?? {});
  return input.some(([id, value]) => bareId(id) === consumer.tokenInput && value === '');
}
