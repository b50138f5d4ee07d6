import assert from 'node:assert/strict';
import { mermaid } from '../../src/picture/mermaid';
import { inspect } from '../support/atomics';
import { printJson } from '../support/print-json';
import { document, serviceWith } from '../support/service';
import * as build from '../support/workflow';
import { hostileTitles } from './hostile-titles';

const graphWith = (parts: build.WorkflowParts) => serviceWith().graph(document(printJson(build.workflow(parts))));

describe('the Mermaid text of a graph', () => {
  it('nests, orders, and draws the way of a token', () => {
    const graph = graphWith({
      actions: [build.group('group', build.generator('make')), build.atomicCall('use', inspect, build.tokenOf('make'))],
    });
    const text = mermaid(graph);
    assert.match(text, /^flowchart TB\n {2}subgraph n0\["Workflow · Workflow/);
    assert.match(
      text,
      /\n {4}subgraph n1\["group · Group"\]\n {6}direction TB\n {6}n2\["make<br\/>Atomic · makes a token/,
    );
    assert.match(text, /\n {2}n1 --> n3\n/);
    assert.match(text, /\n {2}n2 == token ==> n3\n/);
    assert.equal([...text.matchAll(/\bsubgraph\b/g)].length, [...text.matchAll(/^ *end$/gm)].length);
  });

  it('holds the lines of the data only on demand', () => {
    const graph = graphWith({ actions: [build.sleep('a'), build.script('b', build.startOf('a'))] });
    assert.doesNotMatch(mermaid(graph), /-\.->/);
    assert.match(mermaid(graph, { withData: true }), /n1 -\.-> n2/);
  });

  it('is no Markdown to Mermaid, whatever a title looks like', () => {
    const titles = [
      '1. Get it',
      '10. Keep it',
      '- x',
      '+ x',
      '**b** _i_ ~~s~~',
      'see https://a.b',
      'www.a.b',
      'me@a.b',
    ];
    const text = mermaid(graphWith({ actions: titles.map((title) => ({ ...build.sleep(title), title })) }));
    for (const label of text.match(/(?<=\[").*(?=<br\/>)/g) ?? []) {
      assert.doesNotMatch(label, /^(?:\d+[.)]|[-+*=])|[*_~@]|:\/\/|www\./);
    }
    assert.match(text, /"1#46; Get it</);
  });

  for (const [what, title] of Object.entries(hostileTitles)) {
    it(`keeps a title with ${what} within its label`, () => {
      const text = mermaid(
        graphWith({
          actions: [
            { ...build.sleep('x'), title },
            { ...build.group('g', build.sleep('y')), title },
          ],
        }),
      );
      const [, , , ...rest] = text.split('\n');
      const isLine =
        /^ *(?:(?:subgraph )?n\d+\["[^"<>`\p{Cc}]*(?:<br\/>[^"<>`\p{Cc}]*)*"\]|direction TB|end|n\d+ (?:-->|== token ==>) n\d+|classDef .*|class .*|)$/u;
      for (const line of rest) assert.match(line, isLine);
    });
  }
});
