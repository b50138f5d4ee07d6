import assert from 'node:assert/strict';
import { verdictOf, verdictOn, type Method } from '../../src/tenant/state/method';
import { stateOfFiles, stateOfSnapshot } from '../../src/tenant/state/state-of';
import type { TenantState } from '../../src/tenant/state/tenant-state';
import type { Target } from '../../src/tenant/api/target';
import { serviceWith } from '../support/service';
import { printJson } from '../support/print-json';
import * as build from '../support/workflow';
import { describeExamples, exampleSnapshot, type Example } from './support/examples';
import * as make from './support/objects';

const token = make.accountKey('CTR_Credentials', make.tokenType);
const basic = make.accountKey('SecureX_Token', make.basicType);
const orbital = make.accountKey('Orbital_Credentials', make.basicType);
const mail = make.accountKey('Mail', 'runtime_user.email_credentials');

const stateOf = (...targets: Target[]): TenantState =>
  stateOfSnapshot(make.snapshot(targets, [token, basic, orbital, mail]));
const methodOf = (...targets: Target[]): Method => verdictOn(stateOf(...targets)).method;
const ctr = (key?: string, more: Partial<make.TargetParts> = {}): Target =>
  make.target('CTR_API', { ...make.platform, ...(key === undefined ? {} : { key }), ...more });
const tokenKey = make.keyId('CTR_Credentials');
const basicKey = make.keyId('SecureX_Token');

describeExamples('the verdict on the example tenants', () => {
  const expected: Readonly<Record<Example, Method>> = {
    'a-legacy': 'legacy',
    'b-new': 'token',
    'c-mixed': 'mixed',
    'd-xdr': 'token',
    'e-xdr-legacy': 'legacy',
  };
  for (const [name, method] of Object.entries(expected) as [Example, Method][]) {
    it(`${name}: ${method}, with the leading target first among the evidence`, () => {
      const verdict = verdictOn(stateOfSnapshot(exampleSnapshot(name)));
      assert.equal(verdict.method, method);
      assert.match(
        verdict.evidence[0] ?? '',
        /^"(?:CTR_API|Platform APIs)" \(visibility\.(?:eu\.)?amp\.cisco\.com\) uses/,
      );
    });
  }

  it('finds the traps of the mixed tenant: a token endpoint under another name, and a broken bystander', () => {
    const { targets } = verdictOn(stateOfSnapshot(exampleSnapshot('c-mixed')));
    const of = (name: string) => targets.find(({ target }) => target.name === name);
    assert.deepEqual([of('CTR API')?.role, of('CTR API')?.method], ['token-endpoint', 'legacy']);
    assert.deepEqual(
      [of('ServiceNow (key deleted)')?.role, of('ServiceNow (key deleted)')?.method],
      ['other', 'broken'],
    );
    assert.equal(of('Orbital_For_Access_Token')?.method, null);
    assert.notEqual(of('Lab appliance (remote)')?.target.remoteId, null);
  });
});

describe('the method of a tenant', () => {
  it('goes by the type of a key and never by its name', () => {
    assert.equal(methodOf(ctr()), 'legacy');
    assert.equal(methodOf(ctr(tokenKey)), 'token');
    assert.equal(methodOf(ctr(basicKey)), 'legacy');
  });

  it('names target, host, key and type in its evidence', () => {
    assert.deepEqual(verdictOn(stateOf(ctr(tokenKey))).evidence, [
      '"CTR_API" (visibility.amp.cisco.com) uses the account key "CTR_Credentials" (SecureX or XDR Token), which makes the tokens: the token method.',
    ]);
  });

  it('finds a key by its unique name as well as by its id', () => {
    assert.equal(methodOf(ctr(make.keyUniqueName('CTR_Credentials'))), 'token');
  });

  it('is mixed where one target has the token key and another none', () => {
    assert.equal(methodOf(ctr(tokenKey), make.target('Private_CTIA_Target', make.privateIntel)), 'mixed');
  });

  it('is broken where a documented target lost its key, lacks one, or has one that no SecureX API takes', () => {
    assert.equal(methodOf(ctr('030000000000000000000000000000000'), make.target('CTIA_Target')), 'broken');
    assert.equal(methodOf(ctr(undefined, { properties: { no_runtime_user: false } })), 'broken');
    assert.equal(methodOf(ctr(make.keyId('Mail'))), 'broken');
    assert.equal(methodOf(make.target('Private_CTIA_Target', { ...make.privateIntel, key: basicKey })), 'broken');
  });

  it('is not broken by a bystander', () => {
    const gone = '030000000000000000000000000000000';
    assert.equal(methodOf(ctr(tokenKey), make.target('ServiceNow', { host: 'now.example.com', key: gone })), 'token');
    assert.equal(methodOf(ctr(tokenKey), make.target('My own', { ...make.privateIntel, key: gone })), 'token');
  });

  it('is not turned by what is left of the old method: the target for tokens, and Orbital', () => {
    const left = make.target('CTR_For_Access_Token', { ...make.platform, key: basicKey });
    const orbitals = [
      make.target('Orbital_For_Access_Token', { ...make.platform, key: basicKey }),
      make.target('Query hosts', { ...make.platform, key: make.keyId('Orbital_Credentials') }),
    ];
    assert.equal(methodOf(ctr(tokenKey), left, ...orbitals), 'token');
    assert.equal(methodOf(...orbitals), 'unknown');
    assert.equal(methodOf(left), 'legacy');
  });

  it('is unknown where nothing tells', () => {
    assert.equal(methodOf(), 'unknown');
    assert.equal(methodOf(ctr(undefined, { more: { properties: null } })), 'unknown');
    assert.equal(methodOf(make.target('CTR_API', { host: 'proxy.example.com' })), 'unknown');
  });

  it('knows an integration by its external id, whatever it is called', () => {
    const metadata = { sx_module_info: { module_type: 'Cisco XDR', external_id: 'securex:ao:iroh_api' } };
    assert.equal(methodOf(make.target('Renamed', { ...make.platform, key: tokenKey, more: { metadata } })), 'token');
    assert.equal(methodOf(make.target('Renamed', { more: { metadata } })), 'legacy');
  });
});

describe('the method of workflow files', () => {
  const service = serviceWith();
  const verdictOfFile = (beside: Parameters<typeof build.workflow>[0]) => {
    const document = { uri: 'file:///a.json', text: printJson(build.workflow(beside)) };
    return verdictOn(stateOfFiles([service.inventory(document)]));
  };
  const embedded = { unique_name: 'one', ...ctrIn('definition_runtime_user_1') };

  function ctrIn(key: string) {
    const { host } = make.platform;
    return {
      type: 'web-service.endpoint',
      properties: { display_name: 'CTR_API', host, no_runtime_user: false, default_runtime_user_id: key },
    };
  }

  it('is told by what they embed', () => {
    const key = { unique_name: 'definition_runtime_user_1', type: make.tokenType };
    const beside = { targets: { one: embedded }, runtime_users: { definition_runtime_user_1: key } };
    assert.equal(verdictOfFile({ beside }).method, 'token');
  });

  it('is unknown where a file leaves the key out, which breaks nothing', () => {
    assert.equal(verdictOfFile({ beside: { targets: { one: embedded } } }).method, 'unknown');
  });

  it('is not told by an entry for an integration', () => {
    const beside = { module_targets: [{ module_type: 'Cisco XDR', external_id: 'securex:ao:iroh_api' }] };
    const verdict = verdictOfFile({ beside });
    assert.equal(verdict.method, 'unknown');
    assert.equal(verdict.targets[0] && verdictOf(verdict.targets[0].target).method, 'token');
  });
});
