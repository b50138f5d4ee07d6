import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { WorkflowGraph } from '../../src/core/workflow-graph';
import { foldedAtFirst } from '../../src/picture/folding';
import { allBoxes, layOut, type Box } from '../../src/picture/layout';
import { arbitraryWorkflow } from '../support/arbitrary-workflow';
import { allFiles, describeCorpus } from '../support/corpus';
import { printJson } from '../support/print-json';
import { document, serviceWith } from '../support/service';

const graphOf = (text: string): WorkflowGraph => serviceWith().graph(document(text));

/** Every box inside the one around it, no two beside each other that meet, and no node lost or drawn twice. */
function assertSound(graph: WorkflowGraph, folded: ReadonlySet<string>): void {
  const boxes = layOut(graph, folded);
  const assertApart = (siblings: readonly Box[], around: Box | undefined): void => {
    for (const [index, box] of siblings.entries()) {
      if (around) assert.ok(holds(around, box), `${box.node.title} leaves ${around.node.title}`);
      for (const other of siblings.slice(index + 1)) {
        assert.ok(!meet(box, other), `${box.node.title} meets ${other.node.title}`);
      }
      assertApart(box.boxes, box);
    }
  };
  assertApart(boxes, undefined);
  const drawn = [...allBoxes(boxes)];
  const told = drawn.flatMap(({ node, hidden }) => [node.id, ...hidden.map(({ id }) => id)]);
  assert.deepEqual(told.sort(), graph.nodes.map(({ id }) => id).sort());
}

function holds(outer: Box, inner: Box): boolean {
  const isBelowHeader = inner.y >= outer.y + 20;
  const isWithin = inner.x > outer.x && inner.x + inner.width < outer.x + outer.width;
  return isBelowHeader && isWithin && inner.y + inner.height < outer.y + outer.height;
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('the layout of a picture', () => {
  it('holds every node once, in boxes that do not meet, whatever is folded', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, fc.infiniteStream(fc.boolean()), (value, chance) => {
        const graph = graphOf(printJson(value));
        assertSound(graph, new Set());
        assertSound(graph, new Set(graph.nodes.filter(() => chance.next().value).map(({ id }) => id)));
      }),
      { seed: 20220831, numRuns: 150 },
    );
  });

  it('is the same for the same graph', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, (value) => {
        const text = printJson(value);
        assert.deepEqual(layOut(graphOf(text)), layOut(graphOf(text)));
      }),
      { seed: 7, numRuns: 20 },
    );
  });
});

describeCorpus('pictures of the public workflows', () => {
  for (const { name, text } of allFiles()) {
    it(name, () => {
      const graph = graphOf(text);
      assert.ok(graph.nodes.length > 0);
      assertSound(graph, new Set());
      const folded = foldedAtFirst(graph);
      assertSound(graph, folded);
      const drawn = [...allBoxes(layOut(graph, folded))].length;
      const isOutermost = (parent: string | undefined) =>
        graph.nodes.some(({ id, parent: above }) => id === parent && !above);
      const outermost = graph.nodes.filter(({ parent }) => parent === undefined || isOutermost(parent));
      // What holds one or two is shown with them, as folding it would save no room.
      assert.ok(drawn <= Math.max(120, 3 * outermost.length), `${drawn} boxes at first`);
    });
  }
});
