import assert from 'node:assert/strict';
import type { WorkflowGraph } from '../../../src/core/workflow-graph';
import { inspect, systemGenerator } from '../../support/atomics';
import { activityId, variableId, workflowId } from '../../support/ids';
import type { Json, JsonObject } from '../../support/json';
import { printJson } from '../../support/print-json';
import { document, serviceWith } from '../../support/service';
import * as build from '../../support/workflow';

const graphOf = (value: Json): WorkflowGraph => serviceWith().graph(document(printJson(value)));
const graphWith = (parts: build.WorkflowParts): WorkflowGraph => graphOf(build.workflow(parts));

/** The lines of one kind, by titles. */
function linesOf({ nodes, edges }: WorkflowGraph, kind: string): string[] {
  const title = (id: string) => nodes.find((node) => node.id === id)?.title ?? '?';
  return edges.filter((edge) => edge.kind === kind).map(({ from, to }) => `${title(from)} > ${title(to)}`);
}

/** The titles, indented by how deep they are. */
function treeOf({ nodes }: WorkflowGraph): string[] {
  const depth = (parent: string | undefined): number =>
    parent === undefined ? 0 : 1 + depth(nodes.find(({ id }) => id === parent)?.parent);
  return nodes.map(({ title, parent }) => ' '.repeat(depth(parent)) + title);
}

describe('the graph of a file', () => {
  it('nests activities in the order in which they run', () => {
    const graph = graphWith({
      actions: [
        build.sleep('first'),
        build.condition(
          'if',
          build.branch('yes', 1, 'eq', 1, build.sleep('a'), build.sleep('b')),
          build.branch('no', 1, 'ne', 1),
        ),
        build.forEach('each', build.sleep('inside')),
        build.parallel('both', build.parallelBranch('left', build.sleep('c')), build.parallelBranch('right')),
      ],
    });
    assert.deepEqual(treeOf(graph), [
      'Workflow',
      ...[' first', ' if', '  yes', '   a', '   b', '  no', ' each', '  inside', ' both', '  left', '   c', '  right'],
    ]);
    assert.deepEqual(linesOf(graph, 'order'), ['first > if', 'if > each', 'each > both', 'a > b']);
    assert.deepEqual(
      graph.nodes.filter(({ content }) => content === 'branches').map(({ title }) => title),
      ['if', 'both'],
    );
    assert.deepEqual(
      graph.nodes.filter(({ content }) => content === 'sequence').map(({ title }) => title),
      ['Workflow', 'yes', 'no', 'each', 'left', 'right'],
    );
  });

  it('leads nowhere from what ends a workflow or a round of a loop', () => {
    const graph = graphWith({
      actions: [build.sleep('a'), build.completed('end', 'done'), build.sleep('never')],
    });
    assert.deepEqual(linesOf(graph, 'order'), ['a > end']);
  });

  it('shows outputs on their way to whoever reads them, and variables from whoever sets them', () => {
    const graph = graphWith({
      variables: [
        build.variable('age'),
        build.variable('asked', 'string', 'input'),
        build.variable('told', 'string', 'output'),
      ],
      actions: [
        build.sleep('source'),
        build.setVariables('set', { age: build.startOf('source') }),
        build.script(
          'read',
          build.local('age'),
          `$workflow.${workflowId(build.ownTitle)}.input.${variableId('asked')}$`,
        ),
        build.setVariables('answer', { [build.output('told')]: build.local('age') }),
      ],
    });
    assert.deepEqual(linesOf(graph, 'data').sort(), [
      'Workflow > read',
      'answer > Workflow',
      'set > answer',
      'set > read',
      'source > set',
    ]);
    assert.deepEqual(linesOf(graph, 'token'), []);
  });

  it('tells the way of a token from that of its time', () => {
    const graph = graphWith({
      variables: [build.tokenVariable('token'), build.timeVariable('time')],
      actions: [
        build.generator('make'),
        build.setVariables('store', { token: build.tokenOf('make'), time: build.endOf('make') }),
        build.setVariables('clear', { token: '' }),
        build.atomicCall('use', inspect, build.local('token')),
        build.dateDifference('age', build.local('time'), build.startOf('use')),
      ],
    });
    assert.deepEqual(linesOf(graph, 'token'), ['make > store', 'store > use']);
    assert.deepEqual(linesOf(graph, 'data'), ['store > age', 'clear > use', 'use > age']);
    assert.deepEqual(
      graph.nodes.map(({ title, token }) => [title, token]).filter(([, token]) => token),
      [
        ['make', 'makes'],
        ['store', 'stores'],
        ['use', 'takes'],
      ],
    );
  });

  it('hangs each finding on the innermost node around it, and what concerns the export on its workflow', () => {
    const graph = graphWith({
      actions: [build.group('group', build.generator('make'), build.atomicCall('use', inspect, build.tokenOf('make')))],
      beside: { atomic_workflows: [inspect.id, systemGenerator] },
    });
    const codes = new Map(graph.nodes.map(({ title, findings }) => [title, findings.map(({ code }) => code)]));
    assert.deepEqual(codes.get('use'), ['access-token-input']);
    assert.ok(codes.get('make')?.includes('generate-access-token'));
    assert.deepEqual(codes.get('group'), []);
    const all = serviceWith().diagnose(
      document(
        printJson(build.workflow({ actions: [build.sleep('x')], beside: { atomic_workflows: [systemGenerator] } })),
      ),
    );
    const alone = graphWith({ actions: [build.sleep('x')], beside: { atomic_workflows: [systemGenerator] } });
    assert.deepEqual(
      alone.nodes[0]?.findings.map(({ code }) => code),
      all.map(({ code }) => code),
    );
    assert.ok(all.length > 0);
  });

  it('foretells what a migration does: what goes takes along what is inside it, and the workflow loses a variable', () => {
    const { nodes } = graphWith({
      variables: [build.tokenVariable('token'), build.timeVariable('time')],
      actions: [
        build.generator('make'),
        build.setVariables('store', { token: build.tokenOf('make') }),
        build.group(
          'renew',
          build.generator('again'),
          build.setVariables('store again', { token: build.tokenOf('again') }),
        ),
        build.atomicCall('use', inspect, build.local('token')),
        build.sleep('other'),
      ],
    });
    assert.deepEqual(Object.fromEntries(nodes.map(({ title, fate }) => [title, fate])), {
      Workflow: 'changes',
      make: 'goes',
      store: 'goes',
      renew: 'goes',
      again: 'goes',
      'store again': 'goes',
      use: 'changes',
      other: undefined,
    });
  });

  it('holds the workflows that a file embeds, each with ids of its own', () => {
    const inner = (): JsonObject => build.workflow({ title: 'Inner', actions: [build.sleep('nap')] });
    const graph = graphOf({ ...build.workflow({ actions: [build.sleep('outer')] }), subworkflows: [inner(), inner()] });
    assert.deepEqual(treeOf(graph), ['Workflow', ' outer', 'Inner', ' nap', 'Inner', ' nap']);
    assert.deepEqual(
      graph.nodes.filter(({ title }) => title === 'nap').map(({ id }) => id),
      [activityId('nap'), `${activityId('nap')}#2`],
    );
  });

  it('says of broken JSON what can be read, and nothing of what is no workflow', () => {
    const text = printJson(build.workflow({ actions: [build.sleep('a'), build.sleep('b')] }));
    const broken = text.slice(0, text.indexOf('}', text.indexOf('"title": "b"')));
    assert.throws(() => JSON.parse(broken) as unknown);
    assert.deepEqual(treeOf(serviceWith().graph(document(broken))), ['Workflow', ' a', ' b']);
    for (const other of ['', '{"a": 1}', '[]', 'x']) {
      assert.deepEqual(serviceWith().graph(document(other)), { nodes: [], edges: [] });
    }
  });

  it('knows where each node stands in the text', () => {
    const text = printJson(build.workflow({ actions: [build.sleep('here')] }));
    const node = serviceWith().graph(document(text)).nodes[1];
    const lines = text.split('\n');
    assert.equal(
      lines[node?.head.start.line ?? 0]?.slice(node?.head.start.character, node?.head.end.character),
      '"here"',
    );
    assert.ok(node && node.range.start.line < node.head.start.line && node.head.end.line < node.range.end.line);
  });
});
