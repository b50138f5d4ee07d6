import type { TargetImpact } from './switch-impact';
import type { SwitchPlan, SwitchStep } from './switch-plan';

/** Nobody reads a longer list in a question. */
const mostNamed = 5;

/** What a switch would change, for a person to decide: a sentence for each target, and what is to be thought of. */
export function describePlan(
  { steps, leftAlone, notMigrated }: SwitchPlan,
  impacts: readonly TargetImpact[] = [],
): string[] {
  return [
    ...steps.flatMap((step) => [
      describeStep(step),
      ...impacts.filter(({ target }) => target === step.target).map(describeImpact),
    ]),
    ...leftAlone.map(({ target, reason }) => `${target.name} is left alone: ${reason}.`),
    ...(notMigrated.length > 0
      ? [
          `Not migrated yet, and passing tokens by hand until they are: ${notMigrated.map(({ title }) => `"${title}"`).join(', ')}.`,
        ]
      : []),
  ];
}

/** What the tenant answered about one target, in a sentence. */
export function describeImpact({ target, users, problem }: TargetImpact): string {
  const named = users.slice(0, mostNamed).map((user) => `"${user}"`);
  const more = users.length - named.length;
  const list = `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const known =
    users.length > 0
      ? `In the tenant, ${list} ${users.length === 1 ? 'hangs' : 'hang'} on ${target.name}.`
      : problem === undefined
        ? `In the tenant, nothing hangs on ${target.name}.`
        : `What hangs on ${target.name} in the tenant is not known.`;
  return problem === undefined ? known : `${known} ${problem}`;
}

function describeStep({ target, from, to, workflows }: SwitchStep): string {
  const users =
    workflows.length === 0
      ? 'no workflow of the workspace'
      : workflows.length === 1
        ? '1 workflow'
        : `${workflows.length} workflows`;
  return `${target.name}: ${from ? `"${from.name}"` : 'no account key'} becomes "${to.name}"; ${users} on it.`;
}
