import type { Quota } from '../api/quota';
import type { TenantErrorKind } from '../api/tenant-error';
import { verdictOn } from '../state/method';
import type { TenantState } from '../state/tenant-state';
import type { WorkspaceIndex } from '../state/workspace-index';
import type { ExplorerNode } from './explorer-node';
import { escaped, facts } from './markdown';
import { idPart } from './node-id';
import { shownName, visible } from './shown-name';
import { countOf, stateNodes } from './state-nodes';
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
  readonly error?: { readonly kind: TenantErrorKind; readonly message: string } | undefined;
}

export function tenantNodes(tenants: readonly TenantView[], index: WorkspaceIndex, now: number): ExplorerNode[] {
  return tenants.map((tenant) => tenantNode(tenant, index, now));
}

function tenantNode(tenant: TenantView, index: WorkspaceIndex, now: number): ExplorerNode {
  const { id, name, place, isActive, isLoading, isSnapshot, state, error, quota } = tenant;
  const own = `tenant/${idPart(id)}`;
  const [label, shownPlace] = [shownName(name), shownName(place)];
  const method = state && verdictOn(state).method;
  const age = state && ageOf(state, now);
  const status = isLoading ? 'reading...' : error ? 'not read' : (age ?? 'not read yet');
  return {
    id: own,
    label,
    description: [method, isActive ? 'active' : undefined, status, shownPlace]
      .filter((part) => part !== undefined)
      .join(' · '),
    tooltip: facts(name, [
      ['Lives in', place],
      ['Method', method && methodWords[method]],
      ['Read', age],
      ['Requests left in this hour', quota?.remaining === undefined ? null : quotaWords(quota)],
    ]),
    spoken: [
      `${isSnapshot ? 'Snapshot' : 'Tenant'} ${label}, ${shownPlace}`,
      ...(method ? [`method ${methodWords[method]}`] : []),
      status,
      ...(isActive ? ['active'] : []),
    ].join(', '),
    icon: isLoading
      ? { name: 'loading~spin' }
      : error
        ? { name: 'error', colour: 'error' }
        : method
          ? methodIcons[method]
          : { name: 'cloud' },
    kind: isSnapshot ? 'snapshot' : isActive ? 'activeTenant' : 'tenant',
    subject: { tenant: id, name },
    isOpen: isActive,
    children: () => [
      ...(error ? [errorNode(`${own}/error`, id, error)] : []),
      ...(state ? [verdictNode(`${own}/verdict`, state), ...stateNodes(own, state, index)] : []),
    ],
  };
}

function verdictNode(id: string, state: TenantState): ExplorerNode {
  const { method, evidence } = verdictOn(state);
  return {
    id,
    label: `Method: ${methodWords[method]}`,
    tooltip: facts(
      methodWords[method],
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

/** What to do about an error is a button of its line where the explorer itself can do it. */
function errorNode(id: string, tenant: string, { kind, message }: NonNullable<TenantView['error']>): ExplorerNode {
  const label = visible(message);
  const isSignIn = kind === 'bad-client' || kind === 'signed-out' || kind === 'expired';
  return {
    id,
    label,
    tooltip: escaped(message),
    spoken: `Error: ${label}`,
    icon: { name: 'error', colour: 'error' },
    kind: 'error',
    subject: { tenant },
    command: isSignIn
      ? { command: 'sxo.tenant.signIn', title: 'Sign In Again', arguments: [tenant] }
      : { command: 'sxo.tenant.refresh', title: 'Try Again', arguments: [tenant] },
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
