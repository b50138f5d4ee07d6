import { countOf } from '../../core/text/wording';
import { jsonLine } from '../../picture/json-line';
import { usedInTenant, type TargetImpact } from '../../tenant/switch/switch-impact';
import type { AffectedWorkflow } from '../../tenant/switch/affected-workflows';
import { currentKey } from '../../tenant/switch/switch-plan';
import { describeTargetSet, unfitWarning, type PlanLine } from '../../tenant/target-set/describe-target-set';
import { keyNameOf, type PlannedTarget, type TargetSetPlan } from '../../tenant/target-set/plan-target-set';
import { leftToPerson, stepsOf } from '../../tenant/target-set/set-steps';
import { painter, type Paint } from './paint';
import { lines } from './tenant-json';
import { printable } from './wording';

type NameOf = (uri: string) => string;

export function targetSetJson(plan: TargetSetPlan, impacts: readonly TargetImpact[], nameOf: NameOf): string {
  const { method, suffix, region, key, targets, notFitting, leftAlone } = plan;
  const workflows = (affected: readonly AffectedWorkflow[]) =>
    affected.map((each) => ({ file: nameOf(each.uri), workflow: each.title, method: each.method }));
  const head = { version: 1, method, suffix, region, key: { name: keyNameOf(plan), state: key.state } };
  const more = (planned: PlannedTarget): object => {
    switch (planned.state) {
      case 'there':
        return { id: planned.target.id };
      case 'differs': {
        const { target } = planned;
        const from = currentKey(target)?.name ?? null;
        return {
          id: target.id,
          from,
          workflows: workflows(planned.workflows),
          usedInTenant: usedInTenant(target, impacts),
        };
      }
      case 'in-the-way':
        return { reason: planned.reason };
      case 'missing':
        return {};
    }
  };
  const targetLines = lines(
    targets.map((planned) => {
      const { wanted, state } = planned;
      const { host, path = null, usesKey } = wanted;
      return { target: wanted.name, state, host, path, key: usesKey ? keyNameOf(plan) : null, ...more(planned) };
    }),
  );
  const rest = {
    leftToPerson: leftToPerson(plan),
    notFitting: workflows(notFitting),
    leftAlone: leftAlone.map(({ name }) => name),
  };
  return `${jsonLine(head).slice(0, -1)},"targets":[${targetLines}],${jsonLine(rest).slice(1)}\n`;
}

export function targetSetText(
  plan: TargetSetPlan,
  impacts: readonly TargetImpact[],
  nameOf: NameOf,
  colour: boolean,
  isApplied: boolean,
): string {
  const paint = painter(colour);
  const { method, notFitting } = plan;
  const inWords = ({ uri, title }: AffectedWorkflow) => `    ${printable(`${nameOf(uri)}: ${title}`)}\n`;
  return [
    ...describeTargetSet(plan, impacts).map((line) => lineText(line, inWords, paint)),
    notFitting.length > 0
      ? `${paint('yellow', 'On targets that change')}. ${unfitWarning[method]}:\n${notFitting.map(inWords).join('')}`
      : '',
    `${summary(plan)}${isApplied ? '' : '; nothing was changed'}.\n`,
  ].join('');
}

function lineText(line: PlanLine, inWords: (workflow: AffectedWorkflow) => string, paint: Paint): string {
  const { subject, text, details, workflows } = line;
  const below = details.map((detail) => `    ${printable(detail)}\n`);
  return `${paint('bold', printable(subject))}: ${printable(text)}\n${workflows.map(inWords).join('')}${below.join('')}`;
}

function summary(plan: TargetSetPlan): string {
  const steps = stepsOf(plan);
  const left = leftToPerson(plan).length;
  const changed = steps.filter(({ does }) => does === 'change-target').length;
  const parts = [
    `${steps.length - changed} to create`,
    `${changed} to change`,
    ...(left > 0 ? [`${countOf(left, 'thing')} left to you`] : []),
  ];
  return parts.join(', ');
}
