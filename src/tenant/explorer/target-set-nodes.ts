import { usualSuffixes } from '../../core/catalog/target-sets';
import type { TenantState } from '../state/tenant-state';
import type { WorkspaceIndex } from '../state/workspace-index';
import { describeTargetSet, type PlanLine } from '../target-set/describe-target-set';
import { planTargetSet, type TargetSetPlan } from '../target-set/plan-target-set';
import { TargetSetRefused } from '../target-set/set-key';
import { regionOfState, wantedTargets, type TargetSet } from '../target-set/target-set';
import type { ExplorerNode } from './explorer-node';
import { facts } from './markdown';
import { idsBelow } from './node-id';
import { shownName, visible } from '../../core/text/shown-name';
import { stateWords, step, stepIcons, type Step } from './step-node';

/** The checklists of second sets that the tenant has a part of, or that workflows of the workspace choose from. */
export function targetSetNodes(state: TenantState, index: WorkspaceIndex): ExplorerNode[] {
  const region = regionOfState(state);
  if (region === undefined) return [];
  return usualSuffixes
    .map((suffix): TargetSet => ({ method: suffix === '_Token' ? 'token' : 'legacy', suffix, region }))
    .filter((set) => namesOf(set).some((name) => state.targetsNamed(name).length + index.usersOfName(name).length > 0))
    .map((set) => setNode(set, state, index));
}

function namesOf(set: TargetSet): string[] {
  return wantedTargets(set).flatMap(({ name, alias }) => [name, ...(alias === undefined ? [] : [alias])]);
}

function setNode(set: TargetSet, state: TenantState, index: WorkspaceIndex): ExplorerNode {
  const id = `target-set/${set.suffix}`;
  const common = {
    id,
    label: `Create the targets with ${set.suffix}`,
    command: { command: 'sxo.tenant.createSecondSet', title: 'Create a Second Set of Targets...' },
  };
  const plan = planOrReason(set, state, index);
  if (typeof plan === 'string') return step({ ...common, is: 'open', description: 'choose a key', why: plan });
  const lines = describeTargetSet(plan);
  const open = lines.filter(({ by }) => by !== 'nobody').length;
  return step({
    ...common,
    is: open === 0 ? 'done' : 'open',
    description: `${lines.length - open} of ${lines.length} there`,
    why: whyOf[set.method],
    children: () => {
      const idOf = idsBelow(`migration/${id}`);
      return lines.map((line) => lineNode(idOf(line.subject), line));
    },
  });
}

const whyOf: Readonly<Record<TargetSet['method'], NonNullable<Step['why']>>> = {
  token: 'A second set of targets, with a token key, for workflows that are migrated before the others.',
  legacy: 'A second set of targets, without a token key, for workflows that still pass tokens by hand.',
};

function planOrReason(set: TargetSet, state: TenantState, index: WorkspaceIndex): TargetSetPlan | string {
  try {
    return planTargetSet(set, undefined, state, index);
  } catch (error) {
    if (error instanceof TargetSetRefused) return error.message;
    throw error;
  }
}

function lineNode(id: string, { subject, text, by, details }: PlanLine): ExplorerNode {
  const is = by === 'nobody' ? 'done' : 'open';
  const label = shownName(subject);
  const description = visible(text);
  return {
    id,
    label,
    description,
    tooltip: facts(subject, [
      ['State', text],
      ['Left to', by === 'person' ? 'you, in the web console' : null],
      ...details.map((detail) => ['Mind', detail] as const),
    ]),
    spoken: `${label}, ${stateWords[is]}, ${description}`,
    icon: stepIcons[is],
    kind: 'note',
  };
}
