import type { SwitchPlan, SwitchStep } from './switch-plan';

/** What a switch would change, for a person to decide: a sentence for each target, and what is to be thought of. */
export function describePlan({ steps, leftAlone, notMigrated }: SwitchPlan): string[] {
  return [
    ...steps.map(describeStep),
    ...leftAlone.map(({ target, reason }) => `${target.name} is left alone: ${reason}.`),
    ...(notMigrated.length > 0
      ? [
          `Not migrated yet, and passing tokens by hand until they are: ${notMigrated.map(({ title }) => `"${title}"`).join(', ')}.`,
        ]
      : []),
  ];
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
