import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentSnapshot } from '../../src/core/language-service';
import { checkAgainstTenant, type TenantDiagnostic } from '../../src/tenant/rules/check-against-tenant';
import { tenantRules } from '../../src/tenant/rules/tenant-rules';
import { parseSnapshot } from '../../src/tenant/snapshot';
import { stateOfSnapshot } from '../../src/tenant/state/state-of';
import type { TenantState } from '../../src/tenant/state/tenant-state';
import { tenantRuleCodes } from '../../src/tenant/tenant-rule-code';
import { printJson } from '../support/print-json';
import { root } from '../support/repository';
import { serviceWith } from '../support/service';
import * as build from '../support/workflow';
import * as make from './support/objects';
import { textAt } from '../support/text-at';

const fixtures = join(root, 'test/tenant/rules');

/** Writes down what the rules say now, for a person to review; without it, any difference fails. */
const update = process.env.UPDATE_FIXTURES === '1';

const service = serviceWith();
const read = (...path: string[]): string => readFileSync(join(fixtures, ...path), 'utf8');

function find(code: string, name: string): { readonly document: DocumentSnapshot; readonly found: TenantDiagnostic[] } {
  const document = { uri: `file:///${name}.json`, text: read(code, `${name}.json`) };
  return { document, found: checkDocument(document, stateOfSnapshot(parseSnapshot(read(code, 'tenant.json')))) };
}

function checkDocument(
  document: DocumentSnapshot,
  state: TenantState,
  options?: Parameters<typeof checkAgainstTenant>[3],
): TenantDiagnostic[] {
  return checkAgainstTenant(service.inventory(document), (path) => service.locate(document, path), state, options);
}

for (const code of tenantRuleCodes) {
  describe(`tenant rule ${code}`, () => {
    const names = readdirSync(join(fixtures, code))
      .filter((file) => /^(?:in)?valid-\d+\.json$/.test(file))
      .map((file) => file.slice(0, -'.json'.length));

    it('has a file, a page, and fixtures that it finds and that it leaves alone', () => {
      ok(existsSync(join(root, `src/tenant/rules/${code}.ts`)), 'its file is missing');
      match(readFileSync(join(root, `docs/rules/${code}.md`), 'utf8'), new RegExp(`^# ${code}\n`));
      for (const kind of ['invalid-', 'valid-']) ok(names.some((name) => name.startsWith(kind)));
      ok(tenantRules.some((rule) => rule.code === code));
    });

    for (const name of names) {
      if (name.startsWith('valid-')) {
        it(`says nothing about ${name}`, () => {
          const { document, found } = find(code, name);
          ok(service.inventory(document).workflows.length > 0);
          deepStrictEqual(
            found.map(({ message }) => message),
            [],
          );
        });
        continue;
      }
      it(`finds what ${name} holds, and nothing else`, () => {
        const { document, found } = find(code, name);
        ok(
          found.some((finding) => finding.code === code),
          'the rule itself finds nothing',
        );
        for (const { message, related, documentation } of found) {
          strictEqual(documentation, `docs/rules/${code}.md`);
          for (const sentence of [message, ...related.map((each) => each.message)]) assertSentence(sentence);
        }
        const described = found.map((finding) => describeFinding(document, finding));
        expectFile(join(fixtures, code, `${name}.expected.json`), `${JSON.stringify(described, undefined, 2)}\n`);
      });
    }

    it('has no expectation that nothing asks for', () => {
      const asked = names.flatMap((name) =>
        name.startsWith('invalid-') ? [`${name}.json`, `${name}.expected.json`] : [`${name}.json`],
      );
      deepStrictEqual(readdirSync(join(fixtures, code)).sort(), [...asked, 'tenant.json'].sort());
    });
  });
}

describe('every tenant rule', () => {
  it('is in the list, in the order of the codes, and has a summary that is a sentence', () => {
    deepStrictEqual(
      tenantRules.map(({ code }) => code),
      [...tenantRuleCodes],
    );
    deepStrictEqual(readdirSync(fixtures).sort(), [...tenantRuleCodes].sort());
    for (const { summary } of tenantRules) assertSentence(summary);
  });

  it('says what it rests on, and how old that is where a clock is at hand', () => {
    const document = { uri: 'file:///a.json', text: read('tenant-target-missing', 'invalid-1.json') };
    const snapshot = parseSnapshot(read('tenant-target-missing', 'tenant.json'));
    const ends = (origin: 'live' | 'cached' | 'snapshot', days?: number): string => {
      const clock = { now: () => Date.parse(snapshot.takenAt) + (days ?? 0) * 86_400_000 };
      const options = days === undefined ? {} : { clock };
      const [first] = checkDocument(document, stateOfSnapshot(snapshot, origin), options);
      return /This rests on.*$/.exec(first?.message ?? '')?.[0] ?? '';
    };
    strictEqual(ends('snapshot'), 'This rests on a snapshot taken at 2024-02-20 16:02 UTC.');
    strictEqual(ends('live', 0), 'This rests on live data taken at 2024-02-20 16:02 UTC.');
    strictEqual(ends('cached', 1), 'This rests on cached data taken at 2024-02-20 16:02 UTC, 1 day ago.');
  });

  it("does not hold a target's method against an activity with a key of its own", () => {
    const runtime_user = { override_target_runtime_user: true, runtime_user_id: make.keyUniqueName('Own') };
    const exported = build.workflow({ actions: [build.httpRequest('ask', { properties: { runtime_user } })] });
    const state = stateOfSnapshot(make.snapshot([make.target('CTR_API', make.platform)]));
    const found = checkDocument({ uri: 'file:///a.json', text: printJson(exported) }, state);
    deepStrictEqual(
      found.map(({ code }) => code),
      ['account-key-override'],
    );
  });

  it('can be given another severity, or be switched off', () => {
    const document = { uri: 'file:///a.json', text: read('tenant-target-missing', 'invalid-1.json') };
    const state = stateOfSnapshot(parseSnapshot(read('tenant-target-missing', 'tenant.json')));
    const severities = (severity: 'error' | 'off') =>
      checkDocument(document, state, { severities: { 'tenant-target-missing': severity } }).map(
        (each) => each.severity,
      );
    deepStrictEqual(severities('off'), []);
    ok(severities('error').every((severity) => severity === 'error'));
  });
});

function describeFinding(
  { text }: DocumentSnapshot,
  { code, severity, message, range, path, related }: TenantDiagnostic,
) {
  const places = related.map((place) => ({ message: place.message, at: textAt(text, place.range) }));
  return { code, severity, message, at: textAt(text, range), path, ...(places.length > 0 ? { related: places } : {}) };
}

/** A capital letter or a quoted name first, a full stop last, and nothing that slipped in. */
function assertSentence(text: string): void {
  match(text, /^(?:[A-Z]|"[^"])/);
  match(text, /[^.]\.$/);
  ok(!/undefined|null|NaN|\[object| {2}|\n|""|\s[.,]/.test(text), text);
}

function expectFile(path: string, actual: string): void {
  if (update) writeFileSync(path, actual);
  ok(existsSync(path), `${path} is missing`);
  strictEqual(actual, readFileSync(path, 'utf8'));
}
