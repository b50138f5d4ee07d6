import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { GraphEdgeKind, WorkflowGraph } from '../../src/core/workflow-graph';
import { arrange, drawSvg, type DrawingOptions } from '../../src/picture/draw-svg';
import { arbitraryWorkflow } from '../support/arbitrary-workflow';
import { inspect } from '../support/atomics';
import { allFiles, describeCorpus } from '../support/corpus';
import { printJson } from '../support/print-json';
import { document, serviceWith } from '../support/service';
import * as build from '../support/workflow';
import { hostileTitles } from './hostile-titles';
import { parseSvg } from './parse-svg';

/** What would leave its line, or what nobody would see. */
const hidden = /(?!\n)\p{Cc}|\p{Cs}|[\u2028\u202a-\u202e\u2066-\u2069]/u;
const everything: ReadonlySet<GraphEdgeKind> = new Set(['order', 'data', 'token']);
const graphOf = (text: string): WorkflowGraph => serviceWith().graph(document(text));
const graphWith = (parts: build.WorkflowParts): WorkflowGraph => graphOf(printJson(build.workflow(parts)));

const legacy = graphWith({
  actions: [
    build.group('group', build.generator('make'), build.atomicCall('use', inspect, build.tokenOf('make'))),
    build.sleep('off', { skip_execution: true }),
  ],
});

/** All that a page may draw. */
function drawForPage(graph: WorkflowGraph, options: DrawingOptions = {}): string {
  const pieces = arrange(graph, { ...options, isInPage: true }).layers.flat();
  return `<svg xmlns="http://www.w3.org/2000/svg">${pieces.map((piece) => piece.svg()).join('')}</svg>`;
}

function nodesIn(svg: string): string[] {
  return parseSvg(svg).flatMap(({ attributes }) => attributes['data-node'] ?? []);
}

function assertDrawn(graph: WorkflowGraph): void {
  for (const draw of [drawForPage, drawSvg]) {
    const svg = draw(graph, { lines: everything, withFates: true });
    assert.deepEqual(nodesIn(svg).sort(), graph.nodes.map(({ id }) => id).sort());
  }
}

describe('the drawing of a graph', () => {
  it('is well-formed and holds every node once, whatever the workflow', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, (value) => {
        assertDrawn(graphOf(printJson(value)));
      }),
      { seed: 20220831, numRuns: 60 },
    );
  });

  it('is well-formed whatever the titles', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (title) => {
        assertDrawn(graphWith({ actions: [build.group(title, build.sleep('x'))] }));
      }),
      { seed: 20220831, numRuns: 200 },
    );
  });

  for (const [what, title] of Object.entries(hostileTitles)) {
    it(`shows a title with ${what} as text and nothing else`, () => {
      for (const draw of [drawForPage, drawSvg]) {
        const drawn = (shown: string): string => {
          const actions = [build.sleep('step'), build.group('frame')].map((activity) => ({
            ...activity,
            title: shown,
          }));
          return draw(graphWith({ actions }));
        };
        const structure = (shown: string) =>
          parseSvg(drawn(shown)).map(({ name, attributes }) => [name, ...Object.keys(attributes)]);
        assert.deepEqual(structure(title), structure('harmless'));
        assert.doesNotMatch(drawn(title), hidden);
      }
    });
  }

  it('draws types that are called like what every object has as any other', () => {
    const actions = ['constructor', 'toString', '__proto__'].map((type) => ({ ...build.sleep(type), type }));
    assert.doesNotMatch(drawSvg(graphWith({ actions })), /undefined|\[native code\]/);
  });

  it('draws lines only of the kinds that are asked for', () => {
    const kinds = (lines?: ReadonlySet<GraphEdgeKind>) =>
      parseSvg(drawSvg(legacy, lines && { lines }))
        .filter(({ attributes }) => attributes['data-from'] !== undefined)
        .map(({ attributes }) => attributes.class);
    assert.deepEqual(kinds(), ['line order', 'line order']);
    assert.deepEqual(kinds(new Set(['token'])), ['line token-line']);
    assert.deepEqual(kinds(everything), ['line order', 'line order', 'line token-line']);
  });

  it('folds: what is inside goes, its findings show on the folded box, and lines end there', () => {
    const group = legacy.nodes.find(({ title }) => title === 'group');
    const folded = new Set([group?.id ?? '']);
    const svg = drawForPage(legacy, { folded, lines: everything });
    assert.equal(nodesIn(svg).length, legacy.nodes.length - 2);
    const box = parseSvg(svg).find(({ attributes }) => attributes['data-node'] === group?.id);
    assert.match(box?.attributes['aria-label'] ?? '', /^group: Group, \d findings, folded, 2 inside$/);
    assert.doesNotMatch(svg, /token-line"/);
  });

  it('is a tree to a page: where each node stands, what was found there, and whether it is folded', () => {
    const group = legacy.nodes.find(({ title }) => title === 'group');
    const told = (folded: ReadonlySet<string>) =>
      parseSvg(drawForPage(legacy, { folded }))
        .filter(({ attributes }) => attributes.role === 'treeitem')
        .map(({ attributes }) =>
          ['level', 'posinset', 'setsize', 'expanded'].map((name) => attributes[`aria-${name}`] ?? '').join(' '),
        );
    assert.deepEqual(told(new Set()), ['1 1 1 true', '2 1 2 true', '3 1 2 ', '3 2 2 ', '2 2 2 ']);
    assert.deepEqual(told(new Set([group?.id ?? ''])), ['1 1 1 true', '2 1 2 false', '2 2 2 ']);
    const make = parseSvg(drawForPage(legacy)).find(({ attributes }) => attributes['aria-label']?.startsWith('make:'));
    assert.match(make?.attributes['aria-description'] ?? '', /^[a-z-]+: .+\.$/);
  });

  it('tells by more than colour what makes a token, what is switched off, and what goes', () => {
    const label = (title: string, withFates = false) => {
      const box = parseSvg(drawForPage(legacy, { withFates })).find(
        ({ attributes }) => attributes['data-node'] === legacy.nodes.find((node) => node.title === title)?.id,
      );
      return box?.attributes['aria-label'] ?? '';
    };
    assert.match(
      label('make'),
      /^make: Atomic, makes a token, calls Threat Response - Generate Access Token, \d findings?$/,
    );
    assert.match(label('make', true), /, goes, /);
    assert.match(label('off'), /^off: .*, switched off$/);
  });

  it('stands alone: no script, nothing from elsewhere, and a colour for viewers that know no variables', () => {
    const svg = drawSvg(legacy);
    assert.doesNotMatch(svg, /<script|href=|url\((?!#)|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
    for (const [, property] of svg.matchAll(/(fill|stroke):var\(/g))
      assert.match(svg, new RegExp(`${property ?? ''}:#`));
  });
});

describeCorpus('drawings of the public workflows', () => {
  it('are well-formed and hold every node once', () => {
    for (const { text } of allFiles()) assertDrawn(graphOf(text));
  });

  it('are there within a second for the largest of them, the reading of the text included', () => {
    const largest = allFiles().reduce((a, b) => (graphOf(a.text).nodes.length >= graphOf(b.text).nodes.length ? a : b));
    const before = performance.now();
    const graph = graphOf(largest.text);
    drawForPage(graph, { lines: everything });
    const took = performance.now() - before;
    assert.ok(graph.nodes.length > 300 && took < 1000, `${took} ms for ${graph.nodes.length} nodes`);
  });
});
