import assert from 'node:assert/strict';
import { bothVocabularies, vocabularyFor, type Product, type VocabularyChoice } from '../../src/core/vocabulary';
import { migrationNodes } from '../../src/tenant/explorer/migration-nodes';
import { stateNodes } from '../../src/tenant/explorer/state-nodes';
import { tenantNodes } from '../../src/tenant/explorer/tenant-nodes';
import { differenceOf } from '../../src/tenant/state/difference';
import { verdictOn } from '../../src/tenant/state/method';
import { stateOfSnapshot } from '../../src/tenant/state/state-of';
import type { TenantState } from '../../src/tenant/state/tenant-state';
import { WorkspaceIndex } from '../../src/tenant/state/workspace-index';
import { planSwitch } from '../../src/tenant/switch/switch-plan';
import { planTargetSet } from '../../src/tenant/target-set/plan-target-set';
import { targetSetChecklist } from '../../src/tenant/target-set/target-set-checklist';
import * as make from './support/objects';

const nobody = new WorkspaceIndex();
const key = make.accountKey('Token', make.tokenType);
const managed = (type: string) =>
  make.target('Managed', {
    ...make.platform,
    more: { metadata: { sx_module_info: { module_type: type, external_id: 'securex:ao:iroh_api' } } },
  });

function stateOf(names: readonly string[], choice: VocabularyChoice = 'auto', keys = [key]): TenantState {
  const targets = names.map((name) => make.target(name, { ...make.platform, key: key.id }));
  return stateOfSnapshot(make.snapshot(targets, keys), 'snapshot', () => choice);
}

describe('the vocabulary of a tenant', () => {
  const shown: Readonly<Record<string, readonly [Product | undefined, TenantState]>> = {
    'a target that XDR brings along': ['xdr', stateOf(['CTR_API', 'Platform APIs'])],
    'an integration of Cisco XDR': ['xdr', stateOfSnapshot(make.snapshot([managed('Cisco XDR')]))],
    'an integration of SecureX': ['securex', stateOfSnapshot(make.snapshot([managed('SecureX')]))],
    'names that went on into Cisco XDR': [undefined, stateOf(['CTR_API'])],
    'nothing at all': [undefined, stateOf([])],
  };
  for (const [what, [product, state]] of Object.entries(shown)) {
    it(`is that of ${product ?? 'both products'} with ${what}`, () => {
      const expected = product === undefined ? bothVocabularies : vocabularyFor(product, () => undefined);
      assert.equal(state.vocabulary, expected);
    });
  }

  it('follows the choice, also one that is made later', () => {
    let choice: VocabularyChoice = 'securex';
    const state = stateOfSnapshot(make.snapshot([make.target('Platform APIs')], [key]), 'live', () => choice);
    assert.equal(state.accountKeys[0]?.typeName, 'SecureX Token');
    choice = 'auto';
    assert.equal(state.accountKeys[0].typeName, 'Cisco XDR Token');
  });

  it('is no difference between two tenants', () => {
    const { accountKeys, targets } = differenceOf(stateOf(['CTR_API'], 'securex'), stateOf(['CTR_API'], 'xdr'));
    assert.deepEqual([...accountKeys, ...targets], []);
  });
});

describe('whatever is said of a tenant', () => {
  const foreign = { securex: /XDR/, xdr: /SecureX/ } as const;
  for (const product of ['securex', 'xdr'] as const) {
    it(`is in the words of the choice ${product} alone`, () => {
      const said = saidWith(product);
      assert.deepEqual(
        said.filter((text) => foreign[product].test(text)),
        [],
      );
      const { tokenKeyType, suggestedKeyName, exampleTarget } = vocabularyFor(product, () => undefined);
      for (const word of [tokenKeyType, suggestedKeyName, exampleTarget])
        assert.ok(
          said.some((text) => text.includes(word)),
          word,
        );
    });
  }
});

/** In a tenant that has a token key, in one that has none, and in one that has nothing. */
function saidWith(choice: VocabularyChoice): string[] {
  const states = [
    stateOf(['Target of mine'], choice),
    stateOf(['Target of mine'], choice, []),
    stateOfSnapshot(
      make.snapshot([make.target('CTIA_Target', { host: 'example.com', key: key.id })], [key]),
      'live',
      () => choice,
    ),
    stateOf([], choice, []),
  ];
  return states.flatMap((state) => {
    const view = { id: 'a', name: 'A', place: 'here', isActive: true, isSnapshot: true, isLoading: false, state };
    const nodes = [
      ...migrationNodes(state, nobody),
      ...stateNodes('a', state, nobody),
      ...tenantNodes([view], nobody, Date.parse('2024-02-20T17:00:00Z')),
    ];
    const plan = planTargetSet({ method: 'token', suffix: '', region: 'us' }, undefined, state, nobody);
    return [
      ...verdictOn(state).evidence,
      ...nodes.flatMap(textsOf),
      ...targetSetChecklist(plan, 'A').replaceAll('\\', '').split('\n').filter(isNoTarget),
      refusalOf(state),
    ];
  });
}

/** Targets of a set are what workflows choose, whatever the words are. */
function isNoTarget(line: string): boolean {
  return !line.includes('is to be created, for');
}

type Node = ReturnType<typeof migrationNodes>[number];

function textsOf(node: Node): string[] {
  const { label, description = '', tooltip = '', spoken = '', children } = node;
  return [label, description, tooltip, spoken, ...(children?.() ?? []).flatMap(textsOf)];
}

function refusalOf(state: TenantState): string {
  try {
    planSwitch(state, 'nobody', nobody);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}
