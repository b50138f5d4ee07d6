import assert from 'node:assert/strict';
import { beforeImport, beforeLegacyImport } from '../../../src/core/before-import';
import { bothVocabularies } from '../../../src/core/vocabulary';
import { inspect } from '../../support/atomics';
import type { JsonObject } from '../../support/json';
import { printJson } from '../../support/print-json';
import { document, planFor, serviceWith } from '../../support/service';
import * as build from '../../support/workflow';

/** A workflow that makes a token on one target and passes it on another. */
function passing(title: string, from: string, to: string): JsonObject {
  const make = build.generator(`${title} make`, { target: build.on(from) });
  const use = build.atomicCall(`${title} use`, inspect, build.tokenOf(`${title} make`), { target: build.on(to) });
  return build.workflow({ title, target: build.workflowOn(to), actions: [make, use] });
}

const embedding = (outer: JsonObject, inner: JsonObject): JsonObject => ({ ...outer, subworkflows: [inner] });
const usual = passing('Outer', 'CTR_For_Access_Token', 'CTR_API');
const suffixesIn = (value: JsonObject, suffixes: readonly string[] = []): readonly string[] =>
  serviceWith({ suffixes }).suffixesInUse(document(printJson(value)));

describe('a file with several sets of targets', () => {
  it('is migrated where each token stays in its set', () => {
    const plan = planFor(embedding(usual, passing('Inner', 'CTR_For_Access_Token_Legacy', 'CTR_API_Legacy')));
    assert.deepEqual([plan.status, plan.manual], ['migrated', []]);
    assert.ok(!plan.newText.includes('CTR_For_Access_Token') && plan.newText.includes('CTR_API_Legacy'));
  });

  it('is left to a person where a token goes from one set to another', () => {
    const plan = planFor(embedding(usual, passing('Inner', 'CTR_For_Access_Token_Legacy', 'CTR_API')));
    assert.equal(plan.status, 'partial');
    assert.ok(plan.newText.includes('CTR_For_Access_Token_Legacy'));
    assert.ok(plan.manual.some(({ workflow }) => workflow === 'Inner'));
  });

  it('is left to a person where one of its sets makes tokens on two targets', () => {
    const plan = planFor(embedding(usual, passing('Inner', 'CTR_For_Access_Token_EU', 'CTR_API')));
    assert.equal(plan.newText, printJson(embedding(usual, passing('Inner', 'CTR_For_Access_Token_EU', 'CTR_API'))));
  });

  it('tells them', () => {
    const inner = passing('Inner', 'CTR_For_Access_Token', 'ctr_api-B');
    assert.deepEqual(suffixesIn(embedding(usual, inner), ['-b']), ['', '-b']);
    assert.deepEqual(suffixesIn(embedding(usual, inner)), ['']);
    const onTokens = build.workflow({ target: build.workflowOn('CTR_For_Access_Token_Token') });
    assert.deepEqual(suffixesIn(onTokens), ['_Token']);
    assert.deepEqual(suffixesIn(build.workflow({ target: build.workflowOn('Elsewhere') })), []);
    assert.deepEqual(serviceWith().suffixesInUse(document('{}')), []);
  });
});

describe('what is said before an import', () => {
  it('names the targets of the set that the workflows use', () => {
    assert.match(
      beforeImport(bothVocabularies, ['_Token']),
      / on the targets CTR_API_Token, CTIA_Target_Token and Priv/,
    );
    assert.match(beforeImport(bothVocabularies, ['_Token']), / on Platform APIs_Token, .* Intelligence APIs_Token\.$/);
    const legacy = beforeLegacyImport(['_Legacy']);
    assert.match(
      legacy,
      / the target CTR_For_Access_Token_Legacy with .* CTR_API_Legacy, .* Private_CTIA_Target_Legacy /,
    );
  });

  it('names those of one of several sets, the usual one if it is there, and how those of the others end', () => {
    const said = beforeImport(bothVocabularies, ['_Token', '', '_Legacy']);
    assert.match(said, / CTR_API, .* Set it on the targets whose names end with _Legacy and _Token, too\.$/);
    assert.match(beforeLegacyImport(['-b', '']), / CTR_API, .* the same four whose names end with -b, too\. An access/);
    assert.match(beforeLegacyImport([]), / the target CTR_For_Access_Token with .* Private_CTIA_Target without /);
  });
});
