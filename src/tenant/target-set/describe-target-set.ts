import type { TargetState } from '../state/tenant-state';
import type { AffectedWorkflow } from '../switch/affected-workflows';
import { describeImpact } from '../switch/describe-plan';
import type { TargetImpact } from '../switch/switch-impact';
import { currentKey } from '../switch/switch-plan';
import { keyNameOf, type PlannedTarget, type TargetSetPlan } from './plan-target-set';
import { createApiClient, leftToPerson } from './set-steps';
import { legacyScopes, type WantedTarget } from './target-set';

/** One line of a plan, for a person to read, as plain data. */
export interface PlanLine {
  /** The name of a key or a target. */
  readonly subject: string;
  /** What goes on behind the name, without a full stop. */
  readonly text: string;
  /** Whether nothing is left to do, the API can do it, or a person has to. */
  readonly by: 'nobody' | 'api' | 'person';
  /** Whole sentences. */
  readonly details: readonly string[];
  /** The workflows that run something on a target that changes. */
  readonly workflows: readonly AffectedWorkflow[];
}

/** What a plan would create and change: the key first, and a line for each target. */
export function describeTargetSet(plan: TargetSetPlan, impacts: readonly TargetImpact[] = []): readonly PlanLine[] {
  return [
    keyLine(plan),
    ...plan.targets.map((target) => targetLine(target, keyNameOf(plan), impacts)),
    ...plan.leftAlone.map(leftAloneLine),
  ];
}

/** What else is to be thought of, in sentences. */
export function remarksOn(plan: TargetSetPlan): readonly string[] {
  const { method, suffix, notFitting } = plan;
  const named = notFitting.map(({ title }) => `"${title}"`).join(', ');
  return [
    ...(notFitting.length > 0
      ? [`Some workflows on targets that change use the other method. ${unfitWarning[method]}: ${named}.`]
      : []),
    ...(suffix === ''
      ? []
      : [
          `Workflows choose a target by its name: only those that name the targets with "${suffix}" will use them.`,
          ...otherNames(plan),
        ]),
  ];
}

/** A move to the set goes by the usual names, and would miss a target that bears its other one. */
function otherNames({ targets }: TargetSetPlan): readonly string[] {
  return targets.flatMap((planned) => {
    if (planned.state !== 'there' && planned.state !== 'differs') return [];
    const [is, wanted] = [planned.target.name, planned.wanted.name];
    if (is.toLowerCase() !== planned.wanted.alias?.toLowerCase()) return [];
    return [`"${is}" serves those that name it so; a workflow that is retargeted from CTR_API will name "${wanted}".`];
  });
}

/** What happens to workflows of the other method, as the beginning of a list. */
export const unfitWarning = {
  legacy: 'They pass no token yet, and these targets will have none for them either, so they fail until they do',
  token: 'They still pass a token by hand, and whether that works then is not known',
} as const;

function keyLine(plan: TargetSetPlan): PlanLine {
  const { key, method } = plan;
  const line = { subject: keyNameOf(plan), workflows: [] };
  switch (key.state) {
    case 'there': {
      const scopes = `Whether its API client has the scopes ${legacyScopes.join(', ')} is to be seen in the web console only.`;
      const text = `is there, an account key of the type ${key.key.typeName}`;
      return { ...line, by: 'nobody', text, details: method === 'legacy' ? [scopes] : [] };
    }
    case 'to-create': {
      const text = 'is to be created, an account key of the type HTTP Basic Authentication';
      return { ...line, by: 'api', text, details: [createApiClient] };
    }
    case 'for-a-person':
      return { ...line, by: 'person', text: 'is missing', details: leftToPerson({ ...plan, targets: [] }) };
  }
}

function targetLine(planned: PlannedTarget, keyName: string, impacts: readonly TargetImpact[]): PlanLine {
  const { wanted } = planned;
  const key = wanted.usesKey ? `"${keyName}"` : 'no account key';
  const line = { subject: wanted.name, details: [], workflows: [] };
  switch (planned.state) {
    case 'there':
      return {
        ...line,
        subject: planned.target.name,
        by: 'nobody',
        text: `is there, with ${currentKeyName(planned.target)}`,
      };
    case 'missing':
      return { ...line, by: 'api', text: `is to be created, for ${addressOf(wanted)}, with ${key}` };
    case 'differs': {
      const { target, workflows } = planned;
      const details = impacts.filter((each) => each.target === target).map(describeImpact);
      const text = `${currentKeyName(target)} becomes ${key}`;
      return { subject: target.name, by: 'api', text, details, workflows };
    }
    case 'in-the-way':
      return { ...line, by: 'person', text: `is left to you: ${planned.reason}` };
  }
}

function leftAloneLine({ name }: TargetState): PlanLine {
  const text = 'stays as it is: it comes with Cisco XDR';
  return { subject: name, by: 'nobody', text, details: [], workflows: [] };
}

function currentKeyName(target: TargetState): string {
  const key = currentKey(target);
  if (key) return `"${key.name}"`;
  return target.hasNoAccountKey === true ? 'no account key' : 'an account key that is not there';
}

function addressOf({ host, path }: WantedTarget): string {
  return `https://${host}${path ?? ''}`;
}
