import { countOf } from '../../core/text/wording';
import { jsonLine } from '../../picture/json-line';
import { describeImpact } from '../../tenant/switch/describe-plan';
import { usedInTenant, type TargetImpact } from '../../tenant/switch/switch-impact';
import type { AffectedWorkflow } from '../../tenant/switch/affected-workflows';
import type { SwitchPlan, SwitchStep } from '../../tenant/switch/switch-plan';
import { painter, type Paint } from './paint';
import { lines } from './tenant-json';
import { printable } from './wording';

type NameOf = (uri: string) => string;

/** What is known about the tenant itself; nothing where only a file was read. */
type Impacts = readonly TargetImpact[];

export function switchPlanJson(plan: SwitchPlan, impacts: Impacts, nameOf: NameOf): string {
  const { key, steps, done, leftAlone, notMigrated } = plan;
  const workflows = (affected: readonly AffectedWorkflow[]) =>
    affected.map(({ uri, title, method }) => ({ file: nameOf(uri), workflow: title, method }));
  const stepLines = lines(
    steps.map(({ target, from, to, workflows: affected }) => ({
      target: target.name,
      id: target.id,
      from: from?.name ?? null,
      to: to.name,
      workflows: workflows(affected),
      usedInTenant: usedInTenant(target, impacts),
    })),
  );
  const rest = {
    done: done.map(({ name }) => name),
    leftAlone: leftAlone.map(({ target, reason }) => ({ target: target.name, reason })),
    notMigrated: workflows(notMigrated),
  };
  const head = jsonLine({ version: 1, key: key.name }).slice(0, -1);
  return `${head},"steps":[${stepLines}],${jsonLine(rest).slice(1)}\n`;
}

export function switchPlanText(
  plan: SwitchPlan,
  impacts: Impacts,
  nameOf: NameOf,
  colour: boolean,
  isApplied: boolean,
): string {
  const { key, steps, done, leftAlone, notMigrated } = plan;
  const paint = painter(colour);
  const inWords = ({ uri, title }: AffectedWorkflow) => `    ${printable(`${nameOf(uri)}: ${title}`)}\n`;
  return [
    ...steps.map((step) => stepText(step, impacts, nameOf, paint)),
    ...done.map(({ name }) => `${paint('bold', printable(name))}: has the account key already\n`),
    ...leftAlone.map(
      ({ target, reason }) => `${paint('bold', printable(target.name))}: stays, as ${printable(reason)}\n`,
    ),
    notMigrated.length > 0
      ? `${paint('yellow', 'Not migrated yet')}; whether a token that is passed by hand still works then is not known:\n${notMigrated.map(inWords).join('')}`
      : '',
    `${countOf(steps.length, 'target')} to switch to the account key "${printable(key.name)}"${isApplied ? '' : '; nothing was changed'}.\n`,
  ].join('');
}

function stepText({ target, from, to, workflows }: SwitchStep, impacts: Impacts, nameOf: NameOf, paint: Paint): string {
  const before = from ? `"${from.name}" (${from.typeName})` : 'no account key';
  const used = workflows.map(({ uri, title, method }) => {
    return `    ${printable(`${nameOf(uri)}: ${title}${method === 'legacy' ? ' (passes tokens by hand)' : ''}`)}\n`;
  });
  const impact = impacts
    .filter((each) => each.target === target)
    .map((each) => `    ${printable(describeImpact(each))}\n`);
  return `${paint('bold', printable(target.name))}: ${printable(`${before} -> "${to.name}"`)}\n${used.join('')}${impact.join('')}`;
}
