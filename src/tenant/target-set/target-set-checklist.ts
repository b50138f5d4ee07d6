import { escaped } from '../../core/text/markdown';
import { describeTargetSet, remarksOn } from './describe-target-set';
import { keyNameOf, type TargetSetPlan } from './plan-target-set';
import type { SetMethod } from './target-set';

/** A plan as a checklist in Markdown: ticked is what is there, the rest is to be done in the web console or here. */
export function targetSetChecklist(plan: TargetSetPlan, tenant: string): string {
  const lines = describeTargetSet(plan).map(({ subject, text, by, details }) => {
    const tick = by === 'nobody' ? 'x' : ' ';
    const below = details.map((detail) => `  - ${escaped(detail)}`);
    return [`- [${tick}] **${escaped(subject)}** ${escaped(text)}`, ...below].join('\n');
  });
  const remarks = remarksOn(plan).map((remark) => `${escaped(remark)}\n`);
  return [
    `# ${titles[plan.method]} in ${escaped(tenant)}\n`,
    `The account key is called ${escaped(`"${keyNameOf(plan)}"`)}, and a new target is an HTTP Endpoint.\n`,
    `${lines.join('\n')}\n`,
    ...remarks,
  ].join('\n');
}

const titles: Readonly<Record<SetMethod, string>> = {
  legacy: 'Targets for the legacy method',
  token: 'Targets for the token',
};
