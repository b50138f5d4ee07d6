import assert from 'node:assert/strict';
import type { Fix, FixQuery } from '../../../src/core/language-service';
import { inspect, inspectCtr, systemGenerator } from '../../support/atomics';
import type { Json } from '../../support/json';
import { printJson } from '../../support/print-json';
import { activityTitled, danglingIn, propertiesOf, titlesOf } from '../../support/read-export';
import { document, serviceWith } from '../../support/service';
import { applyTextEdits } from '../../support/text-edits';
import * as build from '../../support/workflow';

const make = build.generator('make');
const token = build.tokenOf('make');
const migrate = 'Migrate this workflow to SecureX Token';
const conversionTitle = 'Convert this workflow to the legacy method';

function offer(actions: readonly Json[], query?: FixQuery) {
  const text = printJson(
    build.workflow({
      variables: [build.tokenVariable('Token')],
      actions,
      beside: { atomic_workflows: [systemGenerator] },
    }),
  );
  const service = serviceWith();
  const snapshot = document(text);
  const after = ({ edits }: Fix): unknown => JSON.parse(applyTextEdits(text, edits));
  return { service, snapshot, text, after, fixes: service.fixes(snapshot, query) };
}

const titled = (fixes: readonly Fix[], title: RegExp): Fix => {
  const found = fixes.find((fix) => title.test(fix.title));
  assert.ok(found, fixes.map((fix) => fix.title).join('\n'));
  return found;
};

const direct = [
  make,
  build.atomicCall('use', inspect, token),
  build.httpRequest('request', { headers: [build.bearer(token)] }),
];

describe('fixes', () => {
  it('empty one input and leave the rest of the token alone', () => {
    const { fixes, after } = offer(direct);
    const fix = titled(fixes, /^Empty the Access Token input$/);
    assert.deepEqual(
      [fix.safe, fix.preferred, fix.diagnostics.map(({ code }) => code)],
      [true, true, ['access-token-input']],
    );
    const result = after(fix);
    assert.deepEqual(titlesOf(result), ['make', 'use', 'request']);
    assert.equal(Object.values(propertiesOf(activityTitled(result, 'use')).input as object)[0], '');
  });

  it('delete a generator with what hangs on it, and not with what hangs on another', () => {
    const other = [build.generator('other make'), build.atomicCall('other use', inspect, build.tokenOf('other make'))];
    const { fixes, after } = offer([...direct, ...other]);
    const result = after(titled(fixes, /^Delete "make"/));
    assert.deepEqual(titlesOf(result), ['use', 'request', 'other make', 'other use']);
    assert.equal(
      Object.values(propertiesOf(activityTitled(result, 'other use')).input as object)[0],
      build.tokenOf('other make'),
    );
    assert.deepEqual([...danglingIn(result)], []);
  });

  it('name what is unsafe, and never prefer it', () => {
    const { fixes, after } = offer([make, build.atomicCall('old', inspectCtr, token)]);
    const fix = titled(fixes, /^Empty the input anyway \(unsafe/);
    assert.deepEqual([fix.safe, fix.preferred], [false, false]);
    assert.equal(Object.values(propertiesOf(activityTitled(after(fix), 'old')).input as object)[0], '');
    assert.ok(
      !fixes.some(({ title }) => title.startsWith('Delete')),
      'a generator that something needs is not deleted',
    );
    assert.ok(!fixes.some(({ title }) => title === migrate), 'there is nothing to migrate');
  });

  it('prefer at most one per finding, and only safe ones', () => {
    const { fixes } = offer([...direct, build.atomicCall('old', inspectCtr, token)]);
    const preferred = fixes.filter((fix) => fix.preferred);
    assert.ok(preferred.every(({ safe }) => safe));
    const ended = preferred.flatMap(({ diagnostics }) => diagnostics);
    assert.equal(new Set(ended).size, ended.length);
  });

  it('all at once touch only what is safe and delete no activity', () => {
    const { fixes, after } = offer([...direct, build.atomicCall('old', inspectCtr, token)], {
      only: ['source.fixAll'],
    });
    assert.deepEqual(
      fixes.map(({ kind, safe, preferred }) => [kind, safe, preferred]),
      [['source.fixAll.sxo', true, false]],
    );
    const result = after(fixes[0]!);
    assert.deepEqual(titlesOf(result), ['make', 'use', 'request', 'old']);
    assert.equal(Object.values(propertiesOf(activityTitled(result, 'old')).input as object)[0], token);
    assert.equal(propertiesOf(activityTitled(result, 'request')).custom_headers, undefined);
  });

  describe('answer only the kinds that are asked for', () => {
    const kinds = (only?: readonly string[]): string[] =>
      [...new Set(offer(direct, only ? { only } : {}).fixes.map(({ kind }) => kind))].sort();

    it('without a wish, everything but what runs on save', () => {
      assert.deepEqual(kinds(), ['quickfix']);
    });
    it('quick fixes', () => {
      assert.deepEqual(kinds(['quickfix']), ['quickfix']);
    });
    it('a parent asks for its children', () => {
      assert.deepEqual(kinds(['source']), ['source.fixAll.sxo']);
      assert.deepEqual(kinds(['refactor']), ['refactor.rewrite.sxo']);
      assert.deepEqual(kinds(['']), ['quickfix', 'source.fixAll.sxo']);
    });
    it('but no sibling and no mere beginning', () => {
      assert.deepEqual(kinds(['source.organizeImports']), []);
      assert.deepEqual(kinds(['source.fixAll.eslint']), []);
      assert.deepEqual(kinds(['quick', 'ref']), []);
      assert.deepEqual(kinds([]), []);
    });
  });

  it('belong to the range that is asked for', () => {
    const { service, snapshot } = offer(direct);
    const [input] = service.diagnose(snapshot).filter(({ code }) => code === 'access-token-input');
    assert.ok(input);
    const there = service.fixes(snapshot, { range: input.range });
    assert.deepEqual(
      there.map(({ title }) => title),
      ['Empty the Access Token input', migrate],
    );
    assert.deepEqual(
      there[1]?.diagnostics.map(({ code }) => code),
      ['access-token-input'],
    );
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    assert.deepEqual(service.fixes(snapshot, { range: top, only: ['quickfix'] }), []);
    assert.deepEqual(
      service.fixes(snapshot, { range: top }).map(({ title, kind }) => [title, kind]),
      [[migrate, 'refactor.rewrite.sxo']],
    );
  });

  it('make the same migration as the plan', () => {
    const { service, snapshot } = offer(direct);
    const [fix] = service.fixes(snapshot, { only: ['refactor.rewrite'] });
    assert.deepEqual(fix?.edits, service.planMigration(snapshot).edits);
  });

  it('offer the way back as a refactoring, where there is something to convert', () => {
    const service = serviceWith();
    const snapshot = document(printJson(build.workflow({ actions: [build.atomicCall('use', inspect, '')] })));
    const fixes = service.fixes(snapshot);
    assert.deepEqual(
      fixes.map(({ title, kind, preferred, diagnostics }) => [title, kind, preferred, diagnostics]),
      [[conversionTitle, 'refactor.rewrite.sxo', false, []]],
    );
    assert.deepEqual(fixes[0]?.edits, service.planConversion(snapshot).edits);
    assert.deepEqual(service.fixes(snapshot, { only: ['quickfix'] }), []);
  });

  it('are none where an id stands twice', () => {
    const { fixes } = offer([...direct, make]);
    assert.deepEqual(fixes, []);
  });

  it('that are fixable are those that are offered', () => {
    const { service, snapshot, fixes } = offer([
      ...direct,
      build.atomicCall('old', inspectCtr, token),
      build.script('script', token),
    ]);
    for (const diagnostic of service.diagnose(snapshot)) {
      const offered = fixes.some((fix) => fix.safe && fix.title !== migrate && fix.diagnostics.includes(diagnostic));
      assert.equal(diagnostic.fixable, offered, `${diagnostic.code}: ${diagnostic.message}`);
    }
  });
});
