import type { Quota } from '../api/quota';
import { missingInWords } from '../missing-in-words';
import { verdictOn } from '../state/method';
import type { TenantState } from '../state/tenant-state';
import type { WorkspaceIndex } from '../state/workspace-index';
import { errorNode, problemOf, type TenantFailure } from './error-node';
import type { ExplorerNode } from './explorer-node';
import { escaped } from '../../core/text/markdown';
import { facts } from './markdown';
import { idPart } from './node-id';
import { shownName, visible } from '../../core/text/shown-name';
import { countOf } from '../../core/text/wording';
import { stateNodes } from './state-nodes';
import { methodIcons, methodWords } from './verdict-words';

/** A tenant, or a snapshot that was opened, with what is known of it now. */
export interface TenantView {
  readonly id: string;
  readonly name: string;
  /** Its region, its server, or the snapshot's file. */
  readonly place: string;
  readonly isActive: boolean;
  readonly isSnapshot: boolean;
  readonly isLoading: boolean;
  readonly state?: TenantState | undefined;
  readonly quota?: Quota | undefined;
  /** How many things had a shape that could not be read, and are missing in the state. */
  readonly leftOut?: number | undefined;
  readonly error?: TenantFailure | undefined;
}

export function tenantNodes(tenants: readonly TenantView[], index: WorkspaceIndex, now: number): ExplorerNode[] {
  return tenants.map((tenant) => tenantNode(tenant, index, now));
}

function tenantNode(tenant: TenantView, index: WorkspaceIndex, now: number): ExplorerNode {
  const { id, name, place, isActive, isLoading, isSnapshot, state, quota, leftOut = 0 } = tenant;
  const own = `tenant/${idPart(id)}`;
  const [label, shownPlace] = [shownName(name), shownName(place)];
  // Whoever tries again wants to know how that ends.
  const error = isLoading ? undefined : tenant.error;
  const method = state && verdictOn(state).method;
  const inWords = method && methodWords(state.vocabulary)[method];
  const age = state && ageOf(state, now);
  const status = isLoading ? 'reading...' : (age ?? (error ? 'not read' : 'not read yet'));
  const said = [
    `${isSnapshot ? 'Snapshot' : 'Tenant'} ${label}`,
    shownPlace,
    inWords && `method ${inWords}`,
    status,
    error && `could not be read: ${problemOf(error)}`,
    isActive ? 'active' : undefined,
  ];
  return {
    id: own,
    label,
    description: [method, isActive ? 'active' : undefined, status, shownPlace]
      .filter((part) => part !== undefined)
      .join(' · '),
    tooltip: facts(name, [
      ['Lives in', place],
      ['Method', inWords],
      ['Read', age],
      ['Requests left in this hour', quota?.remaining === undefined ? null : quotaWords(quota)],
    ]),
    spoken: said.filter((part) => part !== undefined).join(', '),
    icon: isLoading
      ? { name: 'loading~spin' }
      : error
        ? { name: 'error', colour: 'error' }
        : method
          ? methodIcons[method]
          : { name: 'cloud' },
    kind: isSnapshot ? 'snapshot' : isActive ? 'activeTenant' : 'tenant',
    ...(isLoading ? { traits: ['reading'] as const } : {}),
    subject: { tenant: id, name },
    isOpen: isActive,
    children: () => [
      ...(error ? [errorNode(`${own}/error`, id, error, now)] : []),
      ...(state ? [verdictNode(`${own}/verdict`, state)] : []),
      ...missingNodes(`${own}/missing`, leftOut),
      ...(state ? stateNodes(own, state, index) : []),
      ...(quota?.remaining === undefined ? [] : [quotaNode(`${own}/quota`, quota)]),
    ],
  };
}

function missingNodes(id: string, leftOut: number): ExplorerNode[] {
  const missing = missingInWords(leftOut);
  if (missing === undefined) return [];
  return [
    {
      id,
      label: `${leftOut} Not Shown`,
      description: 'of a shape that cannot be read',
      tooltip: escaped(missing),
      spoken: `${leftOut} not shown: ${missing}`,
      icon: { name: 'warning', colour: 'warning' },
      kind: 'note',
    },
  ];
}

function verdictNode(id: string, state: TenantState): ExplorerNode {
  const { method, evidence } = verdictOn(state);
  const inWords = methodWords(state.vocabulary)[method];
  return {
    id,
    label: `Method: ${inWords}`,
    tooltip: facts(
      inWords,
      evidence.map((sentence) => ['Because', sentence] as const),
    ),
    icon: methodIcons[method],
    kind: 'note',
    children: () =>
      evidence.map((sentence, at) => ({
        id: `${id}/${at}`,
        label: visible(sentence),
        tooltip: escaped(sentence),
        icon: { name: 'info' },
        kind: 'note' as const,
      })),
  };
}

function quotaNode(id: string, quota: Quota): ExplorerNode {
  return {
    id,
    label: 'Requests Left',
    description: `${quotaWords(quota)} in this hour`,
    tooltip: 'What the whole organisation may still ask of the API, all its clients together, in a rolling hour.',
    spoken: `Requests left in this hour: ${quotaWords(quota)}`,
    icon: { name: 'dashboard' },
    kind: 'note',
  };
}

function ageOf({ source: { takenAt, origin } }: TenantState, now: number): string | undefined {
  if (takenAt === undefined) return undefined;
  const minutes = Math.max(0, Math.floor((now - Date.parse(takenAt)) / 60_000));
  const ago =
    minutes < 1
      ? 'just now'
      : minutes < 60
        ? `${countOf(minutes, 'minute')} ago`
        : minutes < 48 * 60
          ? `${countOf(Math.floor(minutes / 60), 'hour')} ago`
          : new Date(takenAt).toISOString().slice(0, 10);
  return origin === 'cached' ? `${ago}, from a copy` : ago;
}

function quotaWords({ remaining, limit }: Quota): string {
  return `${remaining ?? '?'}${limit === undefined ? '' : ` of ${limit}`}`;
}
