import assert from 'node:assert/strict';
import type { TenantErrorKind } from '../../../src/tenant/api/tenant-error';
import { tenantNodes, type TenantView } from '../../../src/tenant/explorer/tenant-nodes';
import type { ExplorerNode } from '../../../src/tenant/explorer/explorer-node';
import { methodWords } from '../../../src/tenant/explorer/verdict-words';
import { bothVocabularies } from '../../../src/core/vocabulary';
import { parseSnapshot } from '../../../src/tenant/snapshot';
import type { Method } from '../../../src/tenant/state/method';
import { stateOfSnapshot } from '../../../src/tenant/state/state-of';
import { WorkspaceIndex } from '../../../src/tenant/state/workspace-index';
import { allExampleTenants } from '../support/all-examples';
import { hostileNames } from '../support/hostile-names';
import * as make from '../support/objects';
import { assertPlain, assertSoundTree, below, labels, nodeAt, now, viewOf } from '../support/tree';

const nobody = new WorkspaceIndex();
const stateAt = (takenAt: string, origin: 'live' | 'cached' | 'snapshot' = 'live') =>
  stateOfSnapshot({ ...make.snapshot([make.target('CTR_API', make.platform)]), takenAt }, origin);
const minutesAgo = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
const legacy = stateAt(minutesAgo(0));
const nodeOf = (view: TenantView): ExplorerNode => tenantNodes([view], nobody, now)[0]!;

it('tells of what could not be read, right below the verdict', () => {
  const view = viewOf(legacy, { leftOut: 2 });
  assertSoundTree(() => [nodeOf(view)]);
  const [, missing] = nodeOf(view).children!();
  assert.equal(missing?.label, '2 Not Shown');
  assert.match(missing.spoken ?? '', /^2 not shown: 2 targets, keys or groups have a shape that cannot be read/);
  assert.ok(!labels(nodeOf(viewOf(legacy, { leftOut: 0 })).children!()).some((label) => label.endsWith('Not Shown')));
});

describe('the lines of the example tenants', () => {
  const methods: Readonly<Record<string, Method>> = {
    legacy: 'legacy',
    token: 'token',
    mixed: 'mixed',
    'a-legacy': 'legacy',
    'b-new': 'token',
    'c-mixed': 'mixed',
    'd-xdr': 'token',
    'e-xdr-legacy': 'legacy',
  };
  for (const { name, targets, runtime_users, target_groups } of allExampleTenants()) {
    const lists = { targets, runtime_users, target_groups };
    const state = stateOfSnapshot(parseSnapshot(JSON.stringify({ version: 1, takenAt: minutesAgo(3), ...lists })));
    const view = viewOf(state, { name, isActive: true });
    const method = methods[name]!;

    it(`tell the method of ${name} and the evidence for it, and count what is there`, () => {
      const node = nodeOf(view);
      assert.equal(node.description, `${method} · active · 3 minutes ago · North America`);
      const [verdict, ...sections] = node.children!();
      assert.equal(verdict?.label, `Method: ${methodWords(bothVocabularies)[method]}`);
      const evidence = labels(verdict.children!());
      assert.match(
        evidence[0] ?? '',
        /^"(?:CTR_API|Platform APIs)" \(visibility\.(?:eu\.)?amp\.cisco\.com\) uses .+\.$/,
      );
      const documented = state.targets.filter((target) =>
        /^(?:CTR_API|(?:Private_)?CTIA_Target|(?:Platform|(?:Private|Public) Intelligence) APIs)$/.test(target.name),
      );
      for (const target of documented) assert.ok(evidence.some((sentence) => sentence.includes(`"${target.name}"`)));
      const expected = { Targets: targets, 'Account Keys': runtime_users, 'Target Groups': target_groups ?? [] };
      for (const [label, items] of Object.entries(expected)) {
        if (items.length === 0) continue;
        const section = nodeAt(sections, label);
        assert.equal(section.description, String(items.length));
        assert.deepEqual(
          labels(section.children!()),
          items.map((item) => String(item.name)).sort((a, b) => a.localeCompare(b)),
        );
      }
    });

    it(`make a sound tree of ${name}`, () => {
      assertSoundTree(() => tenantNodes([view, viewOf(state, { id: 'other', isSnapshot: true })], nobody, now));
    });
  }
});

describe('the line of a tenant', () => {
  it('says what kind it is, and opens where it is the active one', () => {
    const kinds = [{}, { isActive: true }, { isSnapshot: true }, { isSnapshot: true, isActive: true }];
    assert.deepEqual(
      kinds.map((more) => nodeOf(viewOf(legacy, more))).map(({ kind, isOpen }) => [kind, isOpen]),
      [
        ['tenant', false],
        ['activeTenant', true],
        ['snapshot', false],
        ['snapshot', true],
      ],
    );
    assert.match(nodeOf(viewOf(legacy, { isSnapshot: true })).spoken ?? '', /^Snapshot One, /);
    assert.deepEqual(nodeOf(viewOf(legacy)).subject, { tenant: 'one', name: 'One' });
  });

  it('says whether its data is there, on its way, or cannot be had', () => {
    const error = { kind: 'timeout', message: 'It took too long.' } as const;
    const cases: readonly (readonly [view: TenantView, description: string, spoken: string, icon: string])[] = [
      [viewOf(undefined), 'not read yet · North America', 'not read yet', 'cloud'],
      [viewOf(undefined, { isLoading: true }), 'reading... · North America', 'reading...', 'loading~spin'],
      [
        viewOf(undefined, { error }),
        'not read · North America',
        'not read, could not be read: No answer in time',
        'error',
      ],
      [
        viewOf(legacy),
        'legacy · just now · North America',
        `method ${methodWords(bothVocabularies).legacy}, just now`,
        'warning',
      ],
      [
        viewOf(legacy, { isLoading: true }),
        'legacy · reading... · North America',
        `method ${methodWords(bothVocabularies).legacy}, reading...`,
        'loading~spin',
      ],
      [
        viewOf(legacy, { error }),
        'legacy · just now · North America',
        `method ${methodWords(bothVocabularies).legacy}, just now, could not be read: No answer in time`,
        'error',
      ],
      [
        viewOf(legacy, { error, isLoading: true }),
        'legacy · reading... · North America',
        `method ${methodWords(bothVocabularies).legacy}, reading...`,
        'loading~spin',
      ],
    ];
    for (const [view, description, spoken, icon] of cases) {
      const node = nodeOf(view);
      assert.deepEqual(
        [node.description, node.spoken, node.icon.name],
        [description, `Tenant One, North America, ${spoken}`, icon],
      );
    }
    assert.equal(nodeOf(viewOf(legacy, { isActive: true })).spoken?.endsWith(', just now, active'), true);
    assert.deepEqual(nodeOf(viewOf(undefined)).children!(), []);
  });

  it('says how old its data is', () => {
    const ages: readonly (readonly [takenAt: string, age: string])[] = [
      [minutesAgo(-90), 'just now'],
      [minutesAgo(0.9), 'just now'],
      [minutesAgo(1), '1 minute ago'],
      [minutesAgo(59), '59 minutes ago'],
      [minutesAgo(60), '1 hour ago'],
      [minutesAgo(48 * 60 - 1), '47 hours ago'],
      [minutesAgo(48 * 60), '2026-11-18'],
      ['Tue, 20 Feb 2024 16:02:41 GMT', '2024-02-20'],
    ];
    for (const [takenAt, age] of ages) {
      assert.equal(nodeOf(viewOf(stateAt(takenAt))).description, `legacy · ${age} · North America`, takenAt);
    }
    const cached = nodeOf(viewOf(stateAt(minutesAgo(5), 'cached')));
    assert.equal(cached.description, 'legacy · 5 minutes ago, from a copy · North America');
    assert.match(cached.tooltip ?? '', /\n- Read: 5 minutes ago, from a copy$/);
  });

  it('shows what is left of the quota, as far as that is known', () => {
    const tooltip = (quota: TenantView['quota']): string => nodeOf(viewOf(legacy, { quota })).tooltip ?? '';
    assert.match(tooltip({ limit: 8000, remaining: 7990 }), /\n- Requests left in this hour: 7990 of 8000$/);
    assert.match(tooltip({ limit: 8000, remaining: 0 }), /: 0 of 8000$/);
    assert.match(tooltip({ remaining: 12 }), /: 12$/);
    for (const quota of [undefined, { limit: 8000 }]) assert.doesNotMatch(tooltip(quota), /Requests/);
  });

  it('has exactly one line for an error, with what to do, above the data from before', () => {
    const signIn: readonly TenantErrorKind[] = ['bad-client', 'signed-out', 'expired'];
    const others: readonly TenantErrorKind[] = [
      ...(['forbidden', 'not-found', 'conflict', 'rejected', 'rate-limit', 'server'] as const),
      ...(['unreachable', 'timeout', 'cancelled', 'not-json', 'unexpected-answer'] as const),
    ];
    const before = labels(nodeOf(viewOf(legacy)).children!());
    for (const kind of [...signIn, ...others]) {
      const error = { kind, message: 'The targets could not be read: nothing answers. Check the network.' };
      const [first, ...rest] = nodeOf(viewOf(legacy, { error })).children!();
      assert.deepEqual([first?.kind, first?.spoken], ['error', `Error: ${error.message}`]);
      assert.deepEqual(labels(rest), before, 'the data from before is gone');
      const [command, title] = signIn.includes(kind) ? ['signIn', 'Sign In Again'] : ['refresh', 'Try Again'];
      assert.deepEqual(first?.command, { command: `sxo.tenant.${command}`, title, arguments: ['one'] });
      assert.deepEqual(labels(nodeOf(viewOf(undefined, { error })).children!()), [first.label]);
    }
  });

  for (const [what, name] of Object.entries(hostileNames)) {
    it(`stands anything in a name, an address and an error: ${what}`, () => {
      const error = { kind: 'server', message: `It said: ${name}` } as const;
      const state = stateOfSnapshot(make.snapshot([make.target('CTR_API', { host: name })]));
      const views = ['1', name, `${name}/targets`].map((id) => viewOf(state, { id, name, place: `at ${name}`, error }));
      assertSoundTree(() => tenantNodes(views, nobody, now));
      for (const { tooltip } of below(tenantNodes(views, nobody, now), nodeOf(views[0]!).label)) {
        if (tooltip !== undefined) assertPlain(tooltip);
      }
      assert.deepEqual(nodeOf(views[1]!).subject, { tenant: name, name });
    });
  }
});
