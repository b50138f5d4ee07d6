import { countOf } from '../../core/text/wording';
import type { Vocabulary } from '../../core/vocabulary';
import type { Method } from '../../tenant/state/method';
import type { DataSource } from '../../tenant/state/tenant-state';
import type { ShownTarget, ShownTenant, ShownUser } from '../tenant-report';
import { painter, type Paint, type Style } from './paint';
import { printable } from './wording';

const verdictsIn = ({ product }: Vocabulary): Readonly<Record<Method, readonly [Style, string]>> => ({
  legacy: ['yellow', 'legacy: workflows make access tokens and pass them'],
  token: ['green', 'token: the account key of the targets makes the tokens'],
  mixed: ['yellow', 'mixed: some targets have a token key, and to others workflows pass tokens'],
  broken: ['red', `broken: a ${product} target cannot work as it is`],
  unknown: ['yellow', 'unknown'],
});

export function tenantText(tenant: ShownTenant, colour: boolean): string {
  const paint = painter(colour);
  const [style, verdict] = verdictsIn(tenant.vocabulary)[tenant.method];
  return [
    `Method: ${paint(style, verdict)}\n`,
    `From: ${sourceInWords(tenant.source)}\n`,
    ...tenant.evidence.map((sentence) => `  ${printable(sentence)}\n`),
    `\n${paint('bold', countOf(tenant.targets.length, 'target'))}\n`,
    ...tenant.targets.flatMap((target) => targetLines(target, tenant.wasIndexed, paint)),
    `\n${paint('bold', countOf(tenant.accountKeys.length, 'account key'))}\n`,
    ...tenant.accountKeys.map(({ name, typeName }) => `  ${printable(name)}: ${printable(typeName)}\n`),
  ].join('');
}

export function sourceInWords({ origin, takenAt, region }: DataSource): string {
  if (origin === 'files') return 'what the workflow files bring along';
  const kinds = { snapshot: 'a snapshot', cached: 'cached data', live: 'the live tenant' } as const;
  const time = takenAt === undefined ? '' : `, taken at ${takenAt}`;
  return printable(`${kinds[origin]}${time}${region === undefined ? '' : `, region ${region}`}`);
}

function targetLines(target: ShownTarget, wasIndexed: boolean, paint: Paint): string[] {
  const { name, method, host, key, keyTypeName, usedBy } = target;
  const parts = [
    method ?? '',
    host ?? '',
    key === null ? '' : `account key "${key}" (${keyTypeName ?? 'unknown type'})`,
    wasIndexed ? `used in ${countOf(usedBy.length, 'place')}` : '',
  ].filter((part) => part !== '');
  return [
    `  ${paint('bold', printable(name))}${parts.length > 0 ? ': ' : ''}${printable(parts.join(', '))}\n`,
    ...usedBy.map((user) => `    ${printable(userInWords(user))}\n`),
  ];
}

function userInWords({ file, workflow, activity }: ShownUser): string {
  return activity === null ? `${file}: ${workflow}` : `${file}: ${workflow}, ${activity}`;
}
