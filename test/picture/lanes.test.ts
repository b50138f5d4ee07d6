import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { WorkflowGraph } from '../../src/core/workflow-graph';
import { routes, type Point } from '../../src/picture/lanes';
import { allBoxes, isFrame, layOut, sizes, type Box } from '../../src/picture/layout';
import { inspect } from '../support/atomics';
import { arbitraryWorkflow } from '../support/arbitrary-workflow';
import { allFiles, describeCorpus } from '../support/corpus';
import { printJson } from '../support/print-json';
import { document, serviceWith } from '../support/service';
import * as build from '../support/workflow';

const graphOf = (text: string): WorkflowGraph => serviceWith().graph(document(text));

/** From each step to each other one, as far as that is not too much. */
function assertBesideBoxes(graph: WorkflowGraph, limit = 40): void {
  const roots = layOut(graph);
  const boxes = [...allBoxes(roots)];
  const steps = boxes.filter((box) => !isFrame(box)).slice(0, limit);
  const ways = steps.flatMap((from) => steps.filter((to) => to !== from).map((to) => ({ from, to })));
  for (const [index, points] of routes(boxes, ways).entries()) {
    for (const [at, point] of points.slice(1).entries()) {
      const before = points[at] ?? point;
      assert.ok(point.x === before.x || point.y === before.y, 'a route is slanted');
      for (const box of boxes) {
        const name = `${ways[index]?.from.node.title ?? ''} to ${ways[index]?.to.node.title ?? ''} at ${box.node.title}`;
        if (isFrame(box)) assert.ok(!passesThroughTitle(before, point, box), `${name}: along a title`);
        else if (before.x === point.x) assert.ok(!isThrough(before, point, box), `${name}: through a step`);
      }
    }
  }
}

/** Upright through a header, so that one end of it is below: from its own level on it may only lie behind it. */
function passesThroughTitle(a: Point, b: Point, frame: Box): boolean {
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  const isInside = a.x > frame.x && a.x < frame.x + frame.width;
  return a.x === b.x && isInside && top < frame.y && bottom > frame.y + sizes.header;
}

function isThrough(a: Point, b: Point, box: Box): boolean {
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return a.x > box.x && a.x < box.x + box.width && top < box.y + box.height && bottom > box.y;
}

describe('the routes of tokens', () => {
  it('run beside steps and titles, whatever the workflow', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, (value) => {
        assertBesideBoxes(graphOf(printJson(value)), 12);
      }),
      { seed: 20220831, numRuns: 60 },
    );
  });

  it('lie in lanes of their own where they come from different steps, and in one where they come from the same', () => {
    const graph = graphOf(
      printJson(
        build.workflow({
          actions: ['a', 'b', 'c', 'd'].map((name) => build.atomicCall(name, inspect, '')),
        }),
      ),
    );
    const boxes = [...allBoxes(layOut(graph))];
    const [a, b, c, d] = boxes.filter((box) => !isFrame(box));
    assert.ok(a && b && c && d);
    const lane = (points: readonly Point[] | undefined) => points?.[1]?.x;
    const [first, second, same, later] = routes(boxes, [
      { from: a, to: c },
      { from: b, to: d },
      { from: a, to: d },
      { from: c, to: d },
    ]).map(lane);
    assert.equal(first, same);
    assert.equal(new Set([first, second, later]).size, 3);
    for (const x of [first, second, later]) assert.ok(x !== undefined && x < a.x && x > a.x - sizes.padding);
  });
});

describeCorpus('routes in the public workflows', () => {
  it('run beside steps and titles', () => {
    for (const { text } of allFiles()) assertBesideBoxes(graphOf(text), 12);
  });
});
