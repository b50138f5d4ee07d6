import assert from 'node:assert/strict';
import { tokenConsumers, tokenGenerators } from '../../../src/core/catalog/atomics';
import { pageOf, systemAtomicsPage } from '../../../src/core/catalog/pages';
import { defaultConfiguration } from '../../../src/core/host';
import { createLanguageService } from '../../../src/core/service';
import { atomicTitle, callerOf, ownAtomic } from '../../support/own-atomic';
import { workflowId } from '../../support/ids';
import { printJson } from '../../support/print-json';
import { textAt } from '../../support/text-at';
import { systemGenerator } from '../../support/atomics';

describe('links', () => {
  const caller = { uri: 'file:///caller.json', text: printJson(callerOf()) };
  const definition = { uri: 'file:///atomic.json', text: printJson(ownAtomic()) };
  const linksWith = (atHand: boolean) => {
    const service = createLanguageService({
      configuration: () => defaultConfiguration,
      definitions: (id) => (atHand && workflowId(atomicTitle).endsWith(id) ? [definition] : []),
    });
    return service.links(caller).map(({ range, target }) => [textAt(caller.text, range), target]);
  };

  it('lead from an own atomic to its file, and from a known one to the page that tells of it', () => {
    const page = [systemGenerator, systemAtomicsPage];
    assert.deepEqual(linksWith(true), [page, [workflowId(atomicTitle), definition.uri]]);
    assert.deepEqual(linksWith(false), [page]);
  });

  it('lead to no page from atomics that the page does not tell of', () => {
    const untold = [...tokenGenerators, ...tokenConsumers].filter(({ id }) => pageOf(id) === undefined);
    for (const { name, generation } of untold) {
      assert.ok(generation === 'community' || name.startsWith('Orbital'), name);
    }
    assert.ok(untold.length > 0);
  });
});
