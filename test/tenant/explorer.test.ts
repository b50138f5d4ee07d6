import assert from 'node:assert/strict';
import type { TenantErrorKind } from '../../src/tenant/api/tenant-error';
import type { ExplorerNode } from '../../src/tenant/explorer/explorer-node';
import { tenantNodes, type TenantView } from '../../src/tenant/explorer/tenant-nodes';
import { workspaceNodes } from '../../src/tenant/explorer/workspace-nodes';
import { stateOfSnapshot } from '../../src/tenant/state/state-of';
import { WorkspaceIndex } from '../../src/tenant/state/workspace-index';
import { printJson } from '../support/print-json';
import { serviceWith } from '../support/service';
import * as build from '../support/workflow';
import * as make from './support/objects';
import { apiTarget, smallTenant } from './support/small-tenant';

const service = serviceWith();
const takenAt = '2026-11-18T09:00:00.000Z';
const start = Date.parse(takenAt);
const minutes = (count: number): number => start + count * 60_000;
const state = stateOfSnapshot(
  { version: 1, takenAt, targets: smallTenant.targets, runtime_users: smallTenant.runtime_users, target_groups: [] },
  'cached',
);
const empty = new WorkspaceIndex();

function indexOf(parts: build.WorkflowParts, uri = 'file:///x.json'): WorkspaceIndex {
  const index = new WorkspaceIndex();
  index.set(uri, service.inventory({ uri, text: printJson(build.workflow(parts)) }));
  return index;
}

function lineOf(view: Partial<TenantView>, now = start): ExplorerNode {
  const whole = { id: '7', name: 'Lab', place: 'Europe', isActive: true, isSnapshot: false, isLoading: false, ...view };
  const [node] = tenantNodes([whole], empty, now);
  assert.ok(node);
  return node;
}

function find(nodes: readonly ExplorerNode[], label: string): ExplorerNode {
  const found = allOf(nodes).find((node) => node.label === label);
  assert.ok(found, label);
  return found;
}

function allOf(nodes: readonly ExplorerNode[]): ExplorerNode[] {
  return nodes.flatMap((node) => [node, ...allOf(node.children?.() ?? [])]);
}

function failure(kind: TenantErrorKind, retryAt?: number): NonNullable<TenantView['error']> {
  return { kind, message: 'The whole story.', ...(retryAt !== undefined && { retryAt }) };
}

describe('the lines of a tenant', () => {
  it('keep what was known, with its time, beside an error', () => {
    const line = lineOf({ state, error: failure('unreachable') }, minutes(5));
    assert.match(line.description ?? '', / · active · 5 minutes ago, from a copy · Europe$/);
    assert.match(line.spoken ?? '', /5 minutes ago, from a copy, could not be read: Tenant not reachable, active$/);
    assert.deepEqual(
      line
        .children?.()
        .map(({ kind }) => kind)
        .slice(0, 3),
      ['error', 'note', 'section'],
    );
  });

  it('say of a tenant that was never read that it was not', () => {
    assert.equal(lineOf({}).description, 'active · not read yet · Europe');
    assert.equal(lineOf({ error: failure('timeout') }).description, 'active · not read · Europe');
  });

  it('show no error of before while the tenant is being read', () => {
    const line = lineOf({ state, isLoading: true, error: failure('timeout') });
    assert.match(line.description ?? '', /reading\.\.\./);
    assert.deepEqual(line.traits, ['reading']);
    assert.ok(!line.children?.().some(({ kind }) => kind === 'error'));
  });

  it('tell each error in a few words, and what to do', () => {
    const kinds: readonly TenantErrorKind[] = [
      ...(['bad-client', 'signed-out', 'expired', 'forbidden', 'not-found', 'conflict', 'rejected'] as const),
      ...(['rate-limit', 'server', 'unreachable', 'timeout', 'not-json', 'unexpected-answer'] as const),
    ];
    const lines = kinds.map((kind) => lineOf({ error: failure(kind) }).children?.()[0]);
    assert.equal(new Set(lines.map((line) => line?.label)).size, kinds.length);
    for (const line of lines) {
      assert.ok(line && line.label.length < 40 && line.description);
      assert.equal(line.spoken, 'Error: The whole story.');
    }
    const signIn = kinds.filter((_kind, at) => lines[at]?.command?.command === 'sxo.tenant.signIn');
    assert.deepEqual(signIn, ['bad-client', 'signed-out', 'expired']);
  });

  it('count the minutes down that are left of a rate limit', () => {
    const waitAt = (now: number) =>
      lineOf({ error: failure('rate-limit', minutes(60)) }, now).children?.()[0]?.description;
    assert.equal(waitAt(start), 'try again in 60 minutes');
    assert.equal(waitAt(minutes(18)), 'try again in 42 minutes');
    assert.equal(waitAt(minutes(59.5)), 'try again in a minute');
    assert.equal(waitAt(minutes(61)), 'try again now');
    assert.equal(lineOf({ error: failure('rate-limit') }).children?.()[0]?.description, 'try again later');
  });

  it('let no word of a server act as Markdown', () => {
    const error = { kind: 'forbidden', message: 'No. The server says: "[x](command:y) `z`".' } as const;
    const tooltip = lineOf({ error }).children?.()[0]?.tooltip;
    assert.equal(tooltip, 'No. The server says: "\\[x\\]\\(command:y\\) \\`z\\`".');
  });

  it('show the requests that the organisation has left', () => {
    const line = find([lineOf({ state, quota: { limit: 8000, remaining: 12 } })], 'Requests Left');
    assert.equal(line.description, '12 of 8000 in this hour');
    assert.ok(!allOf([lineOf({ state })]).some(({ label }) => label === 'Requests Left'));
  });

  it('bear ids that stand only once, whatever a snapshot holds, and the same ones each time', () => {
    const odd = stateOfSnapshot({
      version: 1,
      takenAt,
      targets: [...smallTenant.targets, apiTarget, { ...apiTarget }],
      runtime_users: [],
      target_groups: [],
    });
    const ids = (): string[] => allOf([lineOf({ state: odd })]).map(({ id }) => id);
    assert.equal(new Set(ids()).size, ids().length);
    assert.deepEqual(ids(), ids());
  });
});

describe('the place of a line', () => {
  const named = { title: 'Some', actions: [build.httpRequest('call', { target: build.on('ctr_api') })] };
  const targets = {
    a: { unique_name: make.targetUniqueName('Own'), name: 'n', properties: { display_name: 'CTR_API' } },
  };

  it('is where a file names the target', () => {
    const parts = { title: 'Some', actions: [build.httpRequest('call', { target: build.on('Elsewhere') })] };
    const line = find(workspaceNodes(indexOf(parts)), 'Elsewhere');
    assert.equal(line.place?.uri, 'file:///x.json');
    assert.deepEqual(line.place, line.children?.()[0]?.place);
  });

  it("is rather where a file defines it, for a tenant's target of that name, too", () => {
    const index = indexOf({ ...named, beside: { targets } });
    const definition = { uri: 'file:///x.json', path: ['targets', 'a'] };
    assert.deepEqual(find(workspaceNodes(index), 'CTR_API').place, definition);
    const views = [{ id: '7', name: 'Lab', place: '', isActive: true, isSnapshot: false, isLoading: false, state }];
    assert.deepEqual(find(tenantNodes(views, index, start), 'CTR_API').place, definition);
    assert.equal(find(tenantNodes(views, index, start), 'CTR_For_Access_Token').place, undefined);
  });

  it('goes with the file', () => {
    const index = indexOf({ ...named, beside: { targets } });
    assert.ok(find(workspaceNodes(index), 'CTR_API').place);
    index.delete('file:///x.json');
    assert.equal(index.definitionOf('target', { uniqueName: null, name: 'CTR_API' }), undefined);
  });
});
