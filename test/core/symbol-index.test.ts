import assert from 'node:assert/strict';
import { idFor } from '../support/ids';
import { atomicTitle, callerOf, ownAtomic, tokenInput } from '../support/own-atomic';
import { printJson } from '../support/print-json';
import { document, serviceWith } from '../support/service';
import { textAt } from '../support/text-at';
import * as build from '../support/workflow';
import { SymbolIndex } from '../../src/core/symbol-index';

const service = serviceWith();
const symbolsOf = (value: Parameters<typeof printJson>[0]) => service.symbols(document(printJson(value)));

describe('symbols of a file', () => {
  it('are its workflows, variables and activities, each with the place of its name', () => {
    const text = printJson(ownAtomic());
    const { symbols } = service.symbols(document(text));
    const found = symbols.map(({ name, kind, container, path }) => {
      const shown = textAt(text, service.locate(document(text), path));
      return [name, kind, container, shown];
    });
    assert.deepEqual(found, [
      [atomicTitle, 'atomic', '', `"${atomicTitle}"`],
      [tokenInput, 'variable', atomicTitle, `"${tokenInput}"`],
      [`${atomicTitle} asks`, 'activity', atomicTitle, `"${atomicTitle} asks"`],
    ]);
  });

  it('are none in JSON that is no workflow', () => {
    assert.deepEqual(service.symbols(document('{"a": 1}')), { symbols: [], calls: new Set() });
  });
});

describe('the symbol index', () => {
  const index = new SymbolIndex();
  index.set('a', symbolsOf(callerOf({ title: 'Nightly hunt' })));
  index.set('b', symbolsOf(ownAtomic()));
  index.set('c', symbolsOf(build.workflow({ title: 'Hunt', actions: [build.sleep('n i g h t')] })));
  const names = (query: string, most = 100): string[] => index.search(query, most).map(({ symbol }) => symbol.name);

  it('finds names that hold the query, and then those that hold its characters in order', () => {
    assert.deepEqual(names('NIGHT'), ['Nightly hunt', 'n i g h t']);
    assert.deepEqual(names('nlyhun'), ['Nightly hunt']);
    assert.deepEqual(names('thgin'), []);
  });

  it('gives no more than it is asked for, the better ones of them', () => {
    assert.equal(names('', 2).length, 2);
    assert.deepEqual(names('hunt', 1), ['Nightly hunt']);
  });

  it('knows which files call a workflow, as they are now', () => {
    const id = idFor(`workflow ${atomicTitle}`);
    assert.deepEqual(index.filesCalling(id), ['a']);
    index.set('a', symbolsOf(build.workflow()));
    assert.deepEqual(index.filesCalling(id), []);
    index.delete('c');
    assert.deepEqual(names('hunt'), []);
  });
});
