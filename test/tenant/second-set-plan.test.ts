import assert from 'node:assert/strict';
import {
  planSecondSet,
  SecondSetRefused,
  wordsOf,
  type SecondSetPlan,
} from '../../src/tenant/second-set/second-set-plan';
import { stateOfSnapshot } from '../../src/tenant/state/state-of';
import * as make from './support/objects';

const token = make.accountKey('SecureX_Token', make.tokenType);
const second = make.accountKey('Another', make.tokenType);
const basic = make.accountKey('CTR_Credentials', make.basicType);
const publicIntel = { host: 'intel.amp.cisco.com' };

const plan = (
  targets: Parameters<typeof make.snapshot>[0],
  keys: Parameters<typeof make.snapshot>[1],
  suffix = '_Token',
) => planSecondSet(stateOfSnapshot(make.snapshot(targets, keys)), suffix);
const told = ({ targets }: SecondSetPlan): string[][] =>
  targets.map(({ name, key, found, problems }) => [
    name,
    wordsOf(key),
    found.length > 0 ? 'there' : 'missing',
    ...problems,
  ]);

const legacy = [
  make.target('CTR_API', make.platform),
  make.target('CTIA_Target', publicIntel),
  make.target('CTR_For_Access_Token', { ...make.platform, key: make.keyId('CTR_Credentials') }),
  make.target('Orbital_Target', { host: 'orbital.amp.cisco.com' }),
  make.target('ServiceNow', { host: 'now.example.com' }),
];

describe('a second set of targets', () => {
  it('has a target with a token key for each API of a tenant of the legacy method', () => {
    const { method, isForSameMethod, leftAlone, ...rest } = plan(legacy, [basic, token]);
    assert.deepEqual([method, isForSameMethod], ['token', false]);
    assert.deepEqual(told({ method, isForSameMethod, leftAlone, ...rest }), [
      ['CTR_API_Token', 'the account key "SecureX_Token"', 'missing'],
      ['CTIA_Target_Token', 'the account key "SecureX_Token"', 'missing'],
    ]);
    assert.deepEqual(
      leftAlone.map(({ target }) => target.name),
      ['CTR_For_Access_Token'],
    );
  });

  it('needs a key that only the web console makes, or a choice between two', () => {
    assert.match(
      told(plan(legacy, [basic]))[0]?.[1] ?? '',
      /^a new account key of the type SecureX Token .* "SecureX_To/,
    );
    assert.equal(told(plan(legacy, [token, second]))[0]?.[1], 'one of the account keys "SecureX_Token", "Another"');
  });

  it('has a target for fetching tokens, too, where it is for the legacy method', () => {
    const key = token.id;
    const targets = [
      make.target('CTR_API', { ...make.platform, key }),
      make.target('CTIA_Target', { ...publicIntel, key }),
    ];
    const made = plan(targets, [token], '_Old');
    assert.equal(made.method, 'legacy');
    assert.deepEqual(
      told(made).map(([name, words]) => [name, words?.slice(0, 21)]),
      [
        ['CTR_API_Old', 'no account key'],
        ['CTIA_Target_Old', 'no account key'],
        ['CTR_For_Access_Token_Old', 'a new account key of '],
      ],
    );
  });

  it('counts what is there, and says what is wrong with it', () => {
    const withSecond = [
      ...legacy,
      make.target('CTR_API_Token', { ...make.platform, key: token.id }),
      make.target('CTIA_Target_Token', { host: 'intel.eu.amp.cisco.com' }),
      make.target('CTIA_Target_Legacy', publicIntel),
    ];
    const made = plan(withSecond, [basic, token]);
    assert.deepEqual(told(made), [
      ['CTR_API_Token', 'the account key "SecureX_Token"', 'there'],
      [
        'CTIA_Target_Token',
        'the account key "SecureX_Token"',
        'there',
        'It leads to intel.eu.amp.cisco.com, and CTIA_Target to intel.amp.cisco.com.',
        'Its account key is not the one that it needs: the account key "SecureX_Token".',
      ],
    ]);
    const [first] = made.targets;
    assert.equal(first?.like.name, 'CTR_API');
  });

  it('does not take two targets of one name, nor a key where none may be', () => {
    const doubled = [
      make.target('CTIA_Target', publicIntel),
      make.target('CTIA_Target_Legacy', { ...publicIntel, key: basic.id }),
    ];
    const [[, , , ...problems] = []] = told(plan([...doubled, ...doubled.slice(1)], [basic], '_Legacy'));
    assert.match(problems.join(' '), /^2 targets have this name.* choose "No Account Keys"\.$/);
  });

  it('leaves targets of integrations and with names of their own alone, with a reason', () => {
    const module = { sx_module_info: { module_type: 'Cisco XDR', external_id: 'securex:ao:iroh_api' } };
    const { targets, leftAlone } = plan(
      [
        make.target('Platform APIs', { ...make.platform, more: { metadata: module } }),
        make.target('Mine', make.platform),
      ],
      [token],
    );
    assert.deepEqual(targets, []);
    assert.deepEqual(
      leftAlone.map(({ reason }) => reason.slice(0, 20)),
      ['an integration manag', 'it bears a name of i'],
    );
  });

  it('is for the method that its suffix says, that the tenant does not use, or that is given', () => {
    assert.equal(plan(legacy, [basic], '_New').method, 'token');
    assert.equal(plan(legacy, [basic], '_Legacy').method, 'legacy');
    assert.equal(plan(legacy, [basic], '_Legacy').isForSameMethod, true);
    assert.throws(() => plan([], [], '_New'), SecondSetRefused);
    assert.equal(planSecondSet(stateOfSnapshot(make.snapshot([])), '_New', 'legacy').method, 'legacy');
  });
});
