import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeImport } from '../../src/core/before-import';
import { defaultConfiguration } from '../../src/core/host';
import type { DocumentSnapshot, LanguageService } from '../../src/core/language-service';
import { configure } from '../../src/core/project/configure';
import { readProjectFile } from '../../src/core/project/project-file';
import {
  bothVocabularies,
  sharedVocabulary,
  vocabularyFor,
  type Product,
  type VocabularyChoice,
} from '../../src/core/vocabulary';
import type { JsonObject } from '../support/json';
import { printJson } from '../support/print-json';
import { root } from '../support/repository';
import { document, serviceWith } from '../support/service';
import * as build from '../support/workflow';

const vocabularyOf = (product: Product) => vocabularyFor(product, () => undefined);

describe('the vocabulary of a file', () => {
  const use = (target: JsonObject) => build.workflow({ actions: [build.httpRequest('request', { target })] });
  const embedded = (name: string): JsonObject => ({
    targets: {
      target_one: { unique_name: 'target_one', type: 'web-service.endpoint', properties: { display_name: name } },
    },
  });
  const shown: Readonly<Record<string, readonly [Product | undefined, JsonObject]>> = {
    'a target named by Cisco XDR': ['xdr', build.workflow({ target: build.workflowOn('Platform APIs') })],
    'such a name in another case': ['xdr', use(build.on('private intelligence APIs'))],
    'the target of the Automation API': ['xdr', use(build.on('Automation APIs'))],
    'an integration of Cisco XDR': [
      'xdr',
      use(build.onId('$module_target;Cisco XDR;securex:ao:iroh_api;platform-apis$')),
    ],
    'an integration of SecureX': ['securex', use(build.onId('$module_target;SecureX;securex:ao:iroh_api$'))],
    'an embedded target of Cisco XDR': ['xdr', build.workflow({ beside: embedded('Platform APIs') })],
    'names of both': [
      'xdr',
      build.workflow({ actions: [build.httpRequest('request', { target: build.on('Platform APIs') })] }),
    ],
    'both integrations': [
      'xdr',
      build.workflow({
        target: build.workflowOnId('$module_target;SecureX;securex:ao:iroh_api$'),
        actions: [
          build.httpRequest('request', {
            target: build.onId('$module_target;Cisco XDR;securex:ao:iroh_api;platform-apis$'),
          }),
        ],
      }),
    ],
    'names that went on into Cisco XDR': [undefined, use(build.on('Private_CTIA_Target'))],
    'an integration of another product': [
      undefined,
      use(build.onId('$module_target;Secure Endpoint;securex:ao:secure_endpoint$')),
    ],
    'such a name in a title alone': [undefined, build.workflow({ title: 'About Platform APIs' })],
  };
  for (const [what, [product, value]] of Object.entries(shown)) {
    it(`is that of ${product ?? 'both products'} with ${what}`, () => {
      const expected = product === undefined ? bothVocabularies : vocabularyOf(product);
      assert.equal(serviceWith().vocabulary(document(printJson(value))), expected);
    });
  }

  it('is the chosen one, whatever the file shows', () => {
    const text = document(printJson(build.workflow({ target: build.workflowOn('Platform APIs') })));
    assert.equal(serviceWith({ vocabulary: 'securex' }).vocabulary(text), vocabularyOf('securex'));
    const silent = document(printJson(build.workflow()));
    assert.equal(serviceWith({ vocabulary: 'xdr' }).vocabulary(silent), vocabularyOf('xdr'));
  });

  it('is that of the project file before that of the settings', () => {
    const project = readProjectFile('{"version":1,"vocabulary":"xdr"}', []);
    const settings = { ...defaultConfiguration, vocabulary: 'securex' as const };
    assert.equal(configure(settings, project, 'a.json', '2024-06-01').vocabulary, 'xdr');
    const silent = readProjectFile('{"version":1}', []);
    assert.equal(configure(settings, silent, 'a.json', '2024-06-01').vocabulary, 'securex');
  });

  it('is shared by several where all have the same', () => {
    const [secureX, xdr] = [vocabularyOf('securex'), vocabularyOf('xdr')];
    assert.equal(sharedVocabulary([xdr, xdr]), xdr);
    assert.equal(sharedVocabulary([secureX, xdr]), bothVocabularies);
    assert.equal(sharedVocabulary([]), bothVocabularies);
  });

  it('names the key and the targets of the product before an import', () => {
    assert.match(beforeImport(vocabularyOf('xdr'), ['']), /type Cisco XDR Token on the targets Platform APIs, /);
    assert.doesNotMatch(beforeImport(vocabularyOf('xdr'), ['']), /SecureX|CTR_API/);
    assert.match(beforeImport(vocabularyOf('securex'), ['']), /type SecureX Token on the targets CTR_API, /);
    assert.doesNotMatch(beforeImport(vocabularyOf('securex'), ['']), /XDR|Platform/);
    assert.match(beforeImport(bothVocabularies, ['']), /SecureX Token on .* Cisco XDR Token on /);
  });
});

describe('whatever is said of a file', () => {
  const folder = join(root, 'test/core/rules');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /valid-\d+\.json$/.test(name))
    .map((name) => document(readFileSync(join(folder, name), 'utf8')));

  const saidWith = (vocabulary: VocabularyChoice): string[] => {
    // It is about both products.
    const service = serviceWith({ vocabulary, severities: { 'securex-ended': 'off' } });
    return files.flatMap((file) => saidOf(file, service));
  };

  it('says nothing of the SecureX Token in the words of Cisco XDR', () => {
    const said = saidWith('xdr');
    assert.deepEqual(
      said.filter((text) => withoutQuotes(text).includes('SecureX')),
      [],
    );
    assert.ok(said.filter((text) => text.includes('Cisco XDR Token account key')).length > 20);
    assert.ok(said.includes('Migrate this workflow to Cisco XDR Token'));
  });

  it('says nothing of XDR in the words of SecureX', () => {
    const said = saidWith('securex');
    assert.deepEqual(
      said.filter((text) => withoutQuotes(text).includes('XDR')),
      [],
    );
    assert.ok(said.filter((text) => text.includes('SecureX Token account key')).length > 20);
    assert.ok(said.includes('Migrate this workflow to SecureX Token'));
  });
});

/** What messages quote of a file stays as the file has it. */
function withoutQuotes(text: string): string {
  return text.replace(/\$module_target;[^$]*\$|"[^"]*"/g, '');
}

function saidOf(file: DocumentSnapshot, service: LanguageService): string[] {
  const plans = [
    service.planMigration(file),
    service.planMigration(file, { assumeOptional: true }),
    service.planConversion(file),
    service.planRetargeting(file, { suffix: '_Token' }),
  ];
  return [
    ...service.diagnose(file).flatMap(({ message, related }) => [message, ...related.map((each) => each.message)]),
    ...service.fixes(file).map(({ title }) => title),
    ...plans.flatMap(({ changes, manual }) => [...changes, ...manual].map(({ message }) => message)),
  ];
}
